import type { CountedRecords } from '../problems/countedRecords';

export { NOBODY } from '../problems/countedRecords';
export type { CountedRecords, RecordRef } from '../problems/countedRecords';

/** What the operations of a plan show by themselves. */
export interface PlanSurvey {
  readonly operations: number;
  /** Operations whose `active` is true, and those whose `active` is false. */
  readonly enabled: number;
  readonly disabled: CountedRecords;
  /** Operations whose `active` is missing or not a boolean. */
  readonly uncertain: CountedRecords;
  /**
   * Operations whose id repeats an earlier one, and operations whose id differs from an earlier one only in case,
   * spaces, Unicode form or leading zeros.
   */
  readonly sameIds: CountedRecords;
  readonly nearIds: CountedRecords;
  /** The lines of the first repeated id: the line of the earlier record, and of the one that repeats it. */
  readonly firstSameId?: readonly [earlier: number, line: number];
  /** By attribute path, the number of operations that have a value. */
  readonly filled: Readonly<Record<string, number>>;
}

/** Findings for the guards that result from reading and converting a source rather than from its operations. */
export interface SourceFindings {
  /**
   * Records with a value that a spreadsheet damaged: in a column of the id, and in other columns that the mapping
   * reads.
   */
  readonly damagedIds: CountedRecords;
  readonly damagedElsewhere: CountedRecords;
  /** Records whose id lost leading zeros that other records still have in their manager ids. */
  readonly lostZeros: CountedRecords;
  /**
   * Records that the filter excludes although their status says that they left, so that their accounts would stay
   * enabled.
   */
  readonly hiddenLeavers: CountedRecords;
  /** Records that are inactive only because the mapping has no case for their status. */
  readonly disabledByDefault: CountedRecords;
  /** Identifying attributes whose values depend on random numbers or the time, by path. */
  readonly unstableIdentity: readonly string[];
  /** Identifying attributes that are the same for everybody. */
  readonly constantIdentity: readonly string[];
}
