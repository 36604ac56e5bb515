import type { DamageCount } from './cellDamage';
import type { DateRange } from './dateRange';

/** The profile of an extract, from one pass. Memory does not grow with the extract. */
export interface ExtractProfile {
  /** The number of examined records. */
  readonly records: number;
  /** Whether these are all records; otherwise the examination stopped at a limit. */
  readonly isComplete: boolean;
  /** In the order of the header. */
  readonly columns: readonly ColumnProfile[];
}

export interface ColumnProfile {
  readonly column: string;
  /** Number of records whose cell is neither empty nor one of the mapping's `empty` texts. */
  readonly filled: number;
  /** Number of distinct filled values; a lower bound if `isDistinctExact` is false (more than a few thousand). */
  readonly distinct: number;
  readonly isDistinctExact: boolean;
  /**
   * An estimate of the number of distinct values, accurate to a few per cent; present only if `distinct` is a lower
   * bound.
   */
  readonly distinctEstimate?: number;
  /**
   * The most frequent filled values, equal counts in order of appearance; all values if there are at most a hundred.
   * Counts are exact. If `isDistinctExact` is false, a value that first appears late can be missing even if it is
   * frequent.
   */
  readonly values: readonly CountedValue[];
  /** The longest filled value; absent if none is filled. */
  readonly longest?: CellPlace;
  /** The shapes of the distinguished values, the most frequent first, at most {@link MAX_SHAPES}. */
  readonly shapes?: readonly CountedShape[];
  /** Absent unless one format reads all distinguished values. */
  readonly dates?: DateRange;
  /** Visible damage; all values are checked. Absent if there is none. */
  readonly damage?: readonly DamageCount[];
  /** Number of distinguished values that seem to have lost leading zeros; absent if there are none. */
  readonly lostZeros?: number;
}

/** Maximum number of shapes that a profile lists for a column. */
export const MAX_SHAPES = 20;

export interface CountedShape {
  /** `A` and `a` for letters, `9` for a digit: `A99999`, `Aa Aa`. */
  readonly shape: string;
  readonly count: number;
}

export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** A value of the extract, and where it first occurs. */
export interface CellPlace {
  readonly value: string;
  /** The record's number, from 1. */
  readonly record: number;
  /** The physical line on which the record begins, from 1. */
  readonly line: number;
}
