import { MAX_RESULT } from '../expression/limits/resultLimit';
import { MAX_WORK } from '../expression/limits/workMeter';
import type { Cells, CompiledRule, RuleOutcome } from './compileRule';
import { recordProblems } from './recordProblems';

/** The most work for one record: what all of its rules make beyond what is free, in UTF-16 units. */
export const MAX_RECORD_WORK = MAX_WORK;
/** No resource is longer, in bytes; a payload with a longer one is refused, too. */
export const MAX_RESOURCE = MAX_RESULT;

const OMITTED: RuleOutcome = { kind: 'omitted' };

const TOO_MUCH_WORK: RuleOutcome = {
  kind: 'problem',
  code: recordProblems.tooMuchWork.code,
  reason:
    'With this rule the rules make more than 4 MiB of text for the record, so neither it nor those after it count. Shorten texts with Left before other functions take them.',
};

/** A resource that is too long, as of the rule with which it is. */
const TOO_LARGE: RuleOutcome = {
  kind: 'problem',
  code: recordProblems.tooLarge.code,
  reason:
    'With this value the person takes more than 1 MiB, so neither it nor those after it count. Shorten the values with Left.',
};

/** Bounds what rules make of one record that are applied one by one, in any order: with which it is too much depends on it. */
export class RecordWork {
  #work = 0;
  #length = 0;

  apply(rule: CompiledRule, cells: Cells, number: number): RuleOutcome {
    return this.take(this.isOver ? OMITTED : rule.apply(cells, number));
  }

  get isOver(): boolean {
    return this.#work > MAX_RECORD_WORK || this.#length > MAX_RESOURCE;
  }

  /** The outcome, or what becomes of it where it is too much. */
  take(outcome: RuleOutcome): RuleOutcome {
    this.#work += outcome.cost ?? 0;
    if (outcome.kind === 'value') this.#length += outcome.json.length;
    if (this.#work > MAX_RECORD_WORK) return TOO_MUCH_WORK;
    return this.#length > MAX_RESOURCE ? TOO_LARGE : outcome;
  }
}

/**
 * What each rule makes of a record, in the order of the rules, up to what a record may take: the rule with which it is too
 * much has a problem, and those after it are not evaluated.
 * @param known outcomes that are known already, by the rule's place
 */
export function applyRules(
  rules: readonly CompiledRule[],
  cells: Cells,
  record: number,
  known: readonly (RuleOutcome | undefined)[] = [],
): readonly RuleOutcome[] {
  const work = new RecordWork();
  return rules.map((rule, index) => (work.isOver ? OMITTED : work.take(known[index] ?? rule.apply(cells, record))));
}
