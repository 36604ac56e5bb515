/** Waits in milliseconds when the service does not ask for one: the first, which then doubles, and the longest. */
export interface Waits {
  readonly first: number;
  readonly longest: number;
}

const WAITS: Waits = { first: 5000, longest: 300_000 };
/** Maximum share of a demanded wait that is added to it, so that clients do not all retry at the same moment. */
const SPREAD = 0.1;

/** Maximum milliseconds that a program waits. For a longer wait it ends and shows when to continue. */
export const MAX_WAIT = 600_000;

/**
 * Milliseconds to wait after the `count`th refusal in a row (from 1). A wait that the service demands is kept in full,
 * plus a random share that never takes it over {@link MAX_WAIT}. Without a demand the maximum doubles, by default from
 * 5 s to 5 min, and the wait is a random part of it ("full jitter"). `random` gives numbers from 0 to below 1.
 */
export function backOff(
  count: number,
  retryAfterMs: number | undefined,
  random: () => number,
  { first, longest }: Waits = WAITS,
): number {
  if (retryAfterMs !== undefined && (retryAfterMs > 0 || count === 1)) {
    const spread = Math.ceil(retryAfterMs * (1 + SPREAD * random()));
    return Math.max(retryAfterMs, Math.min(spread, MAX_WAIT));
  }
  return Math.ceil(Math.min(longest, first * 2 ** (count - 1)) * random());
}
