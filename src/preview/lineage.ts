import { CORE_USER_URN } from '../core/scim/urns';
import type { EntraAttribute, PreviewDetail } from './previewState';

/** A stage of a value: a cell, a rule with its result, or an attribute in Entra, each by its index from 0. */
export type LineageNode = `${'cell' | 'rule' | 'attribute'}:${number}`;

/** The flow of a record's values: from its cells through the rules to attributes of Entra. */
export class Lineage {
  readonly #forward = new Map<LineageNode, Set<LineageNode>>();
  readonly #back = new Map<LineageNode, Set<LineageNode>>();

  /** @param attributes attributes of Entra, with the SCIM attributes that the job reads for them */
  constructor({ cells, rules }: Pick<PreviewDetail, 'cells' | 'rules'>, attributes: readonly EntraAttribute[]) {
    const places = new Map(cells.map(({ column }, index) => [column, index]));
    rules.forEach(({ columns, path }, rule) => {
      for (const column of columns) {
        const cell = places.get(column);
        if (cell !== undefined) this.#join(`cell:${cell}`, `rule:${rule}`);
      }
      attributes.forEach(({ sources }, attribute) => {
        if (sources.some((source) => isFedBy(source, path))) this.#join(`rule:${rule}`, `attribute:${attribute}`);
      });
    });
  }

  /** Everything that the value at a node comes from and flows to, including the node itself. */
  through(node: LineageNode): ReadonlySet<LineageNode> {
    return new Set([...reached(node, this.#back), ...reached(node, this.#forward)]);
  }

  /** The indexes of the Entra attributes that the value of a rule flows to. */
  attributesOf(rule: number): readonly number[] {
    const next = this.#forward.get(`rule:${rule}`) ?? [];
    return [...next].map((node) => Number(node.slice(node.indexOf(':') + 1)));
  }

  #join(from: LineageNode, to: LineageNode): void {
    add(this.#forward, from, to);
    add(this.#back, to, from);
  }
}

type Links = ReadonlyMap<LineageNode, ReadonlySet<LineageNode>>;

function add(links: Map<LineageNode, Set<LineageNode>>, from: LineageNode, to: LineageNode): void {
  const known = links.get(from);
  if (known === undefined) links.set(from, new Set([to]));
  else known.add(to);
}

function reached(start: LineageNode, links: Links): ReadonlySet<LineageNode> {
  const found = new Set([start]);
  // Iterating over a set includes elements that are added meanwhile
  for (const node of found) for (const next of links.get(node) ?? []) found.add(next);
  return found;
}

/**
 * Whether an attribute that a job reads gets its value from a rule. Names ignore case (RFC 7643, section 2.1). The job
 * may read a complex attribute when a rule fills only one of its members (`manager`, `manager.value`), or the other way
 * round.
 */
function isFedBy(source: string, path: string): boolean {
  const [read, filled] = [plainName(source), plainName(path)];
  return read === filled || filled.startsWith(`${read}.`) || read.startsWith(`${filled}.`);
}

function plainName(name: string): string {
  const lower = name.toLowerCase();
  const core = `${CORE_USER_URN.toLowerCase()}:`;
  return lower.startsWith(core) ? lower.slice(core.length) : lower;
}
