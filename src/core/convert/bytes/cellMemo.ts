import type { ByteWriter } from '../../bytes/byteWriter';
import { copyWords, hashWords, sameWords, SLACK } from '../../bytes/words';

/** An entry contains two lengths, the cell and, directly after it, its result. */
const ENTRY_LENGTH = 128;
const CELL_AT = 2;
const MAX_CELL = 44;
const MAX_RESULT = ENTRY_LENGTH - CELL_AT - MAX_CELL - SLACK;
/** A cell may be in any of the entries of its set. */
const WAYS = 8;
const SETS = 1 << 11;
/** Sets of an extract that may be small, and the question at which it is no longer. */
const FEW_SETS = 1 << 5;
const MANY_ASKED = 1 << 10;
/** After so many questions it is judged whether cells repeat at all. */
const TRIED = 1 << 14;
const WORTH = 0.3;

/**
 * Remembers the bytes that came of cells, by the cells' bytes: status words, dates and places repeat. Bounded (2 MiB):
 * a cell takes the place of another one of its set; where cells do not repeat it gives up. It begins with little
 * memory, and forgets what it knows once it takes the rest.
 */
export class CellMemo {
  #entries = entriesOf(FEW_SETS);
  /** By entry, the hash of its cell: memory is asked for an entry only where it is likely the one. 0 is none. */
  #hashes = new Int32Array(FEW_SETS * WAYS);
  /** Which bits of a hash name its set. */
  #mask = FEW_SETS - 1;
  #asked = 0;
  #found = 0;
  /** Where the cell belongs that was last asked for, and its hash; below 0: nowhere. */
  #entry = -1;
  #hash = 0;
  #isWorthIt = true;
  #turn = 0;

  /** Writes what came of the cell, if that is known. */
  recall(cells: DataView, start: number, end: number, out: ByteWriter): boolean {
    this.#entry = -1;
    if (!this.#isWorthIt || end - start > MAX_CELL) return false;
    if (++this.#asked === MANY_ASKED) this.#grow();
    else if (this.#asked === TRIED && this.#found < TRIED * WORTH) {
      this.#isWorthIt = false;
      this.#entries = new DataView(new ArrayBuffer(0));
      return false;
    }
    const hash = hashWords(cells, start, end) | 1;
    const set = ((hash >>> 1) & this.#mask) * WAYS;
    const hashes = this.#hashes;
    for (let entry = set; entry < set + WAYS; entry++) {
      if (hashes[entry] === hash && this.#isOf(entry, cells, start, end)) {
        this.#found++;
        this.#write(entry, end - start, out);
        return true;
      }
      if (hashes[entry] === 0) return this.#miss(entry, hash);
    }
    this.#turn = (this.#turn + 1) % WAYS;
    return this.#miss(set + this.#turn, hash);
  }

  #miss(entry: number, hash: number): false {
    this.#entry = entry;
    this.#hash = hash;
    return false;
  }

  /** Keeps what came of the cell that was last asked for in vain: the bytes that `out` has from `from` on. */
  keep(cells: DataView, start: number, end: number, out: ByteWriter, from: number): void {
    const resultLength = out.at - from;
    if (this.#entry < 0 || resultLength > MAX_RESULT) return;
    const at = this.#entry * ENTRY_LENGTH;
    this.#hashes[this.#entry] = this.#hash;
    this.#entries.setUint8(at, end - start);
    this.#entries.setUint8(at + 1, resultLength);
    copyWords(cells, start, end, this.#entries, at + CELL_AT);
    copyWords(out.view, from, out.at, this.#entries, at + CELL_AT + end - start);
  }

  #grow(): void {
    this.#entries = entriesOf(SETS);
    this.#hashes = new Int32Array(SETS * WAYS);
    this.#mask = SETS - 1;
  }

  #isOf(entry: number, cells: DataView, start: number, end: number): boolean {
    const at = entry * ENTRY_LENGTH;
    return this.#entries.getUint8(at) === end - start && sameWords(cells, start, end, this.#entries, at + CELL_AT);
  }

  #write(entry: number, cellLength: number, out: ByteWriter): void {
    const at = entry * ENTRY_LENGTH;
    const from = at + CELL_AT + cellLength;
    out.appendRange(this.#entries, from, from + this.#entries.getUint8(at + 1));
  }
}

function entriesOf(sets: number): DataView {
  return new DataView(new ArrayBuffer(sets * WAYS * ENTRY_LENGTH + SLACK));
}
