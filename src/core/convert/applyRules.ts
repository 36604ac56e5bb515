import { MAX_RESULT } from '../expression/limits/resultLimit';
import { MAX_WORK } from '../expression/limits/workMeter';
import type { Cells, CompiledRule, RuleOutcome } from './compileRule';
import { recordProblems } from './recordProblems';

/** The maximum work for one record: the text that its rules produce beyond the free part, in UTF-16 units. */
export const MAX_RECORD_WORK = MAX_WORK;
/** The maximum length of a resource in bytes. A payload with a longer resource is refused as well. */
export const MAX_RESOURCE = MAX_RESULT;

const OMITTED: RuleOutcome = { kind: 'omitted' };

const TOO_MUCH_WORK: RuleOutcome = {
  kind: 'problem',
  code: recordProblems.tooMuchWork.code,
  reason:
    'Up to this rule the rules make more than 4 MiB of text for the record, so this and later rules are ignored. Shorten texts with Left before passing them to other functions.',
};

/** A resource that is too long, reported at the rule that exceeds the limit. */
const TOO_LARGE: RuleOutcome = {
  kind: 'problem',
  code: recordProblems.tooLarge.code,
  reason:
    'With this value the person is larger than 1 MiB, so this and later values are ignored. Shorten the values with Left.',
};

/**
 * Limits the text for one record when rules are applied one at a time: which rule exceeds the limit depends on their
 * order.
 */
export class RecordWork {
  #work = 0;
  #length = 0;

  apply(rule: CompiledRule, cells: Cells, number: number): RuleOutcome {
    return this.take(this.isOver ? OMITTED : rule.apply(cells, number));
  }

  get isOver(): boolean {
    return this.#work > MAX_RECORD_WORK || this.#length > MAX_RESOURCE;
  }

  /** The outcome, or its replacement if it is too large. */
  take(outcome: RuleOutcome): RuleOutcome {
    this.#work += outcome.cost ?? 0;
    if (outcome.kind === 'value') this.#length += outcome.json.length;
    if (this.#work > MAX_RECORD_WORK) return TOO_MUCH_WORK;
    return this.#length > MAX_RESOURCE ? TOO_LARGE : outcome;
  }
}

/**
 * The outcome of each rule for a record, in order. The rule that exceeds the limit for a record has a problem, and
 * later rules are not evaluated.
 * @param known outcomes that are already known, by rule index
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
