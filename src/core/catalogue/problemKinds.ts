import { importProblems } from '../import/importProblems';
import { usersProblems } from '../provisioning/users/usersProblems';
import { jobProblemKinds } from '../jobSchema/jobProblemKinds';
import { mappingProblemKinds } from '../examine/mappingProblemKinds';
import { payloadProblemKinds } from '../payload/payloadProblemKinds';
import type { ProblemKind } from '../problems/problemKind';

/** All kinds of problems in texts that the user writes, one per code, sorted by code. */
export const problemKinds: readonly ProblemKind[] = [
  ...mappingProblemKinds,
  ...payloadProblemKinds,
  ...jobProblemKinds,
  ...Object.values(importProblems),
  ...Object.values(usersProblems),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const BY_CODE = new Map<string, ProblemKind>(problemKinds.map((kind) => [kind.code, kind]));

export function problemKindOf(code: string): ProblemKind | undefined {
  return BY_CODE.get(code);
}
