import type { ByteWriter } from '../../bytes/byteWriter';
import { copyWords, hashWords, sameWords, SLACK } from '../../bytes/words';

/** An entry holds two lengths, then the cell and, directly after it, the result. */
const ENTRY_LENGTH = 128;
const CELL_AT = 2;
const MAX_CELL = 44;
const MAX_RESULT = ENTRY_LENGTH - CELL_AT - MAX_CELL - SLACK;
/** The number of entries per set; a cell may be in any of them. */
const WAYS = 8;
const SETS = 1 << 11;
/** The number of sets for a small extract, and the number of lookups after which the memo grows. */
const INITIAL_SETS = 1 << 5;
const GROW_AFTER = 1 << 10;
/** The number of lookups after which the share of hits decides whether the memo is worth keeping. */
const JUDGE_AFTER = 1 << 14;
const MIN_HIT_RATE = 0.3;

/**
 * Caches results by the bytes of their cell: status words, dates and places repeat. Bounded (2 MiB): a new cell
 * replaces another of its set, and caching stops if cells do not repeat. Starts with little memory, and loses its
 * contents when it grows.
 */
export class CellMemo {
  #entries = entriesOf(INITIAL_SETS);
  /**
   * By entry, the hash of its cell, so that the entry itself is only read if it probably matches. 0 is a free entry.
   */
  #hashes = new Int32Array(INITIAL_SETS * WAYS);
  /** The bits of a hash that select its set. */
  #mask = INITIAL_SETS - 1;
  #lookups = 0;
  #hits = 0;
  /** The entry for the cell of the last failed lookup, and its hash; negative if it cannot be cached. */
  #entry = -1;
  #hash = 0;
  #isWorthIt = true;
  #nextWay = 0;

  /** Writes the cached result of a cell. Returns false if there is none. */
  recall(cells: DataView, start: number, end: number, out: ByteWriter): boolean {
    this.#entry = -1;
    if (!this.#isWorthIt || end - start > MAX_CELL) return false;
    if (++this.#lookups === GROW_AFTER) this.#grow();
    else if (this.#lookups === JUDGE_AFTER && this.#hits < JUDGE_AFTER * MIN_HIT_RATE) {
      this.#isWorthIt = false;
      this.#entries = new DataView(new ArrayBuffer(0));
      return false;
    }
    const hash = hashWords(cells, start, end) | 1;
    const set = ((hash >>> 1) & this.#mask) * WAYS;
    const hashes = this.#hashes;
    for (let entry = set; entry < set + WAYS; entry++) {
      if (hashes[entry] === hash && this.#matches(entry, cells, start, end)) {
        this.#hits++;
        this.#write(entry, end - start, out);
        return true;
      }
      if (hashes[entry] === 0) return this.#miss(entry, hash);
    }
    this.#nextWay = (this.#nextWay + 1) % WAYS;
    return this.#miss(set + this.#nextWay, hash);
  }

  #miss(entry: number, hash: number): false {
    this.#entry = entry;
    this.#hash = hash;
    return false;
  }

  /** Caches the result of the last failed lookup: the bytes of `out` from `from` to its end. */
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

  #matches(entry: number, cells: DataView, start: number, end: number): boolean {
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
