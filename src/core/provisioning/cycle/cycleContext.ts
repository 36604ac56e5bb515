import type { EvaluationContext } from '../../expression/context';
import { mixSeeds, seededRandom } from '../../expression/random';
import { fromUnixMilliseconds } from '../../expression/dotnet/dates/instant';

/** The inputs of a cycle from outside, and the settings of the job. The same context produces the same cycle. */
export interface CycleContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Returns the id for a new account. */
  readonly newId: (externalId: string) => string;
  /**
   * The seed for `RandomString` and `Guid`; default: 0. Each record has its own sequence, derived from its externalId,
   * so that a prediction for one person alone equals the result among all others.
   */
  readonly seed?: number;
  readonly defaultDomain: string;
  /** The domains that sign-in names may have, in addition to the default domain. */
  readonly verifiedDomains: readonly string[];
  /** Whether accounts stay unchanged when their records leave the scope. Source: Entra, skip out-of-scope deletions. */
  readonly skipOutOfScopeDeletions?: boolean;
  /**
   * The maximum number of accounts that a cycle disables; if there are more, all are held. Source: Entra, accidental
   * deletions.
   */
  readonly deletionThreshold?: number;
  /**
   * The container for new Active Directory accounts if the mapping does not set one; default: the `Users` container of
   * the default domain.
   */
  readonly defaultContainer?: string;
}

/**
 * Returns the context in which to evaluate an expression. It depends on the record only if the expression needs more
 * than time and domain.
 */
export type FlowContextOf = (
  flow: AskingFlow,
  externalId: string,
  exists?: (value: string) => boolean,
) => EvaluationContext;

interface AskingFlow {
  /** Whether its expression draws random numbers; the sequence depends on its place. */
  readonly draws: boolean;
  readonly place: number;
  /** Whether its expression checks which values the target has. */
  readonly asks: boolean;
}

/** Creates the contexts of a cycle's expressions. */
export function flowContexts(context: CycleContext): FlowContextOf {
  const now = fromUnixMilliseconds(Math.floor(context.now));
  const plain = { ...(now === undefined ? {} : { now }), defaultDomain: context.defaultDomain };
  return ({ draws, place, asks }, externalId, exists) => {
    if (!draws && (!asks || exists === undefined)) return plain;
    const random = lazyRandom(() => mixSeeds(mixSeeds(context.seed ?? 0, hash(externalId)), place));
    return { ...plain, random, ...(exists === undefined ? {} : { exists }) };
  };
}

/** Few expressions draw random numbers, so the seed is computed on the first draw. */
function lazyRandom(seed: () => number): () => number {
  let random: (() => number) | undefined;
  return () => {
    random ??= seededRandom(seed());
    return random();
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let hashed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hashed = Math.imul(hashed ^ text.charCodeAt(at), 0x01000193);
  return hashed >>> 0;
}
