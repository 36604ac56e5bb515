/** Places for each id: fewer would make searching long. */
const ROOM = 1.4;

/**
 * Rows by the hash of their id: 7 bytes a row, because the ids themselves are read where the rows are. Hashes are spread evenly, so
 * that their first words say where to look.
 */
export class IdIndex {
  /** Rows, plus one; 0 is free. */
  readonly #slots: Uint32Array;
  readonly #tags: Uint8Array;

  /** @param rows how many there are at most */
  constructor(rows: number) {
    const length = Math.max(8, Math.ceil(rows * ROOM));
    this.#slots = new Uint32Array(length);
    this.#tags = new Uint8Array(length);
  }

  add(row: number, low: number, high: number): void {
    let slot = this.#slotOf(low);
    while (this.#slots[slot] !== 0) slot = this.#after(slot);
    this.#slots[slot] = row + 1;
    this.#tags[slot] = high;
  }

  /** The first row of those whose id may be this one that is; below 0 for none. */
  find(low: number, high: number, isMeant: (row: number) => boolean): number {
    const tag = high & 0xff;
    for (let slot = this.#slotOf(low); this.#slots[slot] !== 0; slot = this.#after(slot)) {
      if (this.#tags[slot] !== tag) continue;
      const row = (this.#slots[slot] ?? 0) - 1;
      if (isMeant(row)) return row;
    }
    return -1;
  }

  #slotOf(low: number): number {
    return Math.floor((low / 4_294_967_296) * this.#slots.length);
  }

  #after(slot: number): number {
    return slot + 1 === this.#slots.length ? 0 : slot + 1;
  }
}
