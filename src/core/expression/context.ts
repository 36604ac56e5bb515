import type { DateTime } from './dotnet/dates/instant';

/**
 * External inputs of functions, passed as a value so that results are repeatable: the same expression, source and
 * context give the same value. A function that needs a missing member fails with `E_CONTEXT`.
 */
export interface EvaluationContext {
  /** The result of `Now`. */
  readonly now?: DateTime;
  /** Numbers from 0 to below 1, in a repeatable sequence; for `Guid` and `RandomString`. */
  readonly random?: () => number;
  /** A pinned result of `Guid`. */
  readonly guid?: string;
  /** The result of `DefaultDomain`. */
  readonly defaultDomain?: string;
  /**
   * Whether the target already has a value, ignoring case as Active Directory does. For
   * `SelectUniqueValue`.
   */
  readonly exists?: (value: string) => boolean;
}

/** A context without any inputs. */
export const EMPTY_CONTEXT: EvaluationContext = {};
