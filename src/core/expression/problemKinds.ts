import type { ProblemKind } from '../problems/problemKind';
import { expressionProblems } from './expressionProblems';
import { functions } from './functions/table';

/** What can be wrong with an expression before any record is read. */
export const expressionProblemKinds: readonly ProblemKind[] = [
  ...Object.values(expressionProblems),
  ...functions.flatMap(({ kinds = [] }) => kinds),
];
