import type { Memory } from '../bytes/words';
import type { Dialect } from './extractEvent';
import { extractLimits } from './extractEvent';
import type { LineEnd } from './lineEnds';

/** The result of cutting a row. */
export const enum RowCut {
  /** A row; the tokenizer holds its cells. */
  row,
  /** The bytes end within the row, and more are to come. */
  more,
  /** There are no more bytes. */
  end,
  /** A row that only the text tokenizer can judge: a fault, a lone CR, or a cell or row beyond the limits. */
  odd,
}

/** What a cell contains, as far as it matters for copying the cell. */
export const enum CellMark {
  /** Bytes that JSON escapes: controls, `\`, and `"` unless it is the quote character. */
  escapes = 1,
  /** Bytes outside ASCII. */
  wide = 2,
  /** Doubled quotes, each for one quote. */
  doubled = 4,
  /** Controls except tab and line breaks, DEL, and `+`, which a rounded number contains: the cell may be damaged. */
  doubtful = 32,
}

/** The cells of a row in memory: where each begins and ends, and its marks. Only the first `count` are valid. */
export interface CutRow {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly marks: Uint8Array;
  readonly count: number;
  /** The physical line on which the row begins. */
  readonly rowLine: number;
  /** The quote byte, which is doubled in cells with that mark; negative if there is none. */
  readonly quote: number;
}

const nul = 0;
const lf = 10;
const cr = 13;
const tab = 9;
const plus = 0x2b;
const none = -1;

/** The cell ends within these two bytes. */
const ENDS = 0x80;
/** The cell ends at the second byte, so the first belongs to it. */
const IN_SECOND_BIT = 6;
const IN_SECOND = 1 << IN_SECOND_BIT;
const MARKS = IN_SECOND - 1;

/** Whether the byte tokenizer can cut rows in this dialect: delimiter and quote are single ASCII characters. */
export function isOfAscii({ delimiter, quote }: Dialect): boolean {
  return isAsciiCharacter(delimiter) && (quote === '' || isAsciiCharacter(quote));
}

function isAsciiCharacter(text: string): boolean {
  return text.length === 1 && text.charCodeAt(0) < 0x80;
}

/**
 * Cuts rows of valid UTF-8 bytes without decoding text: it only finds where cells begin and end, and what they contain.
 * Gives the same result as `Tokenizer` for regular rows, and stops before any other row, so that `Tokenizer` can judge
 * it.
 */
export class ByteTokenizer implements CutRow {
  /** Where the cells of the row begin, without their quotes; only the first `count` are valid. */
  readonly starts = new Int32Array(extractLimits.columns);
  readonly ends = new Int32Array(extractLimits.columns);
  readonly marks = new Uint8Array(extractLimits.columns);
  count = 0;
  /** The physical line on which the row begins. */
  rowLine: number;
  /** The line end of the row; `undefined` at the end of the text. */
  lineEnd: LineEnd | undefined;
  /** The offset after the row, and the line there. */
  end = 0;
  line: number;
  /** The quote byte; negative if there is none. */
  readonly quote: number;
  readonly #delimiter: number;
  readonly #plain: Uint8Array;
  readonly #quoted: Uint8Array;
  /** The marks of the last cell. */
  #marks = 0;
  /** The offset of its closing quote. */
  #at = 0;
  /** The current line within the row. */
  #line = 0;

  /** `dialect` must satisfy {@link isOfAscii}; `line` is the line of the first byte. */
  constructor({ delimiter, quote }: Dialect, line: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.quote = quote === '' ? none : quote.charCodeAt(0);
    this.line = line;
    this.rowLine = line;
    const odd = [nul, lf, cr, this.quote];
    this.#plain = scanTable([...odd, this.#delimiter]);
    this.#quoted = scanTable(odd);
  }

  /**
   * Cuts the row that begins at `from`. `length` is the end of the bytes, and `isLast` tells whether nothing follows
   * them. Unless a row is cut, `line` does not change, and the row can be tried again.
   */
  cut(memory: Memory, from: number, length: number, isLast: boolean): RowCut {
    if (from === length) return isLast ? RowCut.end : RowCut.more;
    const { bytes } = memory;
    const { starts, ends, marks, quote } = this;
    const delimiter = this.#delimiter;
    this.#line = this.line;
    let at = from;
    for (let count = 0; count < extractLimits.columns;) {
      const isQuoted = bytes[at] === quote && at < length;
      const start = isQuoted ? at + 1 : at;
      let end: number;
      if (isQuoted) {
        const cut = this.#cutQuoted(memory, start, length, isLast);
        if (cut !== RowCut.row) return cut;
        end = this.#at;
        at = end + 1;
      } else {
        end = this.#scan(this.#plain, memory, start, length);
        at = end;
        if (end - start > extractLimits.fieldLength) return RowCut.odd;
      }
      starts[count] = start;
      ends[count] = end;
      marks[count] = this.#marks;
      this.count = ++count;
      if (at >= length || bytes[at] !== delimiter) return this.#endRow(bytes, at, length, isLast);
      at++;
    }
    return RowCut.odd;
  }

