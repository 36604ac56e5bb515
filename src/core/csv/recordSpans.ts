import type { Dialect } from './extractEvent';

/** The range of a cell, including its quotes. */
interface CellSpan {
  /** In UTF-16 code units, from the start of the record; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The physical line on which it begins, and the code unit within that line, both from 1. */
  readonly line: number;
  readonly column: number;
  /** In bytes of the file; absent for encodings with characters of different lengths, except UTF-8 and UTF-16. */
  readonly bytes?: ByteRange;
}

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The range of a record in its file, and the ranges of its cells. */
export interface RecordSpans {
  readonly cells: readonly CellSpan[];
  /** Physical lines, from 1, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Without its line end; absent whenever those of the cells are. */
  readonly bytes?: ByteRange;
}

/** Where the text of a record begins. */
export interface RecordStart {
  readonly line: number;
  /** In bytes from the start of the file. */
  readonly offset: number;
}

/**
 * The ranges of a record's cells. The text begins with the record and may continue after it. It is cut by the rules of
 * the extract reader, which must accept the record: a quote is special only at the very start of a cell.
 * @param encoding the canonical name, as in the header
 */
export function recordSpans(text: string, dialect: Dialect, encoding: string, start: RecordStart): RecordSpans {
  const lengthOf = byteLengthOf(encoding);
  const cells: CellSpan[] = [];
  let { line, offset } = start;
  let [at, column] = [0, 1];
  for (;;) {
    const end = cellEnd(text, at, dialect);
    const cell = text.slice(at, end);
    const length = lengthOf?.(cell);
    const bytes = length === undefined ? {} : { bytes: { start: offset, end: offset + length } };
    cells.push({ start: at, end, line, column, ...bytes });
    const breaks = cell.match(/\r\n|\r|\n/g)?.length ?? 0;
    const lastBreak = Math.max(cell.lastIndexOf('\n'), cell.lastIndexOf('\r'));
    line += breaks;
    column = breaks === 0 ? column + cell.length : cell.length - lastBreak;
    offset += length ?? 0;
    if (!text.startsWith(dialect.delimiter, end)) break;
    at = end + dialect.delimiter.length;
    column += dialect.delimiter.length;
    offset += lengthOf?.(dialect.delimiter) ?? 0;
  }
  const range = lengthOf === undefined ? {} : { bytes: { start: start.offset, end: offset } };
  return { cells, firstLine: start.line, lastLine: line, ...range };
}

/** The end of a cell: after the closing quote, or at the delimiter, the line end or the end of the text. */
function cellEnd(text: string, start: number, { delimiter, quote }: Dialect): number {
  let at = start;
  if (quote !== '' && text.startsWith(quote, at)) {
    at += quote.length;
    for (;;) {
      const next = text.indexOf(quote, at);
      if (next < 0) return text.length;
      at = next + quote.length;
      if (!text.startsWith(quote, at)) return at;
      at += quote.length;
    }
  }
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r' && !text.startsWith(delimiter, at)) at++;
  return at;
}

/**
 * Returns the length of a text in bytes, in an encoding; `undefined` if the length can only be found by encoding the
 * text.
 */
function byteLengthOf(encoding: string): ((text: string) => number) | undefined {
  if (encoding === 'utf-8') return utf8Length;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return (text) => text.length * 2;
  // The canonical names of single-byte encodings of the WHATWG standard, and of code pages. Each of their characters is
  // one code unit
  return /^(windows-\d+|iso-8859-\d+(-i)?|koi8-[ru]|ibm866|cp\d{3}|macintosh|x-mac-cyrillic|x-user-defined)$/.test(
    encoding,
  )
    ? (text) => text.length
    : undefined;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
