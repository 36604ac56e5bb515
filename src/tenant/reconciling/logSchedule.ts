const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When the log is read for a run. All in milliseconds after the last request was accepted. */
export interface LogSchedule {
  /** The next read after a time; `undefined`: there is none. */
  next(elapsed: number): number | undefined;
  /** The last read. */
  readonly end: number;
  /** From then on the job is checked for why the log does not answer. */
  readonly silentFrom: number;
  /** Until then the log is read for requests with an unknown outcome. */
  readonly doubtUntil: number;
  /**
   * How long after a manager's entry the log is read for the person's own, which may become readable later: the service
   * does not guarantee an order.
   */
  readonly ownEntryWithin: number;
  /** Maximum failed reads in a row; each was tried several times. */
  readonly failures: number;
}

const FIRST_LOOKS = [5, 10, 20, 40].map((minutes) => minutes * MINUTE);
const LAST_LOOK = 24 * HOUR;

/**
 * Of a tenant: entries come 5 to 10 minutes after processing, and processing about every 40 minutes. Source: Entra, provisioning logs;
 * inbound provisioning FAQ. The times are ours.
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

/** A sandbox runs a cycle every few seconds; a stopped one does not come back. */
const SANDBOX_INTERVAL = 3000;
const SANDBOX_SILENCE = 15_000;
const SANDBOX_END = 120_000;

/**
 * Of a sandbox.
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
