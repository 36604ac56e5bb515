import type { Evaluate } from '../functions/functionEntry';
import { MAX_WORK, WorkMeter } from './workMeter';

/** The text that an evaluation may make without being counted. Ordinary rules make some hundred units. */
export const FREE_WORK = 16_384;
/**
 * The text that it may make per unit of its cells without using the reserve: long texts pass through many functions.
 */
const WORK_PER_UNIT = 32;
/**
 * For all evaluations of a run, beyond these: some seconds. Expressions that keep making too much are then refused
 * early.
 */
const RESERVE = 64 * 1_048_576;

/**
 * Limits the text that the expressions of a mapping make for all records together. A caller that evaluates many records
 * keeps one.
 */
export class WorkBudget {
  readonly meter = new WorkMeter();
  /** The text that the last evaluation made beyond the free part; nearly always 0. */
  cost = 0;
  #reserve: number;

  constructor(reserve = RESERVE) {
    this.#reserve = reserve;
  }

  begin(): void {
    this.meter.begin(this.#reserve > 0 ? MAX_WORK : FREE_WORK);
    this.cost = 0;
  }

  /** @param lengthOfInput called only for the few evaluations that make much text */
  end(lengthOfInput: () => number): void {
    this.cost = Math.max(0, this.meter.spent - FREE_WORK);
    if (this.cost > 0) this.#reserve -= Math.max(0, this.cost - WORK_PER_UNIT * lengthOfInput());
  }
}

/** Puts an expression that was compiled with the budget's meter under the budget. */
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
