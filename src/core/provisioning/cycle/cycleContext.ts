import type { EvaluationContext } from '../../expression/context';
import { mixSeeds, seededRandom } from '../../expression/random';
import { fromUnixMilliseconds } from '../../expression/dotnet/dates/instant';

/** What a cycle may ask of the world, and what the job is set to. The same context gives the same cycle. */
export interface CycleContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The id of a new account. */
  readonly newId: (externalId: string) => string;
  /**
   * Where `RandomString` and `Guid` draw from; 0 when left out. Each record draws from a sequence of its own, by its externalId: what is
   * predicted for one person alone is what happens to them among all others.
   */
  readonly seed?: number;
  readonly defaultDomain: string;
  /** The domains that sign-in names may have; the default domain is always one of them. */
  readonly verifiedDomains: readonly string[];
  /** Accounts whose records leave the scope stay as they are. Source: Entra, skip out-of-scope deletions. */
  readonly skipOutOfScopeDeletions?: boolean;
  /** More accounts than this a cycle does not disable: all are held back. Source: Entra, accidental deletions. */
  readonly deletionThreshold?: number;
  /** Where new accounts of Active Directory go when the mapping does not say; the `Users` container of the default domain when left out. */
  readonly defaultContainer?: string;
}

/** What an expression is evaluated in: the one of its record, where it asks for more than time and domain. */
export type FlowContextOf = (
  flow: AskingFlow,
  externalId: string,
  exists?: (value: string) => boolean,
) => EvaluationContext;

interface AskingFlow {
  /** Its expression draws random numbers; which, depends on its place. */
  readonly draws: boolean;
  readonly place: number;
  /** Its expression asks which values the target has. */
  readonly asks: boolean;
}

/** The contexts of a cycle's expressions. */
export function flowContexts(context: CycleContext): FlowContextOf {
  const now = fromUnixMilliseconds(Math.floor(context.now));
  const plain = { ...(now === undefined ? {} : { now }), defaultDomain: context.defaultDomain };
  return ({ draws, place, asks }, externalId, exists) => {
    if (!draws && (!asks || exists === undefined)) return plain;
    const random = lazyRandom(() => mixSeeds(mixSeeds(context.seed ?? 0, hash(externalId)), place));
    return { ...plain, random, ...(exists === undefined ? {} : { exists }) };
  };
}

/** Few expressions draw at all, so the seed is made when the first does. */
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
