const FIRST = 5000;
const LONGEST = 300_000;
/** Part of a demanded wait that is added to it at most, so that not all who were told the same come back at once. */
const SPREAD = 0.1;

/**
 * Milliseconds to wait after the `count`th refusal in a row (from 1). What the service asks for is waited in full, and a
 * little more; without a demand the wait doubles from 5 s to 5 min, anywhere between nothing and that ("full jitter").
 * `random` gives numbers from 0 to below 1.
 */
export function backOff(count: number, retryAfterMs: number | undefined, random: () => number): number {
  if (retryAfterMs !== undefined) return Math.ceil(retryAfterMs * (1 + SPREAD * random()));
  return Math.ceil(Math.min(LONGEST, FIRST * 2 ** (count - 1)) * random());
}
