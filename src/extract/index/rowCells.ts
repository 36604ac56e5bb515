import { namedPositions } from '../../core/csv/header/columnFit';
import { recordSpans } from '../../core/csv/recordSpans';
import type { RowText } from './indexedExtract';

/**
 * All cells of a row, even of one that the reader refuses because it expects another number. Cells of columns without a name come last, so
 * that the others are at the positions of the header's columns.
 */
export function rowCells({ text, header, start }: RowText): readonly string[] {
  const { dialect, encoding } = header;
  const cells = recordSpans(text, dialect, encoding, start).cells.map((span) =>
    unquoted(text.slice(span.start, span.end), dialect.quote),
  );
  const unnamed = header.unnamed ?? [];
  if (unnamed.length === 0) return cells;
  const named = namedPositions(header).flatMap((position) => cells[position] ?? []);
  const others = cells.filter(
    (_, position) => unnamed.includes(position) || position >= header.columns.length + unnamed.length,
  );
  return [...named, ...others.filter((cell) => cell.trim() !== '')];
}

function unquoted(cell: string, quote: string): string {
  return quote === '' || !cell.startsWith(quote)
    ? cell
    : cell.slice(quote.length, -quote.length).replaceAll(quote + quote, quote);
}
