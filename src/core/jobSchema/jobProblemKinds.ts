import type { ProblemKind } from '../problems/problemKind';
import { jobChecks } from './checks/table';
import { shapeProblemKinds } from './shapes/checkShapes';

/** Every kind of problem that is said of job schemas alone; expressions in them have the kinds that they have anywhere. */
export const jobProblemKinds: readonly ProblemKind[] = [
  ...shapeProblemKinds,
  ...jobChecks.flatMap(({ kinds }) => kinds),
].sort((a, b) => (a.code < b.code ? -1 : 1));
