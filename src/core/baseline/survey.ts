import type { CountedRecords } from '../problems/countedRecords';

export { NOBODY } from '../problems/countedRecords';
export type { CountedRecords, RecordRef } from '../problems/countedRecords';

/** What the operations of a plan say by themselves. */
export interface PlanSurvey {
  readonly operations: number;
  /** Operations whose `active` is true, and false. */
  readonly enabled: number;
  readonly disabled: CountedRecords;
  /** Operations whose `active` is missing or no boolean. */
  readonly uncertain: CountedRecords;
  /** Operations whose id repeats an earlier one, and whose id differs from an earlier one by case, spaces, Unicode form or leading zeros alone. */
  readonly sameIds: CountedRecords;
  readonly nearIds: CountedRecords;
  /** The lines of the first id that repeats: the earlier one, and the one that repeats it. */
  readonly firstSameId?: readonly [earlier: number, line: number];
  /** By attribute path, how many operations have a value there. */
  readonly filled: Readonly<Record<string, number>>;
}

/** What only reading and converting a source shows, besides the operations: what guards ask of it. */
export interface SourceFindings {
  /** Records with a value that a spreadsheet has damaged: in a column of the id, and in others that the mapping reads. */
  readonly damagedIds: CountedRecords;
  readonly damagedElsewhere: CountedRecords;
  /** Records whose id has lost leading zeros that the managers of others have. */
  readonly lostZeros: CountedRecords;
  /** Records that the filter excludes although their status says that they left: their accounts would stay enabled. */
  readonly hiddenLeavers: CountedRecords;
  /** Records that are inactive only because no case of the mapping names the word of their status. */
  readonly disabledByDefault: CountedRecords;
  /** Attributes that say who somebody is and are drawn by chance or from the clock; by path. */
  readonly unstableIdentity: readonly string[];
  /** Those that are the same for everybody. */
  readonly constantIdentity: readonly string[];
}
