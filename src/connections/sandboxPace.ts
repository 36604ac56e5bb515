import type { LogPace } from './connection';

/** A sandbox runs a cycle every few seconds; a stopped one does not resume. All in milliseconds. */
const INTERVAL = 3000;
const MAX_INTERVAL = 6000;
const DEADLINE = 120_000;
const DOUBT_DEADLINE = 15_000;

/**
 * The schedule for reading a sandbox's log.
 *
 * @param logLatency milliseconds by which its scenario delays entries
 */
export function sandboxPace(logLatency = 0): LogPace {
  return {
    interval: INTERVAL,
    longestInterval: MAX_INTERVAL,
    deadline: DEADLINE + logLatency,
    doubtDeadline: DOUBT_DEADLINE,
    outage: 0,
  };
}
