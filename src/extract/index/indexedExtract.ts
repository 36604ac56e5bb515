import { setImmediate } from 'node:timers/promises';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { RecordStart } from '../../core/csv/recordSpans';
import type { ExtractPlace, PlaceState } from './extractPlace';
import { placeBytes, placeRange, placeState } from './extractPlace';
import { firstBytesNeeded, judgeFirstBytes } from '../encoding/judgeFirstBytes';
import { openDecoding } from '../encoding/textDecoding';
import type { IndexedRow } from './indexedRow';
import { rowsOf } from './indexedRow';
import { codeUnitsOf, LineStarts } from './lineStarts';
import type { RecordMark } from './recordIndex';
import { markDistance, RecordIndex } from './recordIndex';
import { RecordLines } from './recordLines';

/** Bytes per read; processing them takes about ten milliseconds. */
const AGAIN = 64 * 1024;

/** The text of an extract from one row on. */
export interface RowText {
  readonly text: string;
  readonly header: ExtractHeader;
  readonly start: RecordStart;
}

/** Neighbouring rows with the text of the file. */
export interface RowsPart {
  readonly text: string;
  /** The numbers of the first and the last row. */
  readonly first: number;
  readonly last: number;
  /** The physical line on which the text begins. */
  readonly line: number;
  /** The text from a physical line on. */
  readonly textFrom: (line: number) => string;
}

interface Header {
  readonly header: ExtractHeader;
  readonly offset: number;
}

/**
 * An extract that is read once from front to back, through {@link bytes}, and whose records can be read
 * again by its number or line. Keeps marks, not records: memory hardly grows with the extract.
 */
export class IndexedExtract {
  readonly #place: ExtractPlace;
  readonly #state: PlaceState;
  readonly #encoding: string | undefined;
  readonly #index = new RecordIndex();
  /** Records that have been noted. */
  readonly lines = new RecordLines();
  #starts: LineStarts | undefined;
  #header: Header | undefined;
  #headerBytes: Uint8Array | undefined;
  #bytesRead = 0;
  #records = 0;
  #lastLine = 0;

  private constructor(place: ExtractPlace, state: PlaceState, encoding: string | undefined) {
    this.#place = place;
    this.#state = state;
    this.#encoding = encoding;
  }

  /**
   * @param encoding the one that was stated for the extract
   * @throws {ExtractFileError} when there is no such file
   */
  static async of(place: ExtractPlace, encoding?: string): Promise<IndexedExtract> {
    return new IndexedExtract(place, await placeState(place), encoding);
  }

  /** In bytes. */
  get size(): number {
    return this.#state.size;
  }

  get bytesRead(): number {
    return this.#bytesRead;
  }

  /** Records that have been noted. */
  get records(): number {
    return this.#records;
  }

