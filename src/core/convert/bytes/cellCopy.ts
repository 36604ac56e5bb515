import type { ColumnLookup, CompiledRule } from '../compileRule';
import type { EmptyPolicy } from '../../mapping/model/model';
import { lengthLimitOf, valueCheckOf } from '../valueCheck';
import { isUserName, mayBeRefused, mayHoldSpace } from './byteCheck';
import type { CellTest } from './emptyCell';
import { isEmptyCell } from './emptyCell';

/** No cell is longer. A small integer, because it is compared with the length of every cell. */
const MAX_LENGTH = 2 ** 30 - 1;

/** A cell that is copied as bytes, without decoding its text. */
export interface CellCopy {
  readonly column: number;
  /** The replacement for an empty cell. */
  readonly ofNull: EmptyPolicy;
  /** Whether a cell with content counts as empty; absent if none does. */
  readonly isEmpty: CellTest | undefined;
  /** Whether a cell with content is refused; may mark the record as doubtful. Absent if none is refused. */
  readonly isOdd: CellTest | undefined;
  /** A cell with more bytes makes the record doubtful: UTF-8 never has fewer bytes than UTF-16 has units. */
  readonly limit: number;
}

/** Compiles a rule that is a single column, for a text attribute. */
export function compileCellCopy({ resolved, columns }: CompiledRule, lookup: ColumnLookup): CellCopy {
  return {
    column: lookup.indexOf(columns[0] ?? '') ?? -1,
    ofNull: resolved.empty,
    isEmpty: isEmptyCell(lookup.empty),
    isOdd: eitherOf(resolved.empty === 'error' ? isBlank : undefined, compileCheck(resolved)),
    limit: lengthLimitOf(resolved)?.characters ?? MAX_LENGTH,
  };
}

function eitherOf(one: CellTest | undefined, other: CellTest | undefined): CellTest | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return (row, column) => one(row, column) || other(row, column);
}

/** Whether the cell consists of blanks; the first byte nearly always decides. */
const isBlank: CellTest = (row, column) => {
  const first = row.bytes[row.cut.starts[column] ?? 0] ?? 0;
  return (first <= 0x20 || first >= 0x80) && row.text(column).trim() === '';
};

function compileCheck(resolved: CompiledRule['resolved']): CellTest | undefined {
  const check = valueCheckOf(resolved);
  const isDoubtful = mayBeRefused(resolved);
  if (check === undefined || isDoubtful === undefined) return undefined;
  const isName = isUserName(resolved);
  return (row, column) => {
    const { cut, bytes } = row;
    const start = cut.starts[column] ?? 0;
    const end = cut.ends[column] ?? 0;
    if (isDoubtful(bytes, start, end, cut.marks[column] ?? 0) && check(row.text(column)) !== undefined) return true;
    if (isName && mayHoldSpace(bytes, start, end)) row.isDoubtful = true;
    return false;
  };
}
