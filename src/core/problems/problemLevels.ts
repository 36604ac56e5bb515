import type { Problem } from './problem';

/** How much problems of a kind matter to the user; `off`: they are not shown. */
export type ProblemLevel = Problem['severity'] | 'off';

/** Levels by code. */
export type ProblemLevels = Readonly<Record<string, ProblemLevel>>;

/**
 * The problems, as grave as the user wants them.
 * @param isBlocking whether the text cannot be used with the problem: such an error stays one
 */
export function applyLevels(
  problems: readonly Problem[],
  levels: ProblemLevels,
  isBlocking: (problem: Problem) => boolean,
): readonly Problem[] {
  return problems.flatMap((problem) => {
    const level = Object.hasOwn(levels, problem.code) ? levels[problem.code] : undefined;
    if (level === undefined || level === problem.severity || isBlocking(problem)) return [problem];
    return level === 'off' ? [] : [{ ...problem, severity: level }];
  });
}
