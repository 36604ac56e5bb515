import type { Problem } from './problem';
import { isBlocking } from './problemKind';
import type { ProblemLevels } from './problemLevels';
import { levelOf } from './problemLevels';

/** The problems of a text in any language, with the user's levels. An error that makes the text unusable stays one. */
export function review(problems: readonly Problem[], levels: ProblemLevels = {}): readonly Problem[] {
  return problems.flatMap((problem) => {
    const level = levelOf(problem.severity, Object.hasOwn(levels, problem.code) ? levels[problem.code] : undefined);
    if (level === problem.severity || isBlocking(problem)) return [problem];
    return level === 'off' ? [] : [{ ...problem, severity: level }];
  });
}
