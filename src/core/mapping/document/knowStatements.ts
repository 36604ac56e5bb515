import { detachedCopy } from '../../text/detached';
import type { PlacedRule } from '../model/resolveRules';
import { placedRules } from '../model/resolveRules';
import type { ParsedMapping } from '../syntax/parseMapping';
import type { StatementReading } from '../syntax/statementPart';
import type { KnownStatement, Surroundings } from './knownStatement';
import { knowCondition, knowRule, moveKnown, NO_SURROUNDINGS } from './knownStatement';

/** The results for each rule and condition of a text, by parsed part and in the order of the text. */
export type KnownStatements = ReadonlyMap<StatementReading, KnownStatement>;

/**
 * Resolves and checks every rule and condition separately.
 * @param previous the results for an earlier text: statements that it has in the same blocks are not checked again
 */
export function knowStatements(parsed: ParsedMapping, previous?: KnownStatements): KnownStatements {
  const known = new Map<StatementReading, KnownStatement>();
  // The rules of the tree are those of the parts, in the same order
  const placed = placedRules(parsed.tree);
  const surroundings = new SurroundingsReader(previous !== undefined);
  for (const { reading, statement } of parsed.parts) {
    if (statement === undefined) continue;
    const before = previous?.get(reading);
    if (statement.kind === 'where') {
      known.set(
        reading,
        before === undefined ? knowCondition(statement) : moveKnown(before, statement, NO_SURROUNDINGS),
      );
      continue;
    }
    const { done, value: rule } = placed.next();
    if (done === true) break;
    const around = surroundings.of(rule);
    const isKnown = before?.around.key === around.key;
    known.set(reading, isKnown ? moveKnown(before, statement, around) : knowRule(surroundings.kept(rule), around));
  }
  return known;
}

type Blocks = Pick<PlacedRule, 'outer' | 'urn'>;

/** Reads the blocks around rules, once for each block. */
class SurroundingsReader {
  /** Whether surroundings are copied: results that later texts reuse must not keep this text alive. */
  readonly #isKept: boolean;
  #last: { readonly blocks: Blocks; readonly around: Surroundings } | undefined;
  #kept: { readonly of: Surroundings; readonly blocks: Blocks } | undefined;

  constructor(isKept: boolean) {
    this.#isKept = isKept;
  }

  of({ outer, urn }: PlacedRule): Surroundings {
    if (outer.length === 0 && urn === undefined) return NO_SURROUNDINGS;
    if (this.#last === undefined || this.#last.blocks.outer !== outer || this.#last.blocks.urn !== urn) {
      const words = urn === undefined ? outer : [urn, ...outer];
      const key = [urn === undefined ? '' : 'schema', ...words.map(({ text }) => text)].join('\n');
      const around = { key, places: words.map(({ span }) => span) };
      this.#last = { blocks: urn === undefined ? { outer } : { outer, urn }, around };
    }
    return this.#last.around;
  }

  /** Returns the rule with copies of its surroundings. */
  kept(placed: PlacedRule): PlacedRule {
    const { rule, ...blocks } = placed;
    if (!this.#isKept) return placed;
    const around = this.of(placed);
    if (this.#kept?.of !== around) this.#kept = { of: around, blocks: detachedCopy(blocks) };
    return { rule, ...this.#kept.blocks };
  }
}
