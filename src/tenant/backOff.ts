/** Milliseconds without a demand: the first wait, which doubles, and the longest. */
export interface Waits {
  readonly first: number;
  readonly longest: number;
}

const WAITS: Waits = { first: 5000, longest: 300_000 };
/** Maximum part of a demanded wait that is added to it, so that not all clients come back at once. */
const SPREAD = 0.1;

/** Milliseconds that a program waits at most: for longer it ends, and says when to go on. */
export const MAX_WAIT = 600_000;

/**
 * Milliseconds to wait after the `count`th refusal in a row (from 1). What the service asks for is waited in full, and a little more,
 * which never makes it longer than {@link MAX_WAIT}; without a demand the wait doubles, by default from 5 s to 5 min, anywhere
 * between nothing and that ("full jitter"). A service that goes on refusing and asks for no wait at all has made no demand.
 * `random` gives numbers from 0 to below 1.
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
