const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The numbers that a job lives by. Times in milliseconds. */
export interface JobRules {
  /** From the first staged operation to the cycle that takes it; absent where cycles come at an interval. */
  readonly cycleDelay: number | undefined;
  /** Between cycles, where there is no `cycleDelay`. */
  readonly cycleInterval: number;
  /** How many operations the staging queue holds. */
  readonly queueCapacity: number;
  /** Between the attempts at a record that failed; the last one repeats. */
  readonly retryDelays: readonly number[];
  /** How long a record that fails is tried again. */
  readonly retryFor: number;
  readonly quarantine: QuarantineRules;
  /** Disables and deletes of one cycle beyond which all of them are held back; absent: none are. */
  readonly deletesThreshold: number | undefined;
}

export interface QuarantineRules {
  /** Failures below this number are not looked at. */
  readonly evaluatedFrom: number;
  /** The share of the records, 0 to 1, that may fail. */
  readonly proportion: number;
  /** Failures, without those of references. */
  readonly failures: number;
  readonly failuresWithReferences: number;
  /** Between attempts in quarantine. */
  readonly interval: number;
  /** After so long in quarantine a job is disabled. */
  readonly disabledAfter: number;
}

/**
 * What is documented. The size of the staging queue is not; ours is 200 full requests. Source: Entra, quarantine
 * status; inbound provisioning FAQ (private preview) for the interval.
 */
const documentedRules: JobRules = {
  cycleDelay: undefined,
  cycleInterval: 40 * 60_000,
  queueCapacity: 10_000,
  retryDelays: [6 * HOUR, 12 * HOUR, DAY],
  retryFor: 28 * DAY,
  quarantine: {
    evaluatedFrom: 5000,
    proportion: 0.4,
    failures: 40_000,
    failuresWithReferences: 60_000,
    interval: DAY,
    disabledAfter: 28 * DAY,
  },
  deletesThreshold: undefined,
};

/** As documented, but a cycle comes two seconds after something was staged: nobody at a desk waits 40 minutes. */
export const interactiveRules: JobRules = { ...documentedRules, cycleDelay: 2000 };