  /** Cuts a quoted cell whose text begins at `start`, and sets `#at` to the offset of its closing quote. */
  #cutQuoted(memory: Memory, start: number, length: number, isLast: boolean): RowCut {
    const { bytes } = memory;
    const firstLine = this.#line;
    let marks = 0;
    for (let at = start; ;) {
      at = this.#scan(this.#quoted, memory, at, length);
      marks |= this.#marks;
      // Checked first, so that an unmatched quote does not swallow the file
      if (at - start > extractLimits.fieldLength) return RowCut.odd;
      if (at >= length) return isLast ? RowCut.odd : RowCut.more;
      const byte = bytes[at];
      const next = at + 1 === length ? none : bytes[at + 1];
      if (byte === this.quote) {
        if (next === none && !isLast) return RowCut.more;
        if (next !== this.quote) {
          this.#marks = marks;
          this.#at = at;
          return this.#line - firstLine > extractLimits.quotedLines ? RowCut.odd : RowCut.row;
        }
        marks |= CellMark.doubled;
        at += 2;
        continue;
      }
      if (byte === nul) return RowCut.odd;
      if (byte === cr && next === none) return isLast ? RowCut.odd : RowCut.more;
      marks |= CellMark.escapes;
      this.#line++;
      at += byte === cr && next === lf ? 2 : 1;
    }
  }

  /**
   * Returns the end of the cell or of the bytes, scanning two bytes at a time. Notes the marks of the skipped bytes.
   */
  #scan(table: Uint8Array, { bytes, view }: Memory, start: number, length: number): number {
    let at = start;
    let kind = 0;
    let marks = 0;
    while (at + 1 < length && (kind = table[view.getUint16(at, true)] ?? 0) < ENDS) {
      marks |= kind;
      at += 2;
    }
    if (at + 1 === length) kind = table[bytes[at] ?? 0] ?? 0;
    this.#marks = (marks | kind) & MARKS;
    return at + ((kind & IN_SECOND) >> IN_SECOND_BIT);
  }

  /** Ends the row after its last cell, if it ends at `at`. */
  #endRow(bytes: Uint8Array, at: number, length: number, isLast: boolean): RowCut {
    if (at >= length) return isLast ? this.#endAt(at, undefined) : RowCut.more;
    if (bytes[at] === lf) return this.#endAt(at + 1, 'lf');
    if (bytes[at] !== cr) return RowCut.odd;
    if (at + 1 === length) return isLast ? RowCut.odd : RowCut.more;
    return bytes[at + 1] === lf ? this.#endAt(at + 2, 'crlf') : RowCut.odd;
  }

  #endAt(end: number, lineEnd: LineEnd | undefined): RowCut {
    this.end = end;
    this.rowLine = this.line;
    this.line = lineEnd === undefined ? this.#line : this.#line + 1;
    this.lineEnd = lineEnd;
    return RowCut.row;
  }
}

/**
 * A table indexed by two bytes, the first in the low half: the marks of the bytes before the cell ends, whether it ends
 * within them, and where. A single last byte is looked up as if NUL followed it, at which a cell ends.
 */
function scanTable(ends: readonly number[]): Uint8Array {
  const table = new Uint8Array(1 << 16);
  const marks = Uint8Array.from({ length: 256 }, (_, byte) => marksOf(byte));
  for (let second = 0; second < 256; second++) {
    const endsThere = ends.includes(second);
    for (let first = 0; first < 256; first++)
      table[(second << 8) | first] = (marks[first] ?? 0) | (endsThere ? ENDS | IN_SECOND : (marks[second] ?? 0));
  }
  for (const first of ends)
    if (first >= 0) for (let second = 0; second < 256; second++) table[(second << 8) | first] = ENDS;
  return table;
}

/** The marks for a range of bytes, as for a cell. */
export function marksIn(bytes: Uint8Array, start: number, end: number): number {
  let marks = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    marks |= byte === lf || byte === cr ? CellMark.escapes : marksOf(byte);
  }
  return marks;
}

function marksOf(byte: number): number {
  let marks = 0;
  if (byte >= 0x80) marks |= CellMark.wide;
  if ((byte < 0x20 && byte !== tab) || byte === 0x7f || byte === plus) marks |= CellMark.doubtful;
  if (byte < 0x20 || byte === 0x5c || byte === 0x22) marks |= CellMark.escapes;
  return marks;
}
