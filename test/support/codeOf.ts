import type { ProblemCode } from '../../src/core/problems/problemCode';

/** Any text as the code of a problem, for tests of what does not care which codes there are. */
export function codeOf(text: string): ProblemCode {
  return text as ProblemCode;
}
