import { toBytes } from '../bytes/byteWriter';
import { textAt } from '../convert/operation';
import { cutTo } from '../bytes/cutTo';

/** Pages hold entries back to back; an entry that is longer than a page gets its own page. */
const PAGE_LENGTH = 1 << 20;
/** Positions count units of 2 bytes, so that 32 bits address 8 GiB. */
const WORD = 2;
const PAGE_WORDS = PAGE_LENGTH / WORD;
/**
 * Lengths are encoded in groups of this many bits, lowest first; the top bit of a byte ({@link MORE}) means that
 * another byte follows.
 */
const LENGTH_BITS = 7;
const MORE = 1 << LENGTH_BITS;

/**
 * The ids and display names of records, as JSON in pages of bytes: separate strings would take several times as much
 * memory. Plain data that can be copied to another thread.
 */
export interface RecordTexts {
  /** By record index, the position of its entry plus one; 0 if it has none. */
  readonly places: Uint32Array;
  readonly pages: readonly Uint8Array[];
}

/** A range of bytes that holds the JSON of a text; empty if there is no text. */
export interface JsonRange {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

const NO_TEXT: JsonRange = { bytes: new Uint8Array(), start: 0, end: 0 };

/** A text in the JSON form in which it is stored. */
export function jsonRange(text: string | undefined): JsonRange {
  if (text === undefined) return NO_TEXT;
  const bytes = toBytes(JSON.stringify(text));
  return { bytes, start: 0, end: bytes.length };
}

/** Stores the texts of records, added in any order. */
export class RecordTextsBuilder {
  #places = new Uint32Array(1024);
  readonly #pages: Uint8Array[] = [];
  /** Used bytes of the last page; before the first page, as if a page were full. */
  #used = PAGE_LENGTH;

  /** @param index from 0 */
  add(index: number, id: JsonRange, name: JsonRange): void {
    const idLength = id.end - id.start;
    const nameLength = name.end - name.start;
    if (index >= this.#places.length) this.#places = longer(this.#places, index + 1);
    if (idLength + nameLength === 0) return;
    const headLength = sizeOfLength(idLength) + sizeOfLength(nameLength);
    const length = Math.ceil((headLength + idLength + nameLength) / WORD) * WORD;
    if (this.#used + length > PAGE_LENGTH) {
      this.#pages.push(new Uint8Array(Math.max(PAGE_LENGTH, length)));
      this.#used = 0;
    }
    const page = this.#pages.at(-1);
    if (page === undefined) throw new Error('a text is kept where there is no page');
    const start = writeLength(page, writeLength(page, this.#used, idLength), nameLength);
    copy(id, page, start);
    copy(name, page, start + idLength);
    this.#places[index] = (this.#pages.length - 1) * PAGE_WORDS + this.#used / WORD + 1;
    this.#used += length;
  }

  /** @param count the number of records */
  finish(count: number): RecordTexts {
    const places = count > this.#places.length ? longer(this.#places, count) : this.#places;
    const last = this.#pages.pop();
    const pages = last === undefined ? this.#pages : [...this.#pages, last.slice(0, this.#used)];
    return { places: cutTo(places, count), pages };
  }
}

/** The JSON of a record's id; empty if unknown. */
export function idJson(texts: RecordTexts, index: number): JsonRange {
  return rangeOf(texts, index, false);
}

export function externalIdOf(texts: RecordTexts, index: number): string | undefined {
  const { bytes, start, end } = rangeOf(texts, index, false);
  return textAt(bytes, start, end);
}

export function displayNameOf(texts: RecordTexts, index: number): string | undefined {
  const { bytes, start, end } = rangeOf(texts, index, true);
  return textAt(bytes, start, end);
}

function rangeOf({ places, pages }: RecordTexts, index: number, isName: boolean): JsonRange {
  const place = places[index] ?? 0;
  if (place === 0) return NO_TEXT;
  const bytes = pages[Math.floor((place - 1) / PAGE_WORDS)];
  if (bytes === undefined) throw new Error(`the texts of record ${index + 1} are on no page`);
  const at = ((place - 1) % PAGE_WORDS) * WORD;
  const idLength = readLength(bytes, at);
  const nameAt = at + sizeOfLength(idLength);
  const nameLength = readLength(bytes, nameAt);
  const start = nameAt + sizeOfLength(nameLength);
  const idEnd = start + idLength;
  return isName ? { bytes, start: idEnd, end: idEnd + nameLength } : { bytes, start, end: idEnd };
}

function copy({ bytes, start, end }: JsonRange, page: Uint8Array, at: number): void {
  for (let from = start; from < end; from++) page[at + from - start] = bytes[from] ?? 0;
}

/** The number of bytes of an encoded length. */
function sizeOfLength(length: number): number {
  let size = 1;
  for (let rest = length; rest >= MORE; rest = Math.floor(rest / MORE)) size++;
  return size;
}

/** Returns the offset after the encoded length. */
function writeLength(page: Uint8Array, at: number, length: number): number {
  let place = at;
  let rest = length;
  for (; rest >= MORE; rest = Math.floor(rest / MORE)) page[place++] = MORE + (rest % MORE);
  page[place++] = rest;
  return place;
}

function readLength(page: Uint8Array, at: number): number {
  let length = 0;
  let unit = 1;
  for (let place = at; ; place++, unit *= MORE) {
    const byte = page[place] ?? 0;
    length += (byte % MORE) * unit;
    if (byte < MORE) return length;
  }
}

function longer(places: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.max(needed, places.length * 2));
  grown.set(places);
  return grown;
}
