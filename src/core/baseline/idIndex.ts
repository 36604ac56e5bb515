/** The number of slots per id; fewer would slow the search down. */
const SLOTS_PER_ID = 1.4;

/**
 * Finds rows by the hash of their id. Takes 7 bytes per row, because the ids themselves are read from the rows. Hashes
 * are evenly distributed, so their first word determines where to look.
 */
export class IdIndex {
  /** Rows plus one; 0 is a free slot. */
  readonly #slots: Uint32Array;
  readonly #tags: Uint8Array;

  /** @param rows the maximum number of rows */
  constructor(rows: number) {
    const length = Math.max(8, Math.ceil(rows * SLOTS_PER_ID));
    this.#slots = new Uint32Array(length);
    this.#tags = new Uint8Array(length);
  }

  add(row: number, low: number, high: number): void {
    let slot = this.#slotOf(low);
    while (this.#slots[slot] !== 0) slot = this.#nextSlot(slot);
    this.#slots[slot] = row + 1;
    this.#tags[slot] = high;
  }

  /** The first row that may have this id and passes `isMeant`; negative if there is none. */
  find(low: number, high: number, isMeant: (row: number) => boolean): number {
    const tag = high & 0xff;
    for (let slot = this.#slotOf(low); this.#slots[slot] !== 0; slot = this.#nextSlot(slot)) {
      if (this.#tags[slot] !== tag) continue;
      const row = (this.#slots[slot] ?? 0) - 1;
      if (isMeant(row)) return row;
    }
    return -1;
  }

  #slotOf(low: number): number {
    return Math.floor((low / 4_294_967_296) * this.#slots.length);
  }

  #nextSlot(slot: number): number {
    return slot + 1 === this.#slots.length ? 0 : slot + 1;
  }
}
