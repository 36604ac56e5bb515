import { randomInt } from 'node:crypto';
import { fromUnixMilliseconds } from '../core/expression/dotnet/dates/instant';
import type { PlanMoment } from '../core/convert/planMoment';

/** The moment for a new plan: the machine's clock, and an unpredictable seed. */
export function momentNow(): PlanMoment {
  const now = fromUnixMilliseconds(Date.now());
  if (now === undefined) throw new Error("the machine's clock is outside of the years 1 to 9999");
  return { now, seed: randomInt(2 ** 31) };
}
