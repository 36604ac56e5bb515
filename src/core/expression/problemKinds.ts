import type { ProblemKind } from '../problems/problemKind';
import { expressionProblems } from './expressionProblems';
import { functions } from './functions/table';

/** The kinds of problems of an expression that can be found without reading a record. */
export const expressionProblemKinds: readonly ProblemKind[] = [
  ...Object.values(expressionProblems),
  ...functions.flatMap(({ kinds = [] }) => kinds),
];
