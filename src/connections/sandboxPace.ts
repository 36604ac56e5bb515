import type { LogPace } from './connection';

/** A sandbox runs a cycle every few seconds; one that has ended does not come back. */
const INTERVAL = 3000;
const MAX_INTERVAL = 6000;
const DEADLINE = 120_000;
const DOUBT_DEADLINE = 15_000;

/**
 * How patiently a sandbox's log is read.
 * @param logLatency milliseconds by which its scenario holds entries back
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
