/** The capacity that a stack keeps when it is cleared. */
const MAX_KEPT = 1024;

/** A stack of 32-bit integers that grows. The bottom is at 0. */
export class IntStack {
  #items = new Int32Array(MAX_KEPT);
  length = 0;

  push(value: number): void {
    if (this.length === this.#items.length) this.#grow();
    this.#items[this.length++] = value;
  }

  pop(): number {
    return this.#items[--this.length] ?? 0;
  }

  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#items[index] = value;
  }

  clear(): void {
    this.length = 0;
    if (this.#items.length > MAX_KEPT) this.#items = new Int32Array(MAX_KEPT);
  }

  #grow(): void {
    const items = new Int32Array(this.#items.length * 2);
    items.set(this.#items);
    this.#items = items;
  }
}
