import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { Problem } from '../../core/problems/problem';

/** A problem of a cell, a row or the header of an extract, at the level that the user wants. */
export interface CellProblem extends Pick<Problem, 'code' | 'severity' | 'message'> {
  /** The physical line on which the row begins, from 1; absent: the file as a whole. */
  readonly line?: number;
  /** The columns whose cells it is about; none: the row. */
  readonly columns: readonly string[];
  /** Where its fix starts in the mapping; absent: only the extract can be corrected. */
  readonly fault?: CellFault;
}

/** The input of a fix of the mapping. */
export type CellFault =
  /** A rule, by the offset at which it begins, has no result for a cell's value. */
  | { readonly kind: 'rule'; readonly code: string; readonly rule: number; readonly value?: string }
  /** The mapping's own text has a problem, or lacks something. */
  | ({ readonly kind: 'text' } & Pick<Problem, 'code' | 'severity' | 'span' | 'data'>);

/** The listed problems of an extract, and where its rows are. */
export interface CellProblems {
  /** Absent where the header cannot be read. */
  readonly header?: ExtractHeader;
  /** Errors first; the first of the errors and the first of the others. */
  readonly problems: readonly CellProblem[];
  /** The number of all problems, listed or not. */
  readonly count: number;
  /** For each record, refused ones included, the physical line, from 1, on which it begins. */
  readonly lines: Uint32Array;
}
