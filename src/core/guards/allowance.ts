import type { GuardDecision } from './guard';
import type { Limit } from './guardLimits';

/** Too small to affect any share of people, but larger than rounding errors of a division. */
const ROUNDING = 1e-9;

/** How many of `all` a percentage permits: an integer, and at least one unless the percentage is 0. */
export function shareOf(percent: number, all: number): number {
  return percent === 0 ? 0 : Math.max(1, Math.floor((all * percent) / 100 + ROUNDING));
}

/** How many of `all` a limit permits. One more exceeds it. */
export function allowance(limit: Limit, all: number): number {
  return Math.min(limit.count, shareOf(limit.percent, all));
}

/** The decision for a count between two limits. */
export interface Grade {
  readonly decision: Extract<GuardDecision, 'pass' | 'type' | 'stop'>;
  /** The limit that was exceeded, otherwise the lower one. */
  readonly limit: number;
}

/** @param allowed up to how many pass, and up to how many can be confirmed by typing */
export function grade(count: number, allowed: { readonly type: number; readonly stop: number }): Grade {
  if (count > allowed.stop) return { decision: 'stop', limit: allowed.stop };
  return { decision: count > allowed.type ? 'type' : 'pass', limit: Math.min(allowed.type, allowed.stop) };
}
