import type { EarlierId } from './idRegister';
import { ByteWriter } from '../bytes/byteWriter';
import { hashWords } from '../bytes/words';

/**
 * Pages hold entries: the line (4 bytes), the length of the id (4 bytes), the hash of what it folds to (4 bytes), the
 * id, and up to three bytes that align the next. An id that is longer than a page has one of its own. A page is so long because an
 * allocator returns the memory of short ones to the system late or never, and reserves of a long one only what is written.
 */
const PAGE_LENGTH = 1 << 23;
/** Places in pages are counted in units of 4 bytes, so that 32 bits reach 16 GiB. */
const PAGE_WORDS = PAGE_LENGTH / 4;
const HEAD_LENGTH = 12;

/** The same memory by words and by bytes. */
interface Page {
  readonly words: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Writes what bytes have in common with those that are nearly the same. */
export type Fold = (bytes: Uint8Array, start: number, end: number, out: ByteWriter) => void;

/**
 * `IdRegister` for ids of bytes: those that were seen, with the line of the first record that has each. Exact, and 20
 * to 29 bytes an id besides its own; no id has no bytes at all.
 */
export class IdTable {
  readonly #fold: Fold;
  /** Places of entries. Its length is a power of two. */
  #slots = new Uint32Array(1 << 12);
  /**
   * By slot, a byte of the hash, never 0; 0 is free. Small enough for the processor's cache: nearly every new id is
   * done here.
   */
  #tags = new Uint8Array(1 << 12);
  #count = 0;
  readonly #pages: Page[] = [];
  /** Words of the last page that are taken; a page that does not exist is full. */
  #taken = PAGE_WORDS;
  /** Ids that fold to what an earlier one folds to, with the line of their first record. */
  readonly #variants = new Map<string, number>();
  readonly #folded = new ByteWriter(256);
  readonly #other = new ByteWriter(256);

  constructor(fold: Fold) {
    this.#fold = fold;
  }

  /** The record before that has this id, or nearly; unless it is the same, the id is kept with `line`. */
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
    this.#slots[slot] = this.#keep(bytes, start, end, line, hash);
    this.#count++;
    return undefined;
  }

  /** What the entry at a place is to the id that was folded last. */
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
    if (this.#isAt(place, bytes, start, end)) return { kind: 'same', line: first };
    return this.#foldsAlike(place) ? this.#noteVariant(bytes.subarray(start, end), line, first) : undefined;
  }

  #noteVariant(id: Uint8Array, line: number, first: number): EarlierId {
    const key = Array.from(id, (byte) => String.fromCharCode(byte)).join('');
    const same = this.#variants.get(key);
    if (same !== undefined) return { kind: 'same', line: same };
    this.#variants.set(key, line);
    return { kind: 'near', line: first };
  }

  /** Whether the id at a place folds to what was folded last. */
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

  #isAt(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const page = this.#pageOf(place);
    const word = wordOf(place);
    const length = end - start;
    if (page.words[word + 1] !== length) return false;
    const at = word * 4 + HEAD_LENGTH;
    for (let index = 0; index < length; index++) if (page.bytes[at + index] !== bytes[start + index]) return false;
    return true;
  }

  #keep(bytes: Uint8Array, start: number, end: number, line: number, hash: number): number {
    const words = wordsOf(end - start);
    if (this.#taken + words > PAGE_WORDS) {
      const buffer = new ArrayBuffer(Math.max(PAGE_LENGTH, words * 4));
      this.#pages.push({ words: new Uint32Array(buffer), bytes: new Uint8Array(buffer) });
      this.#taken = 0;
    }
    const word = this.#taken;
    const place = (this.#pages.length - 1) * PAGE_WORDS + word;
    this.#taken += words;
    const page = this.#pageOf(place);
    page.words[word] = line;
    page.words[word + 1] = end - start;
    page.words[word + 2] = hash;
    const at = word * 4 + HEAD_LENGTH - start;
    for (let index = start; index < end; index++) page.bytes[at + index] = bytes[index] ?? 0;
    return place;
  }

  /** Goes through the ids in the order in which they came: memory likes that better than the order of the slots. */
  #growSlots(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const tags = new Uint8Array(slots.length);
    const mask = slots.length - 1;
    for (const [index, { words }] of this.#pages.entries()) {
      const end = index === this.#pages.length - 1 ? this.#taken : PAGE_WORDS;
      for (let word = 0; word < end;) {
        const length = words[word + 1] ?? 0;
        // A page may have room left at its end, where no entry is
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

/** From the bits that do not affect the slot. */
function tagOf(hash: number): number {
  return Math.max(1, hash >>> 24);
}

/** The words that an entry takes. */
function wordsOf(length: number): number {
  return Math.ceil((HEAD_LENGTH + length) / 4);
}

/** The offset of a place in its page, in units of 4 bytes. */
function wordOf(place: number): number {
  return place % PAGE_WORDS;
}
