/**
 * The limits on the work of regular expressions. A step is one move of the matcher, about 20 to 40 ns on a machine of
 * 2024.
 */
export interface RegexLimits {
  /** For one evaluation. Exceeding it is an error of that value. */
  readonly stepsPerValue: number;
  /**
   * For all evaluations that share a meter, beyond the steps that the length of each text allows. Once it is used up,
   * each further evaluation is an error without being tried, so that a million values cannot each take long.
   */
  readonly stepsInReserve: number;
}

/** One evaluation stays below 50 ms, and all slow evaluations of a run together below some two seconds. */
const REGEX_LIMITS: RegexLimits = { stepsPerValue: 750_000, stepsInReserve: 40_000_000 };

/**
 * The steps that an evaluation may take without using the reserve; ordinary patterns take about 2 to 20 steps per unit.
 */
const STEPS_PER_TEXT = 1_000;
const STEPS_PER_UNIT = 50;

/** A regular expression took too many steps. It never means that there was no match. */
export class RegexBudgetError extends Error {
  override readonly name = 'RegexBudgetError';

  /** `value`: this evaluation ran out. `run`: earlier evaluations used up the reserve, and it was not tried. */
  constructor(readonly scope: 'value' | 'run') {
    super(
      scope === 'value'
        ? 'The regular expression took too long on this value and was stopped. Make its repetitions less ambiguous.'
        : 'The regular expression was not tried on this value: it took too long on earlier values. Make its repetitions less ambiguous.',
    );
  }
}

/**
 * Counts the steps of one pattern over the records of a run. A caller that evaluates many values uses one meter per
 * pattern for all of them. It counts steps, not time, so that the result is the same on every machine.
 */
export class RegexMeter {
  readonly #limits: RegexLimits;
  #reserve: number;

  constructor(limits: Partial<RegexLimits> = {}) {
    this.#limits = { ...REGEX_LIMITS, ...limits };
    this.#reserve = this.#limits.stepsInReserve;
  }

  /**
   * Counts one evaluation, over a text of `length` units. `evaluate` throws RegexBudgetError when the steps run out.
   */
  evaluate<Result>(length: number, evaluate: (steps: StepCount) => Result): Result {
    if (this.#reserve <= 0) throw new RegexBudgetError('run');
    const steps = new StepCount(this.#limits.stepsPerValue);
    try {
      return evaluate(steps);
    } finally {
      this.#reserve -= Math.max(0, steps.taken - STEPS_PER_TEXT - STEPS_PER_UNIT * length);
    }
  }
}

/** The steps of one evaluation. */
export class StepCount {
  taken = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws RegexBudgetError when there are none left */
  take(steps: number): void {
    this.taken += steps;
    if (this.taken > this.#limit) throw new RegexBudgetError('value');
  }
}
