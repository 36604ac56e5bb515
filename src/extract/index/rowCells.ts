import { recordSpans } from '../../core/csv/recordSpans';
import type { RowText } from './indexedExtract';

/** The cells of a row, as many as it has: also of one that the reader refuses because it expects another number. */
export function rowCells({ text, header, start }: RowText): readonly string[] {
  const { dialect, encoding } = header;
  return recordSpans(text, dialect, encoding, start).cells.map((span) =>
    unquoted(text.slice(span.start, span.end), dialect.quote),
  );
}

function unquoted(cell: string, quote: string): string {
  return quote === '' || !cell.startsWith(quote)
    ? cell
    : cell.slice(quote.length, -quote.length).replaceAll(quote + quote, quote);
}
