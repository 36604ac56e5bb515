import { toBytes } from '../../bytes/byteWriter';
import { CellMark } from '../../csv/byteTokenizer';
import type { ByteRow } from './byteRow';

/** Tests a cell that has content. */
export type CellTest = (row: ByteRow, column: number) => boolean;

/** Whether a cell is one of the texts that count as empty; `undefined` if there are no such texts. */
export function isEmptyCell(empty: ReadonlySet<string>): CellTest | undefined {
  if (empty.size === 0) return undefined;
  const lengths = new Set([...empty].map((text) => toBytes(text).length));
  return (row, column) => {
    const { starts, ends, marks } = row.cut;
    const length = (ends[column] ?? 0) - (starts[column] ?? 0);
    return (lengths.has(length) || ((marks[column] ?? 0) & CellMark.doubled) !== 0) && empty.has(row.text(column));
  };
}
