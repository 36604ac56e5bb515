/** Counts calls in a sliding window. */
export interface CallWindow {
  /** Counts a call at `now` (ms) and returns whether it is within the limit. */
  admit(now: number): boolean;
}

/**
 * Permits at most `limit` calls in any window of `ms` milliseconds. Refused calls count too, as in Graph: a client that
 * keeps calling stays blocked. Source: Microsoft Graph, throttling guidance.
 */
export function createCallWindow(limit: number, ms: number): CallWindow {
  let calls: number[] = [];
  return {
    admit(now) {
      calls = calls.filter((at) => at > now - ms);
      calls.push(now);
      return calls.length <= limit;
    },
  };
}

const DAY = 24 * 3_600_000;

/**
 * The daily quota: at most `limit` calls in any 24 hours. Whether refused calls count is not documented; here they do
 * not, so that waiting helps.
 */
export function createQuota(limit: number): CallWindow {
  let calls: number[] = [];
  return {
    admit(now) {
      calls = calls.filter((at) => at > now - DAY);
      if (calls.length >= limit) return false;
      calls.push(now);
      return true;
    },
  };
}
