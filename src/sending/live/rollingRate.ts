/** Milliseconds for which the rate is measured. */
const WINDOW = 60_000;

/** The rate of something over the last minute. */
export class RollingRate {
  /** Times of the last minute, oldest first, by a monotonic clock. */
  readonly #times: number[] = [];
  #since: number | undefined;

  note(now: number): void {
    this.#since ??= now;
    this.#times.push(now);
    this.#forget(now);
  }

  /** Forgets earlier times, because the rate before a pause does not predict the rate after it. */
  reset(): void {
    this.#times.length = 0;
    this.#since = undefined;
  }

  /** Number per minute; `undefined` while there are too few times. */
  perMinute(now: number): number | undefined {
    this.#forget(now);
    const [first] = this.#times;
    const elapsed = now - Math.max(this.#since ?? now, now - WINDOW);
    if (first === undefined || this.#times.length < 2 || elapsed <= 0) return undefined;
    return (this.#times.length / elapsed) * 60_000;
  }

  #forget(now: number): void {
    while ((this.#times[0] ?? Infinity) < now - WINDOW) this.#times.shift();
  }
}
