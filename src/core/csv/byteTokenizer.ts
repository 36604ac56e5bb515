import type { Dialect } from './extractEvent';
import { extractLimits } from './extractEvent';
import type { LineEnd } from './lineEnds';

/** What came of cutting a row. */
export const enum RowCut {
  /** A row; the cells are where the tokenizer says. */
  row,
  /** The bytes end within the row, and there are more. */
  more,
  /** Nothing is left. */
  end,
  /** Something that only the tokenizer of text judges: a fault, a lone CR, a cell or row beyond the limits. */
  odd,
}

/** What a cell holds that has to be looked at when it is copied. */
export const enum CellMark {
  /** Bytes that JSON writes in another way: controls, `\`, and `"` where it is not the quote. */
  escapes = 1,
  /** Bytes beyond ASCII. */
  wide = 2,
  /** Doubled quotes, which stand for one. */
  doubled = 4,
  /** Controls but for tab and line breaks, DEL, and `+`, which a rounded number has: the cell may be damaged. */
  doubtful = 32,
}

const ALL_MARKS = 39;
const ENDS_PLAIN = 8;
const ENDS_QUOTED = 16;

const nul = 0;
const lf = 10;
const cr = 13;
const tab = 9;
const plus = 0x2b;
const none = -1;

/** Whether the tokenizer of bytes can cut rows in this dialect: delimiter and quote are one ASCII character each. */
export function isOfAscii({ delimiter, quote }: Dialect): boolean {
  return isAsciiCharacter(delimiter) && (quote === '' || isAsciiCharacter(quote));
}

function isAsciiCharacter(text: string): boolean {
  return text.length === 1 && text.charCodeAt(0) < 0x80;
}

/**
 * Cuts rows in valid UTF-8 bytes and keeps no text: where cells begin and end, and what is in them. It has the meaning of
 * `Tokenizer` for whatever is regular; at anything else it stops before the row, for `Tokenizer` to say what it is.
 */
export class ByteTokenizer {
  /** Where the cells of the row begin, without their quotes; the first `count` count. */
  readonly starts = new Int32Array(extractLimits.columns);
  readonly ends = new Int32Array(extractLimits.columns);
  readonly marks = new Uint8Array(extractLimits.columns);
  count = 0;
  /** The physical line on which the row begins. */
  rowLine: number;
  /** How the row ends; absent at the end of the text. */
  lineEnd: LineEnd | undefined;
  /** The byte behind the row, and the line that it is on. */
  end = 0;
  line: number;
  /** The byte that is the quote; below 0 when there is none. */
  readonly quote: number;
  readonly #delimiter: number;
  readonly #kinds = new Uint8Array(256);

  /** `dialect` is one that {@link isOfAscii} holds of; `line` is that of the first byte. */
  constructor({ delimiter, quote }: Dialect, line: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.quote = quote === '' ? none : quote.charCodeAt(0);
    this.line = line;
    this.rowLine = line;
    for (let byte = 0; byte < 256; byte++) this.#kinds[byte] = this.#kindOf(byte);
  }

  /**
   * Cuts the row that begins at `from`. `length` is the end of the bytes, `isLast` whether nothing follows them. Unless a
   * row is cut, `line` stays as it is, and the row can be tried again.
   */
  cut(bytes: Uint8Array, from: number, length: number, isLast: boolean): RowCut {
    if (from === length) return isLast ? RowCut.end : RowCut.more;
    const { starts, ends, marks, quote } = this;
    const kinds = this.#kinds;
    const delimiter = this.#delimiter;
    const unfinished = isLast ? RowCut.odd : RowCut.more;
    let at = from;
    let line = this.line;
    for (let count = 0; count < extractLimits.columns;) {
      let seen = 0;
      let start = at;
      let end: number;
      if (at < length && bytes[at] === quote) {
        start = ++at;
        const firstLine = line;
        for (;;) {
          let kind: number;
          while (at < length && ((kind = kinds[bytes[at] ?? 0] ?? 0) & ENDS_QUOTED) === 0) {
            seen |= kind;
            at++;
          }
          // A quote that is never closed must not swallow the file first.
          if (at - start > extractLimits.fieldLength) return RowCut.odd;
          if (at >= length) return unfinished;
          const byte = bytes[at];
          const isAtEnd = at + 1 === length;
          if (byte === quote) {
            if (isAtEnd && !isLast) return RowCut.more;
            if (isAtEnd || bytes[at + 1] !== quote) break;
            seen |= CellMark.doubled;
            at += 2;
            continue;
          }
          if (byte === nul) return RowCut.odd;
          if (byte === cr && isAtEnd) return unfinished;
          if (byte === cr && bytes[at + 1] === lf) at++;
          seen |= CellMark.escapes;
          line++;
          at++;
        }
        if (line - firstLine > extractLimits.quotedLines) return RowCut.odd;
        end = at++;
      } else {
        let kind: number;
        while (at < length && ((kind = kinds[bytes[at] ?? 0] ?? 0) & ENDS_PLAIN) === 0) {
          seen |= kind;
          at++;
        }
        end = at;
        if (end - start > extractLimits.fieldLength) return RowCut.odd;
      }
      starts[count] = start;
      ends[count] = end;
      marks[count] = seen & ALL_MARKS;
      count++;
      if (at >= length) {
        if (!isLast) return RowCut.more;
        return this.#endRow(count, at, line, undefined);
      }
      const byte = bytes[at++];
      if (byte === delimiter) continue;
      if (byte === lf) return this.#endRow(count, at, line + 1, 'lf');
      if (byte !== cr) return RowCut.odd;
      if (at === length) return unfinished;
      return bytes[at] === lf ? this.#endRow(count, at + 1, line + 1, 'crlf') : RowCut.odd;
    }
    return RowCut.odd;
  }

  #endRow(count: number, end: number, line: number, lineEnd: LineEnd | undefined): RowCut {
    this.count = count;
    this.end = end;
    this.rowLine = this.line;
    this.line = line;
    this.lineEnd = lineEnd;
    return RowCut.row;
  }

  #kindOf(byte: number): number {
    let kind = 0;
    if (byte >= 0x80) kind |= CellMark.wide;
    if ((byte < 0x20 && byte !== tab) || byte === 0x7f || byte === plus) kind |= CellMark.doubtful;
    if (byte < 0x20 || byte === 0x5c || byte === 0x22) kind |= CellMark.escapes;
    if (byte === nul || byte === lf || byte === cr || byte === this.quote) kind |= ENDS_PLAIN | ENDS_QUOTED;
    return byte === this.#delimiter ? kind | ENDS_PLAIN : kind;
  }
}
