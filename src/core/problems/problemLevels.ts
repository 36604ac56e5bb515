import { currentCode } from './formerCodes';
import type { Problem } from './problem';

/** The level at which the user sees a kind of problem; `off` hides it. */
export type ProblemLevel = Problem['severity'] | 'off';

/** Strictest first. */
export const PROBLEM_LEVELS: readonly ProblemLevel[] = ['error', 'warning', 'information', 'off'];

/** The wanted level for a code: fixed, or a minimum. */
type WantedLevel = ProblemLevel | { readonly atLeast: ProblemLevel };

/** Levels by code. */
export type ProblemLevels = Readonly<Record<string, WantedLevel>>;

/** The level of a problem that was found with this severity. */
export function levelOf(severity: Problem['severity'], wanted: WantedLevel = severity): ProblemLevel {
  return typeof wanted === 'string' ? wanted : stricterOf(severity, wanted.atLeast);
}

function stricterOf(one: ProblemLevel, other: ProblemLevel): ProblemLevel {
  return PROBLEM_LEVELS.indexOf(one) < PROBLEM_LEVELS.indexOf(other) ? one : other;
}

/** The user's levels, raised to other required levels, but never lowered. */
export function raisedLevels(
  own: Readonly<Record<string, ProblemLevel>>,
  demanded: Readonly<Record<string, ProblemLevel>>,
): ProblemLevels {
  const raised = Object.entries(demanded).map(([code, level]): [string, WantedLevel] => {
    const chosen = Object.hasOwn(own, code) ? own[code] : undefined;
    return [code, chosen === undefined ? { atLeast: level } : stricterOf(chosen, level)];
  });
  return { ...own, ...Object.fromEntries(raised) };
}

/** The levels with every code in its current spelling, which takes precedence if a code occurs in both spellings. */
export function underCurrentCodes<Level>(levels: Readonly<Record<string, Level>>): Readonly<Record<string, Level>> {
  const entries = Object.entries(levels);
  const former = entries.filter(([code]) => currentCode(code) !== code);
  if (former.length === 0) return levels;
  return {
    ...Object.fromEntries(former.map(([code, level]) => [currentCode(code), level] as const)),
    ...currentOf(entries),
  };
}

function currentOf<Level>(entries: readonly (readonly [string, Level])[]): Readonly<Record<string, Level>> {
  return Object.fromEntries(entries.filter(([code]) => currentCode(code) === code));
}
