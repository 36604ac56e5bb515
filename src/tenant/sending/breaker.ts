/** This many requests in a row that were not accepted are not a coincidence. */
export const BREAKS_AFTER = 5;
/** Milliseconds before one batch is tried alone. */
export const PROBE_AFTER = 60_000;

/** Opens if too many requests in a row, over all batches, were not accepted: then one is tried alone, once. */
export class Breaker {
  #inRow = 0;
  #probeAt: number | undefined;

  get isOpen(): boolean {
    return this.#probeAt !== undefined;
  }

  /** By the clock that {@link noteFailure} was given; `Infinity` while it is closed. */
  get probeAt(): number {
    return this.#probeAt ?? Infinity;
  }

  noteAccepted(): void {
    this.#inRow = 0;
    this.#probeAt = undefined;
  }

  /** Whether this one has opened it. */
  noteFailure(now: number): boolean {
    this.#inRow += 1;
    if (this.isOpen || this.#inRow < BREAKS_AFTER) return false;
    this.#probeAt = now + PROBE_AFTER;
    return true;
  }
}
