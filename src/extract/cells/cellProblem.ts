import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { Problem } from '../../core/problems/problem';

/** Something wrong with a cell, a row or the header of an extract, as grave as the user wants it. */
export interface CellProblem extends Pick<Problem, 'code' | 'severity' | 'message'> {
  /** The physical line on which the row begins, from 1; absent: the file as a whole. */
  readonly line?: number;
  /** The columns whose cells it is about; none: the row. */
  readonly columns: readonly string[];
  /** Where its fix starts in the mapping; absent: only the extract can be mended. */
  readonly fault?: CellFault;
}

/** What a fix of the mapping has to know. */
export type CellFault =
  /** A rule, by the offset at which it begins, gives nothing for what a cell holds. */
  | { readonly kind: 'rule'; readonly code: string; readonly rule: number; readonly value?: string }
  /** Something is wrong in the mapping's own text, or missing in it. */
  | ({ readonly kind: 'text' } & Pick<Problem, 'code' | 'severity' | 'span' | 'data'>);

/** What is wrong in an extract, as far as it is listed, and where its rows are. */
export interface CellProblems {
  /** Absent where the header cannot be read. */
  readonly header?: ExtractHeader;
  /** The errors first, and of these and the others the first. */
  readonly problems: readonly CellProblem[];
  /** All there are, those included that are not listed. */
  readonly count: number;
  /** Records, refused ones included: the physical line, from 1, on which each begins. */
  readonly lines: Uint32Array;
}
