import { currentCode } from './formerCodes';
import type { Problem } from './problem';

/** How much problems of a kind matter to the user; `off`: they are not shown. */
export type ProblemLevel = Problem['severity'] | 'off';

export const PROBLEM_LEVELS: readonly ProblemLevel[] = ['error', 'warning', 'information', 'off'];

/** Levels by code. */
export type ProblemLevels = Readonly<Record<string, ProblemLevel>>;

/** The same levels under today's spelling of each code. Where a code is given in both, today's spelling counts. */
export function underCurrentCodes(levels: ProblemLevels): ProblemLevels {
  const entries = Object.entries(levels);
  const former = entries.filter(([code]) => currentCode(code) !== code);
  if (former.length === 0) return levels;
  return {
    ...Object.fromEntries(former.map(([code, level]) => [currentCode(code), level] as const)),
    ...currentOf(entries),
  };
}

function currentOf(entries: readonly (readonly [string, ProblemLevel])[]): ProblemLevels {
  return Object.fromEntries(entries.filter(([code]) => currentCode(code) === code));
}
