import { addedCell } from '../../core/csv/addedCell';
import { resultHeaders } from '../../core/run/results/resultColumns';
import type { TextEncoding } from '../encoding/textEncoding';
import { openEncoding } from '../encoding/textEncoding';
import type { SentLayout, SentRow } from './sentRows';
import { sentRows } from './sentRows';

/** Texts whose bytes are cached: causes and remedies repeat, ids of entries do not. */
const MAX_KEPT = 2_000;

/** What adds cells to an extract; `undefined` where its encoding does not allow it. */
export function openAdding({ header }: Pick<SentLayout, 'header'>): TextEncoding | undefined {
  const { encoding, dialect } = header;
  const opened = openEncoding(encoding);
  return opened?.has(dialect.delimiter + dialect.quote) === true ? opened : undefined;
}

/**
 * An extract with cells added at the end of each row: every byte of it stays in place, and the addition precedes the line end. A row that
 * is shorter than the header is filled up with empty cells, so that the additions are in one column; rows without text stay unchanged.
 * Memory does not grow with the extract.
 * @param cellsAt the cells for the record at an index from 0
 */
export async function* resultExtract(
  bytes: AsyncIterable<Uint8Array>,
  layout: SentLayout,
  adding: TextEncoding,
  cellsAt: (index: number) => readonly string[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const { dialect, columns } = layout.header;
  const encoded = kept((text) => adding.encode(dialect.delimiter + addedCell(text, dialect)));
  const empty = adding.encode(dialect.delimiter);
  const addedTo = ({ cells }: SentRow, texts: readonly string[]): Uint8Array[] => [
    ...Array.from({ length: Math.max(0, layout.width - cells.length) }, () => empty),
    ...texts.map(encoded),
  ];
  for await (const rows of sentRows(bytes, layout)) {
    const parts = rows.flatMap((row) => {
      if (row.kind === 'other') return [row.bytes, row.lineEnd];
      const texts = row.kind === 'header' ? resultHeaders(columns) : cellsAt(row.index);
      return [row.bytes, ...addedTo(row, texts), row.lineEnd];
    });
    if (parts.length > 0) yield Buffer.concat(parts);
  }
}

function kept(encode: (text: string) => Uint8Array): (text: string) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (text) => {
    const own = known.get(text);
    if (own !== undefined) return own;
    if (known.size >= MAX_KEPT) known.clear();
    const bytes = encode(text);
    known.set(text, bytes);
    return bytes;
  };
}
