import type { IndexedExtract } from '../../extract/index/indexedExtract';
import type { IndexedRow } from '../../extract/index/indexedRow';
import { rowCells } from '../../extract/index/rowCells';

type Rows = Pick<IndexedExtract, 'rowAt' | 'textAt'>;

/** The row of this number from the reader, and with its cells, which the reader does not give for a refused row. */
export async function rowWithCells(
  extract: Rows,
  record: number,
): Promise<{ readonly row: IndexedRow; readonly withCells: IndexedRow } | undefined> {
  const row = await extract.rowAt(record);
  return row === undefined ? undefined : { row, withCells: await withCells(extract, row) };
}

/** The row with all its own cells. */
export async function withCells(extract: Rows, row: IndexedRow): Promise<IndexedRow> {
  if (row.problem === undefined) return row;
  const text = await extract.textAt(row.record.number);
  return text === undefined ? row : { ...row, record: { ...row.record, cells: rowCells(text) } };
}
