/** Failed requests in a row after which the breaker opens. */
export const BREAKS_AFTER = 5;
/** Milliseconds until one batch is tried alone. */
export const PROBE_AFTER = 60_000;

/** Opens after too many failed requests in a row, across all batches; then one batch is tried alone, once. */
export class Breaker {
  #inRow = 0;
  #probeAt: number | undefined;

  get isOpen(): boolean {
    return this.#probeAt !== undefined;
  }

  /** When to try one batch, by the clock of {@link noteFailure}; `Infinity` while closed. */
  get probeAt(): number {
    return this.#probeAt ?? Infinity;
  }

  noteAccepted(): void {
    this.#inRow = 0;
    this.#probeAt = undefined;
  }

  /** Counts a failed request. Returns whether this one opened the breaker. */
  noteFailure(now: number): boolean {
    this.#inRow += 1;
    if (this.isOpen || this.#inRow < BREAKS_AFTER) return false;
    this.#probeAt = now + PROBE_AFTER;
    return true;
  }
}
