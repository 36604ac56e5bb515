import type { Problem } from '../problems/problem';
import type { ProblemKind } from '../problems/problemKind';
import { mappingChecks } from './checks/table';
import { decoratorProblems } from './model/decoratorProblems';
import { pathProblems } from './model/pathProblems';
import { silenceProblems } from './silenceProblems';
import { sourceProblems } from './model/sourceProblems';
import { syntaxProblems } from './syntax/syntaxProblems';

/** The kinds of problems that the text of a mapping shows, and the columns of an extract, without its values. */
export const staticProblemKinds: readonly ProblemKind[] = [
  ...Object.values(syntaxProblems),
  ...Object.values(pathProblems),
  ...Object.values(decoratorProblems),
  ...Object.values(sourceProblems),
  ...mappingChecks.flatMap(({ kinds }) => kinds),
  ...Object.values(silenceProblems),
];

const BLOCKING = new Set<string>(
  staticProblemKinds.filter(({ blocking }) => blocking === true).map(({ code }) => code),
);

/** Whether the mapping cannot be used with the problem, so that no setting and no comment takes it away. */
export function isBlocking({
  code,
  severity,
}: {
  readonly code: string;
  readonly severity: Problem['severity'];
}): boolean {
  return severity === 'error' && BLOCKING.has(code);
}
