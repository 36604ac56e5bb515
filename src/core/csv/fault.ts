import type { extractProblems } from './extractProblemKinds';

/** What can make a text stop being a table: the names of its kinds of problem. */
export type FaultName = keyof Pick<
  typeof extractProblems,
  'nulByte' | 'unterminatedQuote' | 'strayQuote' | 'fieldTooLarge' | 'tooManyColumns' | 'loneCr'
>;

/** Why the text stops being a table. The text after it cannot be trusted. */
export interface Fault {
  readonly name: FaultName;
  readonly line: number;
  /** Its cell, counted from 0; absent if there is none or it is unknown. */
  readonly cell?: number;
}
