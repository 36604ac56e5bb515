/** The physical line on which each record begins: 4 bytes a record. */
export class RecordLines {
  #lines = new Uint32Array(4096);
  #count = 0;

  /** @param number from 1; in any order */
  note(number: number, line: number): void {
    if (number > this.#lines.length) {
      const longer = new Uint32Array(Math.max(number, this.#lines.length * 2));
      longer.set(this.#lines);
      this.#lines = longer;
    }
    this.#lines[number - 1] = line;
    this.#count = Math.max(this.#count, number);
  }

  /** The line of a record that has been noted. */
  of(number: number): number {
    return this.#lines[number - 1] ?? 0;
  }

  /** The last record that begins on this line or before it; `undefined`: all begin after it. */
  recordAt(line: number): number | undefined {
    let [low, high] = [1, this.#count + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.of(middle) <= line) low = middle + 1;
      else high = middle;
    }
    return low === 1 ? undefined : low - 1;
  }
}
