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
