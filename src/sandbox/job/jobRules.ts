const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The timing and thresholds of a job. Times in milliseconds. */
export interface JobRules {
  /** From the first staged operation to the cycle that processes it; absent if cycles run at an interval. */
  readonly cycleDelay: number | undefined;
  /** Between cycles, without `cycleDelay`. */
  readonly cycleInterval: number;
  /** Capacity of the staging queue, in operations. */
  readonly queueCapacity: number;
  /** Between attempts at a failed record; the last one repeats. */
  readonly retryDelays: readonly number[];
  /** How long a failing record is retried. */
  readonly retryFor: number;
  readonly quarantine: QuarantineRules;
  /** Maximum disables and deletes in one cycle; beyond it all are held. Absent: no maximum. */
  readonly deletesThreshold: number | undefined;
}

export interface QuarantineRules {
  /** Fewer failures are ignored. */
  readonly evaluatedFrom: number;
  /** The share of the records, 0 to 1, that may fail. */
  readonly proportion: number;
  /** Failures, without those of references. */
  readonly failures: number;
  readonly failuresWithReferences: number;
  /** Between attempts in quarantine. */
  readonly interval: number;
  /** The time in quarantine after which a job is disabled. */
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

/** As documented, but a cycle runs two seconds after something was staged: nobody waits 40 minutes at a desk. */
export const interactiveRules: JobRules = { ...documentedRules, cycleDelay: 2000 };
