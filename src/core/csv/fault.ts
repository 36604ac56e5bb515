import type { extractProblems } from './extractProblemKinds';

/** What can make a text stop being a table: the names of its kinds of problem. */
export type FaultName = keyof Pick<
  typeof extractProblems,
  'nulByte' | 'unterminatedQuote' | 'strayQuote' | 'fieldTooLarge' | 'tooManyColumns' | 'loneCr'
>;

/** Why the text stops being a table. Nothing after it can be trusted. */
export interface Fault {
  readonly name: FaultName;
  readonly line: number;
  /** The cell that it stands in, counted from 0; absent where it is none or is not known. */
  readonly cell?: number;
}
