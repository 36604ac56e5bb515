import type { CountedRecords } from '../baseline/survey';
import type { GuardFacts, OwnFacts } from './guardFacts';
import type { GuardLimits } from './guardLimits';

/** What a guard requires before a plan is sent. */
export type GuardDecision = 'pass' | 'ask' | 'type' | 'stop';

/** The finding of a guard for a plan. */
export interface GuardFinding {
  /** `G1` to `G17` from the specification, and our own from `G18` on. */
  readonly id: string;
  readonly decision: GuardDecision;
  /** One or two sentences: what it found, and what to do. Names no person. */
  readonly message: string;
  /** The measured value, and the limit that it exceeds, otherwise the first limit. */
  readonly value?: number;
  readonly limit?: number;
  /** The text to type: the number of people, or the name of the tenant. Present only with `type`. */
  readonly typed?: string;
  /** The affected records. */
  readonly records?: CountedRecords;
  /** The id of the run that the finding is about. */
  readonly run?: string;
  /** Whether the guard could not be computed, which counts as `ask`. */
  readonly isUncertain?: boolean;
}

/**
 * A guard: takes facts and returns a finding. A guard over {@link OwnFacts} also works for a plan without a
 * destination.
 */
export interface Guard<Facts extends OwnFacts = GuardFacts> {
  readonly id: string;
  /** The risk in a few words, in sentence case. */
  readonly title: string;
  check(facts: Facts, limits: GuardLimits): Omit<GuardFinding, 'id'>;
}
