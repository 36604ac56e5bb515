import type { RegexNode } from './regexTree';

/** Whether a node can match without taking a unit. */
export function mayBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'unit':
    case 'set':
      return false;
    case 'anchor':
    case 'look':
    case 'reference':
      return true;
    case 'sequence':
      return node.parts.every(mayBeEmpty);
    case 'alternation':
      return node.branches.some(mayBeEmpty);
    case 'ifCaptured':
    case 'ifMatches':
      return mayBeEmpty(node.yes) || mayBeEmpty(node.no);
    case 'capture':
    case 'atomic':
      return mayBeEmpty(node.body);
    case 'repeat':
      return node.min === 0 || mayBeEmpty(node.body);
  }
}

/** The node and all below it. */
export function everyNode(root: RegexNode): readonly RegexNode[] {
  const nodes = [root];
  // The list grows while it is iterated
  for (const node of nodes) for (const child of childrenOf(node)) nodes.push(child);
  return nodes;
}

function childrenOf(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case 'unit':
    case 'set':
    case 'anchor':
    case 'reference':
      return [];
    case 'sequence':
      return node.parts;
    case 'alternation':
      return node.branches;
    case 'ifCaptured':
      return [node.yes, node.no];
    case 'ifMatches':
      return [node.condition, node.yes, node.no];
    default:
      return [node.body];
  }
}

/** Whether matching depends on what groups have captured. */
export function readsCaptures(root: RegexNode): boolean {
  return everyNode(root).some(
    (node) =>
      node.kind === 'reference' || node.kind === 'ifCaptured' || (node.kind === 'capture' && node.taken !== undefined),
  );
}

/** Whether every match certainly begins at the start of the text. `false` does not mean the opposite. */
export function beginsAtStart(node: RegexNode): boolean {
  switch (node.kind) {
    case 'anchor':
      return node.anchor === 'start';
    case 'sequence':
      return node.parts[0] !== undefined && beginsAtStart(node.parts[0]);
    case 'alternation':
      return node.branches.every(beginsAtStart);
    case 'ifCaptured':
    case 'ifMatches':
      return beginsAtStart(node.yes) && beginsAtStart(node.no);
    case 'capture':
    case 'atomic':
      return beginsAtStart(node.body);
    case 'repeat':
      return node.min > 0 && beginsAtStart(node.body);
    default:
      return false;
  }
}

/** Which ASCII units a match can begin with, one flag each; undefined if a match may be empty or that is not known. */
export function firstUnits(node: RegexNode): Uint8Array | undefined {
  const units = new Uint8Array(128);
  return addFirst(node, units) ? undefined : units;
}

/** Adds the units that `node` can begin with; returns whether the node after it counts, too. */
function addFirst(node: RegexNode, units: Uint8Array): boolean {
  switch (node.kind) {
    case 'unit':
      if (node.unit < units.length) units[node.unit] = 1;
      return false;
    case 'set':
      for (let unit = 0; unit < units.length; unit++) if (node.set.has(unit)) units[unit] = 1;
      return false;
    case 'anchor':
    case 'look':
      return true;
    case 'reference':
      units.fill(1);
      return true;
    case 'sequence':
      return node.parts.every((part) => addFirst(part, units));
    case 'alternation':
      return node.branches.map((branch) => addFirst(branch, units)).some(Boolean);
    case 'ifCaptured':
    case 'ifMatches':
      return [node.yes, node.no].map((branch) => addFirst(branch, units)).some(Boolean);
    case 'capture':
    case 'atomic':
      return addFirst(node.body, units);
    case 'repeat':
      return node.max === 0 || addFirst(node.body, units) || node.min === 0;
  }
}
