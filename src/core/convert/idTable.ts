import type { EarlierId } from './idRegister';
import { ByteWriter } from '../bytes/byteWriter';
import { hashWords } from '../bytes/words';

/**
 * Pages hold entries: the line (4 bytes), the length of the id (4 bytes), the hash of its folded form (4 bytes), the
 * id, and up to three bytes of padding. An id that is longer than a page gets its own page. Pages are long because
 * allocators return the memory of short blocks late or never, and commit only the written part of a long one.
 */
const PAGE_LENGTH = 1 << 23;
/** Positions count units of 4 bytes, so that 32 bits address 16 GiB. */
const PAGE_WORDS = PAGE_LENGTH / 4;
const HEAD_LENGTH = 12;

/** Two views of the same memory. */
interface Page {
  readonly words: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Writes a form that is the same for similar ids. */
export type Fold = (bytes: Uint8Array, start: number, end: number, out: ByteWriter) => void;

/**
 * Like `IdRegister`, for ids in bytes: the ids seen so far, each with the line of its first record. Exact. Takes 20 to
 * 29 bytes per id besides the id itself. An id must not be empty.
 */
export class IdTable {
  readonly #fold: Fold;
  /** Positions of entries. The length is a power of two. */
  #slots = new Uint32Array(1 << 12);
  /**
   * By slot, one byte of the hash, never 0; 0 is a free slot. Small enough for the processor's cache, and sufficient
   * for nearly every new id.
   */
  #tags = new Uint8Array(1 << 12);
  #count = 0;
  readonly #pages: Page[] = [];
  /** Used words of the last page; before the first page, as if a page were full. */
  #used = PAGE_WORDS;
  /** Ids that fold to the form of an earlier one, with the line of their first record. */
  readonly #variants = new Map<string, number>();
  readonly #folded = new ByteWriter(256);
  readonly #other = new ByteWriter(256);

  constructor(fold: Fold) {
    this.#fold = fold;
  }

  /** Returns the earlier record with this or a similar id. Remembers the id with `line` unless it is already known. */
  note(bytes: Uint8Array, start: number, end: number, line: number): EarlierId | undefined {
    if (this.#count * 3 > this.#slots.length * 2) this.#growSlots();
    this.#folded.at = 0;
    this.#fold(bytes, start, end, this.#folded);
    const hash = hashWords(this.#folded.view, 0, this.#folded.at);
    const tag = tagOf(hash);
    const tags = this.#tags;
    const mask = tags.length - 1;
    let slot = hash & mask;
    for (let other = tags[slot]; other !== 0; other = tags[slot]) {
      const earlier = other === tag ? this.#compare(this.#slots[slot] ?? 0, hash, bytes, start, end, line) : undefined;
      if (earlier !== undefined) return earlier;
      slot = (slot + 1) & mask;
    }
    tags[slot] = tag;
    this.#slots[slot] = this.#store(bytes, start, end, line, hash);
    this.#count++;
    return undefined;
  }

  /** Compares the entry at a position with the id that was folded last; `undefined` if they are unrelated. */
  #compare(
    place: number,
    hash: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    line: number,
  ): EarlierId | undefined {
    const { words } = this.#pageOf(place);
    const word = wordOf(place);
    if (words[word + 2] !== hash) return undefined;
    const first = words[word] ?? 0;
    if (this.#equals(place, bytes, start, end)) return { kind: 'same', line: first };
    return this.#foldsAlike(place) ? this.#noteVariant(bytes.subarray(start, end), line, first) : undefined;
  }

  #noteVariant(id: Uint8Array, line: number, first: number): EarlierId {
    const key = Array.from(id, (byte) => String.fromCharCode(byte)).join('');
    const same = this.#variants.get(key);
    if (same !== undefined) return { kind: 'same', line: same };
    this.#variants.set(key, line);
    return { kind: 'near', line: first };
  }

  /** Whether the id at a position folds to the form that was folded last. */
  #foldsAlike(place: number): boolean {
    const page = this.#pageOf(place);
    const word = wordOf(place);
    const at = word * 4 + HEAD_LENGTH;
    const [other, folded] = [this.#other, this.#folded];
    other.at = 0;
    this.#fold(page.bytes, at, at + (page.words[word + 1] ?? 0), other);
    if (other.at !== folded.at) return false;
    for (let index = 0; index < folded.at; index++) if (other.bytes[index] !== folded.bytes[index]) return false;
    return true;
  }

  #pageOf(place: number): Page {
    const page = this.#pages[Math.floor(place / PAGE_WORDS)];
    if (page === undefined) throw new Error('an id is kept where there is no page');
    return page;
  }

  #equals(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const page = this.#pageOf(place);
    const word = wordOf(place);
    const length = end - start;
    if (page.words[word + 1] !== length) return false;
    const at = word * 4 + HEAD_LENGTH;
    for (let index = 0; index < length; index++) if (page.bytes[at + index] !== bytes[start + index]) return false;
    return true;
  }

  #store(bytes: Uint8Array, start: number, end: number, line: number, hash: number): number {
    const words = wordsOf(end - start);
    if (this.#used + words > PAGE_WORDS) {
      const buffer = new ArrayBuffer(Math.max(PAGE_LENGTH, words * 4));
      this.#pages.push({ words: new Uint32Array(buffer), bytes: new Uint8Array(buffer) });
      this.#used = 0;
    }
    const word = this.#used;
    const place = (this.#pages.length - 1) * PAGE_WORDS + word;
    this.#used += words;
    const page = this.#pageOf(place);
    page.words[word] = line;
    page.words[word + 1] = end - start;
    page.words[word + 2] = hash;
    const at = word * 4 + HEAD_LENGTH - start;
    for (let index = start; index < end; index++) page.bytes[at + index] = bytes[index] ?? 0;
    return place;
  }

  /** Visits the ids in insertion order, because sequential memory access is faster than slot order. */
  #growSlots(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const tags = new Uint8Array(slots.length);
    const mask = slots.length - 1;
    for (const [index, { words }] of this.#pages.entries()) {
      const end = index === this.#pages.length - 1 ? this.#used : PAGE_WORDS;
      for (let word = 0; word < end;) {
        const length = words[word + 1] ?? 0;
        // The rest of a page may be unused
        if (length === 0) break;
        const hash = words[word + 2] ?? 0;
        let slot = hash & mask;
        while (tags[slot] !== 0) slot = (slot + 1) & mask;
        tags[slot] = tagOf(hash);
        slots[slot] = index * PAGE_WORDS + word;
        word += wordsOf(length);
      }
    }
    this.#slots = slots;
    this.#tags = tags;
  }
}

/** Taken from the bits that do not select the slot. */
function tagOf(hash: number): number {
  return Math.max(1, hash >>> 24);
}

/** The number of words that an entry takes. */
function wordsOf(length: number): number {
  return Math.ceil((HEAD_LENGTH + length) / 4);
}

/** The offset of a position in its page, in units of 4 bytes. */
function wordOf(place: number): number {
  return place % PAGE_WORDS;
}
