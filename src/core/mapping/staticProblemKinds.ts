import type { ProblemKind } from '../problems/problemKind';
import { mappingChecks } from './checks/table';
import { decoratorProblems } from './model/decoratorProblems';
import { pathProblems } from './model/pathProblems';
import { silenceProblems } from './silenceProblems';
import { sourceProblems } from './model/sourceProblems';
import { syntaxProblems } from './syntax/syntaxProblems';

/**
 * The kinds of problems that can be found from the text of a mapping and the columns of an extract, without its values.
 */
export const staticProblemKinds: readonly ProblemKind[] = [
  ...Object.values(syntaxProblems),
  ...Object.values(pathProblems),
  ...Object.values(decoratorProblems),
  ...Object.values(sourceProblems),
  ...mappingChecks.flatMap(({ kinds }) => kinds),
  ...Object.values(silenceProblems),
];
