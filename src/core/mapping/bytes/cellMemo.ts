import type { ByteWriter } from '../../bytes/byteWriter';
import { hashBytes } from '../../bytes/hashBytes';

/** A slot holds two lengths, the cell and what came of it. */
const SLOT_LENGTH = 128;
const LONGEST_CELL = 54;
const LONGEST_RESULT = SLOT_LENGTH - 2 - LONGEST_CELL;
const CELL_AT = 2;
const RESULT_AT = CELL_AT + LONGEST_CELL;
/** A cell may be in any of the slots of its set. */
const WAYS = 4;
const SETS = 1 << 12;
/** A length of 0 is a slot that is free. */
const TAKEN = 1;
/** After so many questions it is judged whether cells repeat at all. */
const TRIED = 1 << 14;
const WORTH = 0.3;

/**
 * Remembers the bytes that came of cells, by the cells' bytes: status words, dates and places repeat. Bounded (2 MiB): a cell
 * takes the place of another one of its set; where cells do not repeat it gives up.
 */
export class CellMemo {
  #slots = new Uint8Array(SETS * WAYS * SLOT_LENGTH);
  #asked = 0;
  #found = 0;
  /** Where the cell belongs that was last asked for; below 0: nowhere. */
  #slot = -1;
  #isWorthIt = true;
  #turn = 0;

  /** Writes what came of the cell, if that is known. */
  recall(bytes: Uint8Array, start: number, end: number, out: ByteWriter): boolean {
    const length = end - start;
    this.#slot = -1;
    if (!this.#isWorthIt || length > LONGEST_CELL) return false;
    if (++this.#asked === TRIED && this.#found < TRIED * WORTH) {
      this.#isWorthIt = false;
      this.#slots = new Uint8Array();
      return false;
    }
    const set = (hashBytes(bytes, start, end) & (SETS - 1)) * WAYS * SLOT_LENGTH;
    const slots = this.#slots;
    for (let slot = set; slot < set + WAYS * SLOT_LENGTH; slot += SLOT_LENGTH) {
      if (slots[slot] === 0) {
        this.#slot = slot;
        return false;
      }
      if (slots[slot] !== length + TAKEN) continue;
      let index = 0;
      while (index < length && slots[slot + CELL_AT + index] === bytes[start + index]) index++;
      if (index < length) continue;
      this.#found++;
      out.appendRange(slots, slot + RESULT_AT, slot + RESULT_AT + (slots[slot + 1] ?? 0));
      return true;
    }
    this.#turn = (this.#turn + 1) % WAYS;
    this.#slot = set + this.#turn * SLOT_LENGTH;
    return false;
  }

  /** Keeps what came of the cell that was last asked for in vain: the bytes that `out` has from `from` on. */
  keep(bytes: Uint8Array, start: number, end: number, out: ByteWriter, from: number): void {
    const slot = this.#slot;
    const resultLength = out.at - from;
    if (slot < 0 || resultLength > LONGEST_RESULT) return;
    const slots = this.#slots;
    slots[slot] = end - start + TAKEN;
    slots[slot + 1] = resultLength;
    for (let index = start; index < end; index++) slots[slot + CELL_AT + index - start] = bytes[index] ?? 0;
    for (let index = from; index < out.at; index++) slots[slot + RESULT_AT + index - from] = out.bytes[index] ?? 0;
  }
}
