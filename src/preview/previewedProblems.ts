import type { Problem } from '../core/problems/problem';

/** All problems of one kind that an extract has with its mapping. */
export interface ProblemGroup {
  readonly code: string;
  /** The title of the kind, without a full stop: `Records without an externalId`. */
  readonly title: string;
  readonly level: Problem['severity'];
  /** Whether it prevents sending. */
  readonly stops?: true;
  /** The message of the first problem: what is wrong and what to do. Contains no cell's value. */
  readonly message: string;
  /** Number of affected records, as far as known; 0 if it concerns the extract as a whole. */
  readonly count: number;
  /** Whether the affected records are known, so that the list can be filtered by them. */
  readonly isFilter: boolean;
  /** The physical line of the first problem, and the columns of its cells. */
  readonly line?: number;
  readonly columns: readonly string[];
}

/** The effect of a status word on an account. */
export type StatusMeaning = 'enabled' | 'disabled' | 'unchanged' | 'excluded' | 'undecided' | 'failed';

/** The truth table of `active`: the result for each combination of words in the columns that its rule reads. */
export interface StatusChart {
  readonly columns: readonly string[];
  /** The most frequent first. */
  readonly rows: readonly {
    /** By column; null for an empty cell. */
    readonly words: readonly (string | null)[];
    readonly meaning: StatusMeaning;
    readonly count: number;
    /** The physical line of the first record with these words. */
    readonly line: number;
  }[];
  /** Number of records with words that are not listed. */
  readonly others: number;
  /** Number of records checked, and whether these are all. */
  readonly records: number;
  readonly isComplete: boolean;
}
