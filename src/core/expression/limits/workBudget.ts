import type { Evaluate } from '../functions/functionEntry';
import { MAX_WORK, WorkMeter } from './workMeter';

/** What an evaluation may make without being counted. Ordinary rules make some hundred units. */
export const FREE_WORK = 16_384;
/** What it may make for each unit of its cells without touching the reserve: long texts pass through many functions. */
const WORK_PER_UNIT = 32;
/** For all evaluations of a run, beyond these: some seconds. Expressions that go on making too much are then refused early. */
const RESERVE = 64 * 1_048_576;

/** Bounds what the expressions of a mapping make for all records together. Whoever evaluates many records keeps one. */
export class WorkBudget {
  readonly meter = new WorkMeter();
  /** What the last evaluation made beyond what is free; 0 for nearly all. */
  cost = 0;
  #reserve: number;

  constructor(reserve = RESERVE) {
    this.#reserve = reserve;
  }

  begin(): void {
    this.meter.begin(this.#reserve > 0 ? MAX_WORK : FREE_WORK);
    this.cost = 0;
  }

  /** @param lengthOfInput asked only for the few evaluations that make much */
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
