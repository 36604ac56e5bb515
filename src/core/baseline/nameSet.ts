/**
 * A set of hashed names: 8 bytes each, plus free slots. Missing names have a hash of zeros, and are never in the set.
 */
export class NameSet {
  #words = new Uint32Array(2 * 1024);
  #count = 0;

  add(low: number, high: number): void {
    if ((low === 0 && high === 0) || this.has(low, high)) return;
    if (++this.#count * 3 > this.#words.length) this.#grow();
    this.#put(low, high);
  }

  has(low: number, high: number): boolean {
    const words = this.#words;
    for (let at = this.#slotOf(low); ; at = this.#nextSlot(at)) {
      const [one, other] = [words[at] ?? 0, words[at + 1] ?? 0];
      if (one === 0 && other === 0) return false;
      if (one === low && other === high) return true;
    }
  }

  #put(low: number, high: number): void {
    let at = this.#slotOf(low);
    while (this.#words[at] !== 0 || this.#words[at + 1] !== 0) at = this.#nextSlot(at);
    this.#words[at] = low;
    this.#words[at + 1] = high;
  }

  /** The first slot to look at; hashes are evenly distributed. */
  #slotOf(low: number): number {
    return ((low >>> 0) % (this.#words.length / 2)) * 2;
  }

  #nextSlot(at: number): number {
    return at + 2 === this.#words.length ? 0 : at + 2;
  }

  #grow(): void {
    const before = this.#words;
    this.#words = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2)
      if (before[at] !== 0 || before[at + 1] !== 0) this.#put(before[at] ?? 0, before[at + 1] ?? 0);
  }
}