  /**
   * All bytes, in blocks, for `readExtract`; its results must be noted here before the next block is requested.
   */
  async *bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const block of placeBytes(this.#place)) {
      if (this.#starts === undefined) {
        const first = judgeFirstBytes(block.subarray(0, firstBytesNeeded), this.#encoding !== undefined);
        const [encoding, markLength] =
          first.kind === 'text' ? [first.encoding ?? this.#encoding, first.markLength] : [undefined, 0];
        this.#starts = new LineStarts(codeUnitsOf(encoding), markLength);
        this.#starts.push(block.subarray(markLength));
      } else this.#starts.push(block);
      this.#bytesRead += block.length;
      yield block;
      // A request for the next block means that the results of the last one have been noted
      this.#starts.forgetBefore(this.#lastLine);
    }
  }

  /**
   * All bytes again, at low priority: there is a pause after each part.
   * @throws {ExtractFileError} when the file has changed since
   */
  async *again(): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = 0; at < this.size; at += AGAIN) {
      yield await this.#range(at, Math.min(this.size, at + AGAIN));
      await setImmediate();
    }
  }

  noteHeader(header: ExtractHeader): void {
    this.#header = { header, offset: this.#offsetOf(header.line) };
  }

  /** Notes a row that has a number, refused ones included; in any order within what one block gave. */
  noteRecord(number: number, line: number): void {
    this.#records = Math.max(this.#records, number);
    this.#lastLine = Math.max(this.#lastLine, line);
    this.lines.note(number, line);
    if (RecordIndex.isMarked(number)) this.#index.add({ number, line, offset: this.#offsetOf(line) });
  }

  /**
   * The rows with these numbers, as far as they have been noted, read from a small part of the file.
   * @throws {ExtractFileError} when the file has changed since
   */
  async rows(from: number, to: number): Promise<readonly IndexedRow[]> {
    const start = this.#index.before(from);
    const last = Math.min(to, this.#records);
    if (start === undefined || last < from) return [];
    // Bytes that are not cut yet may follow the last mark; rows without a number are left out
    const end = this.#index.after(last)?.offset ?? this.#bytesRead;
    const rows = await this.#between(start, await this.#range(start.offset, end));
    return rows.filter(({ record }) => record.number >= from && record.number <= last);
  }

  /**
   * The text of the rows with these numbers, in parts that are each read at once: searching it takes a fraction of the time of cutting it
   * into rows.
   * @throws {ExtractFileError} when the file has changed since
   */
  async parts(from: number, to: number): Promise<readonly RowsPart[]> {
    const start = this.#index.before(from);
    const last = Math.min(to, this.#records);
    if (start === undefined || last < from) return [];
    const end = this.#index.after(last)?.offset ?? this.#bytesRead;
    const bytes = await this.#range(start.offset, end);
    const decoding = openDecoding(this.#known().header.encoding, false);
    const parts: RowsPart[] = [];
    for (let mark: RecordMark | undefined = start; mark !== undefined && mark.number <= last;) {
      const begins = mark;
      const next = this.#index.after(begins.number);
      const part = bytes.subarray(begins.offset - start.offset, (next?.offset ?? end) - start.offset);
      const numbers = { first: Math.max(from, begins.number), last: Math.min(last, (next?.number ?? Infinity) - 1) };
      const text = decoding.decode(part);
      let starts: readonly number[] | undefined;
      parts.push({
        ...numbers,
        text,
        line: begins.line,
        textFrom: (line) => text.slice((starts ??= lineStartsOf(text))[line - begins.line]),
      });
      mark = next;
    }
    return parts;
  }

  /** The row of this number. */
  async rowAt(number: number): Promise<IndexedRow | undefined> {
    return (await this.rows(number, number))[0];
  }

  /** The row of a physical line: the last one that begins on it or before it. */
  async rowAtLine(line: number): Promise<IndexedRow | undefined> {
    const start = this.#index.beforeLine(line);
    if (start === undefined) return undefined;
    const rows = await this.rows(start.number, this.#index.after(start.number)?.number ?? this.#records);
    return rows.filter(({ record }) => record.line <= line).at(-1);
  }

  /** The rows with these numbers, in ascending order; neighbours are read at once. */
  async rowsAt(numbers: readonly number[]): Promise<readonly IndexedRow[]> {
    const ranges = new Map<number, readonly [first: number, last: number]>();
    for (const number of numbers) {
      const place = Math.floor((number - 1) / markDistance);
      ranges.set(place, [ranges.get(place)?.[0] ?? number, number]);
    }
    const wanted = new Set(numbers);
    const rows: IndexedRow[] = [];
    for (const [first, last] of ranges.values())
      rows.push(...(await this.rows(first, last)).filter(({ record }) => wanted.has(record.number)));
    return rows;
  }

  /** The text of the row of this number and what follows it, and where it begins in the file. */
  async textAt(number: number): Promise<RowText | undefined> {
    const row = await this.rowAt(number);
    const mark = this.#index.before(number);
    if (row === undefined || mark === undefined) return undefined;
    const { header } = this.#known();
    const end = this.#index.after(number)?.offset ?? this.#bytesRead;
    const part = await this.#range(mark.offset, end);
    const starts = new LineStarts(codeUnitsOf(header.encoding));
    starts.push(part);
    const offset = starts.offsetOf(row.record.line - mark.line + 1) ?? 0;
    // The text after the record is not used, so it may be cut off within a character
    const text = openDecoding(header.encoding, false).decode(part.subarray(offset));
    return { text, header, start: { line: row.record.line, offset: mark.offset + offset } };
  }

  /** The header's own bytes precede the part, so that the same reader reads both by the same rules. */
  async #between(start: RecordMark, part: Uint8Array): Promise<readonly IndexedRow[]> {
    const { header, offset } = this.#known();
    const firstRecord = this.#index.first ?? start;
    this.#headerBytes ??= await this.#range(offset, firstRecord.offset);
    const headerBytes = this.#headerBytes;
    const linesAbove = firstRecord.line - header.line;
    const options = { encoding: header.encoding, ...header.dialect, isHeaderSettled: true };
    const rows: IndexedRow[] = [];
    for await (const row of rowsOf([headerBytes, part], options)) {
      const { number, line } = row.record;
      const place = { number: start.number + number - 1, line: start.line + line - linesAbove - 1 };
      rows.push({
        record: { ...row.record, ...place },
        ...(row.problem === undefined ? {} : { problem: { ...row.problem, record: place.number, line: place.line } }),
      });
    }
    return rows;
  }

  #range(start: number, end: number): Promise<Uint8Array> {
    return placeRange(this.#place, this.#state, start, end);
  }

  #known(): Header {
    if (this.#header === undefined) throw new Error('a record was asked for before there was a header');
    return this.#header;
  }

  #offsetOf(line: number): number {
    const offset = this.#starts?.offsetOf(line);
    if (offset === undefined) throw new Error(`line ${line} was noted after it had been forgotten`);
    return offset;
  }
}

function lineStartsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
}
