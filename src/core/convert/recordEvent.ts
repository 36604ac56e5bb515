import type { RecordProblem } from '../problems/problem';
import type { MappedRecord } from './compileMapping';

/** Events of records besides the requests. */
export type RecordEvent =
  | { readonly kind: 'refused'; readonly record: MappedRecord; readonly problems: readonly RecordProblem[] }
  /** Its cells are present if requested. */
  | { readonly kind: 'excluded'; readonly record: MappedRecord; readonly reason: 'where' | 'IgnoreObjectFlow' }
  /** A warning; its record is converted nevertheless. */
  | { readonly kind: 'warning'; readonly problem: RecordProblem };

export interface ConversionCounts {
  readonly records: number;
  readonly operations: number;
  readonly batches: number;
  readonly refused: number;
  readonly excluded: number;
  readonly duplicates: number;
  /**
   * Of the excluded, in a plan of some of its people: those who are what their job was last sent, and those who were
   * not chosen.
   */
  readonly unchanged?: number;
  readonly unselected?: number;
}
