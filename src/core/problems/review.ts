import type { Problem } from './problem';
import { isBlocking } from './problemKind';
import type { ProblemLevels } from './problemLevels';
import { levelOf } from './problemLevels';

/**
 * Applies the user's levels to the problems of a text in any language. An error that makes the text unusable remains
 * one.
 */
export function review(problems: readonly Problem[], levels: ProblemLevels = {}): readonly Problem[] {
  return problems.flatMap((problem) => {
    const level = levelOf(problem.severity, Object.hasOwn(levels, problem.code) ? levels[problem.code] : undefined);
    if (level === problem.severity || isBlocking(problem)) return [problem];
    return level === 'off' ? [] : [{ ...problem, severity: level }];
  });
}
