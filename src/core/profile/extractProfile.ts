import type { DamageCount } from './cellDamage';
import type { DateRange } from './dateRange';

/** The profile of an extract from one pass; memory does not grow with the extract. */
export interface ExtractProfile {
  /** The number of examined records. */
  readonly records: number;
  /** Whether that was all of them; otherwise the examination stopped at a limit. */
  readonly isComplete: boolean;
  /** In the order of the header. */
  readonly columns: readonly ColumnProfile[];
}

export interface ColumnProfile {
  readonly column: string;
  /** Records whose cell is neither the empty text nor one of the mapping's `empty` texts. */
  readonly filled: number;
  /** Different filled values; a lower bound when `isDistinctExact` is false (more than a few thousand). */
  readonly distinct: number;
  readonly isDistinctExact: boolean;
  /** About how many different values there are, within a few per cent; only where `distinct` is a lower bound. */
  readonly distinctEstimate?: number;
  /**
   * The most frequent filled values, then in order of appearance; all of them while they are at most a hundred. Each
   * count is exact; when `isDistinctExact` is false, a value that appeared late can be missing, even if it is frequent.
   */
  readonly values: readonly CountedValue[];
  /** The longest filled value. Absent when none is filled. */
  readonly longest?: CellPlace;
  /** How the values look, the most frequent first, at most {@link MAX_SHAPES}; of the distinguished values. */
  readonly shapes?: readonly CountedShape[];
  /** Absent unless one format reads all of the distinguished values. */
  readonly dates?: DateRange;
  /** What is visibly wrong with values; all of them are checked. Absent if nothing is. */
  readonly damage?: readonly DamageCount[];
  /** Numbers that seem to have lost leading zeros, of the distinguished values. Absent when there are none. */
  readonly lostZeros?: number;
}

/** Shapes that a profile lists of a column. */
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

/** A value of the extract and where it was seen first. */
export interface CellPlace {
  readonly value: string;
  /** The record's number, from 1. */
  readonly record: number;
  /** The physical line on which the record begins, from 1. */
  readonly line: number;
}
