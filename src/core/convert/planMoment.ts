import type { EvaluationContext } from '../expression/context';
import { mixSeeds, seededRandom } from '../expression/random';
import type { DateTime } from '../expression/dotnet/dates/instant';
import { findFunction } from '../expression/functions/table';
import type { Expression } from '../expression/syntax';
import { walk } from '../expression/syntax';

/** The time and randomness of a plan: the same moment gives the same requests again. */
export interface PlanMoment {
  /** What `Now` gives, for all records. */
  readonly now: DateTime;
  /** Where `Guid` and `RandomString` draw from; an integer. */
  readonly seed: number;
}

/** The context that an expression is evaluated in on the record with that number. */
export type ContextOf = (record: number) => EvaluationContext;

/**
 * The contexts of one expression. Each record draws from its own sequence, which depends only on the seed, the record's
 * number and the expression's place: the preview of one record shows what the whole conversion gives.
 */
export function contextsOf(expression: Expression, place: number, moment: PlanMoment | undefined): ContextOf {
  if (moment === undefined) return () => NOTHING;
  const fixed: EvaluationContext = { now: moment.now };
  const draws = [...walk(expression)].some(
    (node) => node.kind === 'call' && findFunction(node.name)?.needs === 'random',
  );
  if (!draws) return () => fixed;
  return (record) => ({ ...fixed, random: seededRandom(mixSeeds(mixSeeds(moment.seed, record), place)) });
}

const NOTHING: EvaluationContext = {};
