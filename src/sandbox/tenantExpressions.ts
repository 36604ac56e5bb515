import type { EvaluationContext } from '../core/expression/context';
import { seededRandom } from '../core/expression/random';
import { fromUnixMilliseconds } from '../core/expression/dotnet/dates/instant';

/** The tenant's values that expressions can read. `now` is in milliseconds since 1970. */
export function tenantExpressions(
  now: number,
  { defaultDomain }: { readonly defaultDomain: string },
): EvaluationContext {
  const instant = fromUnixMilliseconds(Math.floor(now));
  return { defaultDomain, random: seededRandom(now), ...(instant && { now: instant }) };
}
