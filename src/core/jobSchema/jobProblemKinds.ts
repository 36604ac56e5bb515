import { expressionProblemKinds } from '../expression/problemKinds';
import { jsonProblemKinds } from '../json/jsonProblemKinds';
import type { Problem } from '../problems/problem';
import type { ProblemKind } from '../problems/problemKind';
import { jobChecks } from './checks/table';
import { shapeProblemKinds } from './shapes/checkShapes';

/** Every kind of problem that is said of job schemas alone; expressions in them have the kinds that they have anywhere. */
export const jobProblemKinds: readonly ProblemKind[] = [
  ...shapeProblemKinds,
  ...jobChecks.flatMap(({ kinds }) => kinds),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const BLOCKING = new Set<string>(
  [...jsonProblemKinds, ...expressionProblemKinds, ...jobProblemKinds]
    .filter(({ blocking }) => blocking === true)
    .map(({ code }) => code),
);

/** Whether the schema cannot be used with the problem, so that no setting takes it away. */
export function isBlockingInJob({
  code,
  severity,
}: {
  readonly code: string;
  readonly severity: Problem['severity'];
}): boolean {
  return severity === 'error' && BLOCKING.has(code);
}
