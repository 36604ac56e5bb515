import type { ProblemKind } from '../problemKind';
import { recordProblemKinds } from './recordProblemKinds';
import { staticProblemKinds } from './staticProblemKinds';
import { valueProblemKinds } from './values/table';

/** Every kind of problem that can be said of a mapping, each code once, in the order of the codes. */
export const problemKinds: readonly ProblemKind[] = [
  ...new Map(
    [...recordProblemKinds, ...valueProblemKinds, ...staticProblemKinds].map((kind) => [kind.code, kind]),
  ).values(),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const BY_CODE = new Map(problemKinds.map((kind) => [kind.code, kind]));

export function problemKindOf(code: string): ProblemKind | undefined {
  return BY_CODE.get(code);
}
