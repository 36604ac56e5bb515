import type { ProblemKind } from '../problems/problemKind';
import { jobChecks } from './checks/table';
import { shapeProblemKinds } from './shapes/checkShapes';

/** All kinds of problems specific to job schemas. Problems of their expressions have the kinds of all expressions. */
export const jobProblemKinds: readonly ProblemKind[] = [
  ...shapeProblemKinds,
  ...jobChecks.flatMap(({ kinds }) => kinds),
].sort((a, b) => (a.code < b.code ? -1 : 1));
