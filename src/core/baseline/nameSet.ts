/** Hashes of names: 8 bytes each and the free places. Names that are not there have the hash of zeros, and are never in it. */
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
    for (let at = this.#placeOf(low); ; at = this.#after(at)) {
      const [one, other] = [words[at] ?? 0, words[at + 1] ?? 0];
      if (one === 0 && other === 0) return false;
      if (one === low && other === high) return true;
    }
  }

  #put(low: number, high: number): void {
    let at = this.#placeOf(low);
    while (this.#words[at] !== 0 || this.#words[at + 1] !== 0) at = this.#after(at);
    this.#words[at] = low;
    this.#words[at + 1] = high;
  }

  /** The hashes are spread evenly. */
  #placeOf(low: number): number {
    return ((low >>> 0) % (this.#words.length / 2)) * 2;
  }

  #after(at: number): number {
    return at + 2 === this.#words.length ? 0 : at + 2;
  }

  #grow(): void {
    const before = this.#words;
    this.#words = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2)
      if (before[at] !== 0 || before[at + 1] !== 0) this.#put(before[at] ?? 0, before[at + 1] ?? 0);
  }
}
