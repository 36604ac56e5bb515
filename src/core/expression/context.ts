import type { DateTime } from './dotnet/dates/instant';

/**
 * What functions may ask of the world, handed in as a value so that a result can be had again: the same expression, source
 * and context give the same value. What is left out is not known; a function that needs it says so (`E_CONTEXT`).
 */
export interface EvaluationContext {
  /** What `Now` gives. */
  readonly now?: DateTime;
  /** Numbers from 0 to below 1, in a sequence that the context's maker can repeat; for `Guid` and `RandomString`. */
  readonly random?: () => number;
  /** A pinned result of `Guid`. */
  readonly guid?: string;
  /** What `DefaultDomain` gives. */
  readonly defaultDomain?: string;
  /** Whether the target holds a value already; compared ignoring case, as Active Directory does. For `SelectUniqueValue`. */
  readonly exists?: (value: string) => boolean;
}

/** A context that knows nothing. */
export const EMPTY_CONTEXT: EvaluationContext = {};

/** The numbers of a context's `random`, from a seed: a small generator (mulberry32), repeatable and not for secrets. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
