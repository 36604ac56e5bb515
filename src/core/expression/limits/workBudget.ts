import type { Evaluate } from '../functions/functionEntry';
import { MAX_WORK, WorkMeter } from './workMeter';

/**
 * The text that an evaluation may produce without being counted, in UTF-16 units. Ordinary rules produce a few hundred.
 */
export const FREE_WORK = 16_384;
/**
 * The text that an evaluation may produce per unit of its cells without using the reserve, because long texts may pass
 * through many functions.
 */
const WORK_PER_UNIT = 32;
/**
 * The text beyond that for all evaluations of a run, which takes a few seconds. Once it is used up, expressions that
 * produce too much are refused early.
 */
const RESERVE = 64 * 1_048_576;

/**
 * Limits the text that the expressions of a mapping produce for all records together. A caller that evaluates many
 * records uses a single budget.
 */
export class WorkBudget {
  readonly meter = new WorkMeter();
  /** The text that the last evaluation produced beyond the free part; nearly always 0. */
  cost = 0;
  #reserve: number;

  constructor(reserve = RESERVE) {
    this.#reserve = reserve;
  }

  begin(): void {
    this.meter.begin(this.#reserve > 0 ? MAX_WORK : FREE_WORK);
    this.cost = 0;
  }

  /** @param lengthOfInput called only for the few evaluations that produce much text */
  end(lengthOfInput: () => number): void {
    this.cost = Math.max(0, this.meter.spent - FREE_WORK);
    if (this.cost > 0) this.#reserve -= Math.max(0, this.cost - WORK_PER_UNIT * lengthOfInput());
  }
}

/** Limits an expression by a budget. The expression must have been compiled with the budget's meter. */
export function underBudget<Source>(
  evaluate: Evaluate<Source>,
  budget: WorkBudget,
  lengthOf: (source: Source) => number,
): Evaluate<Source> {
  return (source, context) => {
    budget.begin();
    try {
      return evaluate(source, context);
    } finally {
      budget.end(() => lengthOf(source));
    }
  };
}
