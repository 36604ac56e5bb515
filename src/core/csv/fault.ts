import type { extractProblems } from './extractProblemKinds';

/** The ways in which a text can stop being a table, as the names of their problem kinds. */
export type FaultName = keyof Pick<
  typeof extractProblems,
  'nulByte' | 'unterminatedQuote' | 'strayQuote' | 'fieldTooLarge' | 'tooManyColumns' | 'loneCr'
>;

/** Why a text stops being a table. The text after it cannot be trusted. */
export interface Fault {
  readonly name: FaultName;
  readonly line: number;
  /** The index of its cell, from 0; absent if there is none or it is unknown. */
  readonly cell?: number;
}
