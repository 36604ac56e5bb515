import type { Position } from '../text/lineIndex';
import { LineIndex } from '../text/lineIndex';
import type { Dialect } from './extractEvent';
import { recordSpans } from './recordSpans';

/** The range of a cell's text, without its quotes; the end is exclusive. */
export interface CellRange {
  readonly start: Position;
  readonly end: Position;
}

/**
 * The ranges of a record's cells in text on the screen, for any encoding. Lines count from the record's first line (0),
 * characters in UTF-16 code units.
 * @param text begins with the record; the text after it is ignored
 * @returns one range per cell, in order; `undefined` if the text seems to end within the record
 */
export function cellRanges(text: string, dialect: Dialect): readonly CellRange[] | undefined {
  const { cells } = recordSpans(text, dialect, '', { line: 1, offset: 0 });
  const end = cells.at(-1)?.end ?? 0;
  if (end === text.length) return undefined;
  const index = new LineIndex(text.slice(0, end));
  return cells.map((cell) => {
    const inner = withoutQuotes(text.slice(cell.start, cell.end), dialect.quote);
    return {
      start: index.positionAt(cell.start + inner.start),
      end: index.positionAt(cell.start + inner.end),
    };
  });
}

/** The range between the quotes of a quoted cell, or the whole of any other cell. */
function withoutQuotes(cell: string, quote: string): { readonly start: number; readonly end: number } {
  const length = quote.length;
  const isQuoted = length > 0 && cell.length >= 2 * length && cell.startsWith(quote) && cell.endsWith(quote);
  return isQuoted ? { start: length, end: cell.length - length } : { start: 0, end: cell.length };
}
