const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The timing and thresholds of a job. Times in milliseconds. */
export interface JobRules {
  /** From the first staged operation to its cycle; absent if cycles run at an interval. */
  readonly cycleDelay: number | undefined;
  /** Between cycles if there is no `cycleDelay`. */
  readonly cycleInterval: number;
  /** Capacity of the staging queue, in operations. */
  readonly queueCapacity: number;
  /** Between attempts at a failed record; the last delay repeats. */
  readonly retryDelays: readonly number[];
  /** How long a failing record is retried. */
  readonly retryFor: number;
  readonly quarantine: QuarantineRules;
  /** Maximum disables and deletes in one cycle; if there are more, all are held. Absent: no maximum. */
  readonly deletesThreshold: number | undefined;
}

export interface QuarantineRules {
  /** Number of failures below which none are evaluated. */
  readonly evaluatedFrom: number;
  /** Maximum share of failed records, 0 to 1. */
  readonly proportion: number;
  /** Maximum failures, not counting those of references. */
  readonly failures: number;
  readonly failuresWithReferences: number;
  /** Between attempts while in quarantine. */
  readonly interval: number;
  /** Time in quarantine after which the job is disabled. */
  readonly disabledAfter: number;
}

/**
 * The documented rules. The capacity of the staging queue is not documented; ours is 200 full requests. Source: Entra,
 * quarantine status; inbound provisioning FAQ (private preview) for the interval.
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

/**
 * The documented rules, except that a cycle runs two seconds after something was staged, so that users need not wait 40
 * minutes.
 */
export const interactiveRules: JobRules = { ...documentedRules, cycleDelay: 2000 };
