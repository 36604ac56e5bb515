import type { IndexedExtract } from '../../extract/index/indexedExtract';
import type { IndexedRow } from '../../extract/index/indexedRow';
import { rowCells } from '../../extract/index/rowCells';

type Rows = Pick<IndexedExtract, 'rowAt' | 'textAt'>;

/** The row of that number as the reader gives it, and with its cells, which the reader does not give of a row that it refuses. */
export async function rowWithCells(
  extract: Rows,
  record: number,
): Promise<{ readonly row: IndexedRow; readonly withCells: IndexedRow } | undefined> {
  const row = await extract.rowAt(record);
  return row === undefined ? undefined : { row, withCells: await withCells(extract, row) };
}

/** The row with its own cells, however many they are. */
export async function withCells(extract: Rows, row: IndexedRow): Promise<IndexedRow> {
  if (row.problem === undefined) return row;
  const text = await extract.textAt(row.record.number);
  return text === undefined ? row : { ...row, record: { ...row.record, cells: rowCells(text) } };
}
