/**
 * Counts answers 429 in a row. Requests that were under way together and are all refused count as one: it is the answers after a wait
 * that say how serious the service is.
 */
export class ThrottleCount {
  #inRow = 0;
  #lastAt = -Infinity;

  /** How many in a row it is with this one. */
  note(startedAt: number, now: number): number {
    if (startedAt >= this.#lastAt) {
      this.#inRow += 1;
      this.#lastAt = now;
    }
    return this.#inRow;
  }

  /** Another answer, or none. What was under way when the service refused ends no row. */
  noteOther(startedAt: number): void {
    if (startedAt >= this.#lastAt) this.#inRow = 0;
  }
}
