import type { EvaluationContext } from '../expression/context';
import { mixSeeds, seededRandom } from '../expression/random';
import type { DateTime } from '../expression/dotnet/dates/instant';
import { findFunction } from '../expression/functions/table';
import type { Expression } from '../expression/syntax';
import { walk } from '../expression/syntax';

/** The time and the random seed of a plan: the same moment produces the same requests again. */
export interface PlanMoment {
  /** The result of `Now`, for all records. */
  readonly now: DateTime;
  /** The seed of `Guid` and `RandomString`; an integer. */
  readonly seed: number;
}

/** The context in which an expression is evaluated for the record with this number. */
export type ContextOf = (record: number) => EvaluationContext;

/**
 * The contexts of one expression. Each record has its own random sequence, which depends only on the seed, the record's
 * number and the expression's index, so the preview of one record shows what the whole conversion produces.
 */
export function contextsOf(expression: Expression, place: number, moment: PlanMoment | undefined): ContextOf {
  if (moment === undefined) return () => NOTHING;
  const fixed: EvaluationContext = { now: moment.now };
  const isRandom = [...walk(expression)].some(
    (node) => node.kind === 'call' && findFunction(node.name)?.needs === 'random',
  );
  if (!isRandom) return () => fixed;
  return (record) => ({ ...fixed, random: seededRandom(mixSeeds(mixSeeds(moment.seed, record), place)) });
}

const NOTHING: EvaluationContext = {};
