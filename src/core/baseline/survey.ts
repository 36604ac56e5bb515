/** A record that is named to people: by its number and the physical line on which it begins. */
export interface RecordRef {
  readonly record: number;
  readonly line: number;
}

/** A count, and the first of those counted. */
export interface CountedRecords {
  readonly count: number;
  /** At most 10. */
  readonly first: readonly RecordRef[];
}

export const NOBODY: CountedRecords = { count: 0, first: [] };

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
  /** By attribute path, how many operations have a value there. */
  readonly filled: Readonly<Record<string, number>>;
}
