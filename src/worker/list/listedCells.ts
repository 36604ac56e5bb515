import type { IndexedExtract } from '../../extract/index/indexedExtract';
import type { IndexedRow } from '../../extract/index/indexedRow';
import type { PreviewRow } from '../../preview/previewState';
import { withCells } from './rowWithCells';

/** Maximum length of a cell in the list: no list shows more. */
const MAX_LENGTH = 300;

/** What a row of the list shows in these columns; a refused row shows its own cells. */
export async function listedCells(
  extract: Pick<IndexedExtract, 'rowAt' | 'textAt'>,
  row: IndexedRow | undefined,
  columns: readonly number[],
): Promise<Pick<PreviewRow, 'cells'>> {
  if (row === undefined || columns.length === 0) return {};
  const { cells } = (await withCells(extract, row)).record;
  const shown = columns.flatMap((column) => {
    const cell = cells[column];
    return cell === undefined ? [] : [[column, shortened(cell)] as const];
  });
  return { cells: Object.fromEntries(shown) };
}

function shortened(cell: string): string {
  return cell.length <= MAX_LENGTH ? cell : `${cell.slice(0, MAX_LENGTH)}…`;
}
