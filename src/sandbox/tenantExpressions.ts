import type { EvaluationContext } from '../core/expression/context';
import { seededRandom } from '../core/expression/random';
import { fromUnixMilliseconds } from '../core/expression/dotnet/dates/instant';

/** What an expression that is tried out may ask of the tenant. `now` is in milliseconds since 1970. */
export function tenantExpressions(
  now: number,
  { defaultDomain }: { readonly defaultDomain: string },
): EvaluationContext {
  const instant = fromUnixMilliseconds(Math.floor(now));
  return { defaultDomain, random: seededRandom(now), ...(instant && { now: instant }) };
}
