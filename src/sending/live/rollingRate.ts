/** Milliseconds over which the rate is taken. */
const WINDOW = 60_000;

/** How fast something happens, over the last minute. */
export class RollingRate {
  /** Times of the last minute, the oldest first; by a clock that only grows. */
  readonly #times: number[] = [];
  #since: number | undefined;

  note(now: number): void {
    this.#since ??= now;
    this.#times.push(now);
    this.#forget(now);
  }

  /** What came before says nothing of what comes after a pause. */
  reset(): void {
    this.#times.length = 0;
    this.#since = undefined;
  }

  /** A minute; `undefined` while too little has happened to say. */
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
