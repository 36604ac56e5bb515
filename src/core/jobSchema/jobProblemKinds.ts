import type { ProblemKind } from '../problems/problemKind';
import { jobChecks } from './checks/table';
import { shapeProblemKinds } from './shapes/checkShapes';

/** Every kind of problem of job schemas only; their expressions have the usual kinds. */
export const jobProblemKinds: readonly ProblemKind[] = [
  ...shapeProblemKinds,
  ...jobChecks.flatMap(({ kinds }) => kinds),
].sort((a, b) => (a.code < b.code ? -1 : 1));
