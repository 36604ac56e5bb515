import type { Problem } from '../core/problems/problem';

/** All problems of one kind that an extract has with its mapping. */
export interface ProblemGroup {
  readonly code: string;
  /** Of its kind, without a full stop: `Records without an externalId`. */
  readonly title: string;
  readonly level: Problem['severity'];
  /** Nothing is sent because of it. */
  readonly stops?: true;
  /** Of the first: what is wrong, and what to do. Holds no cell's value. */
  readonly message: string;
  /** Records that have it, as far as is known; 0 for what concerns the extract as a whole. */
  readonly count: number;
  /** Whether it is known which records these are, so that the list can be narrowed down to them. */
  readonly isFilter: boolean;
  /** The physical line of the first, and the columns of its cells. */
  readonly line?: number;
  readonly columns: readonly string[];
}

/** What a status word makes of an account. */
export type StatusMeaning = 'enabled' | 'disabled' | 'unchanged' | 'excluded' | 'undecided' | 'failed';

/** The truth table of `active`: what each word of the columns that its rule reads comes to. */
export interface StatusChart {
  readonly columns: readonly string[];
  /** The most frequent first. */
  readonly rows: readonly {
    /** By column; null: the cell is empty. */
    readonly words: readonly (string | null)[];
    readonly meaning: StatusMeaning;
    readonly count: number;
    /** The physical line of the first record that has it. */
    readonly line: number;
  }[];
  /** Records with words that are not listed. */
  readonly others: number;
  /** Number of records checked, and whether these are all. */
  readonly records: number;
  readonly isComplete: boolean;
}
