/** How much work regular expressions may take. A step is one move of the matcher: some 20 to 40 ns on a machine of 2024. */
export interface RegexLimits {
  /** For one evaluation. Running out of them is an error of that value. */
  readonly stepsPerValue: number;
  /**
   * For all evaluations that share a meter, beyond the steps that the length of each text accounts for. Once they are
   * used up every further evaluation is an error without being tried: a million values cannot each take long.
   */
  readonly stepsInReserve: number;
}

/** One evaluation stays below 50 ms, and all that is slow about a run of any length below some two seconds. */
const REGEX_LIMITS: RegexLimits = { stepsPerValue: 750_000, stepsInReserve: 40_000_000 };

/** What an evaluation may take without touching the reserve; ordinary patterns take some 2 to 20 steps per unit. */
const STEPS_PER_TEXT = 1_000;
const STEPS_PER_UNIT = 50;

/** A regular expression took more steps than it may. It never means that there was no match. */
export class RegexBudgetError extends Error {
  override readonly name = 'RegexBudgetError';

  /** `value`: this evaluation ran out. `run`: evaluations before it used up the reserve, and it was not tried. */
  constructor(readonly scope: 'value' | 'run') {
    super(
      scope === 'value'
        ? 'The regular expression took too long on this value and was stopped. Make its repetitions less ambiguous.'
        : 'The regular expression was not tried on this value: it has taken too long on others before. Make its repetitions less ambiguous.',
    );
  }
}

/**
 * Counts the steps of one pattern over the records of a run. Whoever evaluates many values keeps one per pattern and
 * hands it to each evaluation; counting steps and not time, it says the same on every machine.
 */
export class RegexMeter {
  readonly #limits: RegexLimits;
  #reserve: number;

  constructor(limits: Partial<RegexLimits> = {}) {
    this.#limits = { ...REGEX_LIMITS, ...limits };
    this.#reserve = this.#limits.stepsInReserve;
  }

  /** Counts one evaluation, over a text of `length` units. `evaluate` throws RegexBudgetError when the steps run out. */
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
