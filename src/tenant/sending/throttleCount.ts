/**
 * Counts answers 429 in a row. Requests that were under way together and are all refused count as one: the answers
 * after a wait show how serious the service is.
 */
export class ThrottleCount {
  #inRow = 0;
  #lastAt = -Infinity;

  /** The number in a row, including this one. */
  note(startedAt: number, now: number): number {
    if (startedAt >= this.#lastAt) {
      this.#inRow += 1;
      this.#lastAt = now;
    }
    return this.#inRow;
  }

  /** Another answer, or none. Requests that were under way when the service refused do not end the count. */
  noteOther(startedAt: number): void {
    if (startedAt >= this.#lastAt) this.#inRow = 0;
  }
}
