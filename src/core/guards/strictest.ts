import type { ChosenLimits, LimitName } from './limitTable';
import { LIMIT_NAMES, limitKind } from './limitTable';

/** The user's limits, replaced by those of the workspace where the latter are stricter. */
export function strictest(user: ChosenLimits, workspace: ChosenLimits): ChosenLimits {
  return Object.fromEntries(
    LIMIT_NAMES.map((name) => {
      const own = user[name] ?? limitKind(name).standard;
      const demanded = workspace[name];
      return [name, demanded === undefined ? own : stricter(name, own, demanded)];
    }),
  );
}

function stricter(name: LimitName, one: number, other: number): number {
  if (limitKind(name).isOffAtZero !== true || (one > 0 && other > 0)) return Math.min(one, other);
  return Math.max(one, other);
}
