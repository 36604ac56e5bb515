import type { RecordProblem } from '../problems/problem';
import type { MappedRecord } from './compileMapping';

/** What happens to records besides becoming part of a request. */
export type RecordEvent =
  | { readonly kind: 'refused'; readonly record: MappedRecord; readonly problems: readonly RecordProblem[] }
  /** Contains the cells only if they were requested. */
  | { readonly kind: 'excluded'; readonly record: MappedRecord; readonly reason: 'where' | 'IgnoreObjectFlow' }
  /** A warning; the record is converted anyway. */
  | { readonly kind: 'warning'; readonly problem: RecordProblem };

export interface ConversionCounts {
  readonly records: number;
  readonly operations: number;
  readonly batches: number;
  readonly refused: number;
  readonly excluded: number;
  readonly duplicates: number;
  /**
   * In a plan for some of the people, parts of `excluded`: records that equal what was last sent to their job, and
   * records that were not chosen.
   */
  readonly unchanged?: number;
  readonly unselected?: number;
}
