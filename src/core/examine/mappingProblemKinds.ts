import type { ProblemKind } from '../problems/problemKind';
import { recordProblems } from '../convert/recordProblems';
import { extractProblemKinds } from '../csv/extractProblemKinds';
import { staticProblemKinds } from '../mapping/staticProblemKinds';
import { valueProblemKinds } from './checks/table';

/** All kinds of problems of a mapping, each code once, sorted by code. */
export const mappingProblemKinds: readonly ProblemKind[] = [
  ...new Map(
    [...extractProblemKinds, ...Object.values(recordProblems), ...valueProblemKinds, ...staticProblemKinds].map(
      (kind) => [kind.code, kind],
    ),
  ).values(),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const CODES = new Set<string>(mappingProblemKinds.map(({ code }) => code));

/** Whether problems with that code are reported in mappings, so that a comment there can silence them. */
export function isMappingProblem(code: string): boolean {
  return CODES.has(code);
}
