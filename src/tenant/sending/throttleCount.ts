/**
 * Counts 429 answers in a row. Concurrent requests that are all refused count once, because only an answer after a wait
 * shows that throttling continues.
 */
export class ThrottleCount {
  #inRow = 0;
  #lastAt = -Infinity;

  /** Counts a 429 answer. Returns the number in a row, including this one. */
  note(startedAt: number, now: number): number {
    if (startedAt >= this.#lastAt) {
      this.#inRow += 1;
      this.#lastAt = now;
    }
    return this.#inRow;
  }

  /** Notes another answer, or none. It does not end the count if its request started before the last refusal. */
  noteOther(startedAt: number): void {
    if (startedAt >= this.#lastAt) this.#inRow = 0;
  }
}
