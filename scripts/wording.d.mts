/** A word that the house does not use, and what to write in its place. */
export interface WordingProblem {
  readonly line: number;
  readonly found: string;
  readonly write: string;
  readonly why: string;
}

export function wordingProblems(path: string, content: string): readonly WordingProblem[];
