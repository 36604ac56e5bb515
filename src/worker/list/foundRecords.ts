/** The numbers of records that a search has found, in their order: 4 bytes each. */
export class FoundRecords {
  #numbers = new Uint32Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(number: number): void {
    if (this.#count === this.#numbers.length) {
      const longer = new Uint32Array(this.#count * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#count++] = number;
  }

  /** The records from this place on, as many as there are. */
  slice(from: number, count: number): readonly number[] {
    return [...this.#numbers.subarray(Math.min(from, this.#count), Math.min(from + count, this.#count))];
  }

  /** The place of a record, from 0; `undefined` if it is not among them. */
  placeOf(number: number): number | undefined {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#numbers[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low < this.#count && this.#numbers[low] === number ? low : undefined;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let place = 0; place < this.#count; place++) yield this.#numbers[place] ?? 0;
  }
}
