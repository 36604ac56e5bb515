const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When the log is read for a run. All times are milliseconds after the last request was accepted. */
export interface LogSchedule {
  /** The time of the first read after `elapsed`; `undefined` if there is none. */
  next(elapsed: number): number | undefined;
  /** The time of the last read. */
  readonly end: number;
  /** From this time on, the job is read to find out why the log has no entries. */
  readonly silentFrom: number;
  /** Until this time, the log is read for requests with an unknown outcome. */
  readonly doubtUntil: number;
  /**
   * How long to wait, after the entry about a person's manager, for the person's own entry. The service guarantees no
   * order.
   */
  readonly ownEntryWithin: number;
  /** Maximum failed reads in a row, each retried several times. */
  readonly failures: number;
}

const FIRST_LOOKS = [5, 10, 20, 40].map((minutes) => minutes * MINUTE);
const LAST_LOOK = 24 * HOUR;

/**
 * The schedule for a tenant: entries appear 5 to 10 minutes after processing, which happens about every 40 minutes.
 * Source: Entra, provisioning logs; inbound provisioning FAQ. The times of the reads are our choice.
 */
export const tenantSchedule: LogSchedule = {
  next(elapsed) {
    const early = FIRST_LOOKS.find((at) => at > elapsed);
    if (early !== undefined) return early;
    const [first] = FIRST_LOOKS.slice(-1);
    const hours = Math.floor((elapsed - (first ?? 0)) / HOUR) + 1;
    const later = Math.min((first ?? 0) + hours * HOUR, LAST_LOOK);
    return later > elapsed ? later : undefined;
  },
  end: LAST_LOOK,
  silentFrom: 40 * MINUTE,
  doubtUntil: 2 * HOUR,
  ownEntryWithin: 20 * MINUTE,
  failures: Infinity,
};

/** A sandbox runs a cycle every few seconds; a stopped one does not resume. */
const SANDBOX_INTERVAL = 3000;
const SANDBOX_SILENCE = 15_000;
const SANDBOX_END = 120_000;

/**
 * The schedule for a sandbox.
 *
 * @param logLatency milliseconds by which its scenario delays entries
 */
export function sandboxSchedule(logLatency = 0): LogSchedule {
  return {
    next: (elapsed) => everyInterval(elapsed, SANDBOX_INTERVAL, SANDBOX_END + logLatency),
    end: SANDBOX_END + logLatency,
    silentFrom: SANDBOX_SILENCE + logLatency,
    doubtUntil: SANDBOX_SILENCE + logLatency,
    ownEntryWithin: SANDBOX_SILENCE + logLatency,
    failures: 1,
  };
}

function everyInterval(elapsed: number, interval: number, end: number): number | undefined {
  const next = Math.min((Math.floor(elapsed / interval) + 1) * interval, end);
  return next > elapsed ? next : undefined;
}
