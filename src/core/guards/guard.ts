import type { CountedRecords } from '../baseline/survey';
import type { GuardFacts, OwnFacts } from './guardFacts';
import type { GuardLimits } from './guardLimits';

/** What a guard demands before a plan is sent. */
export type GuardDecision = 'pass' | 'ask' | 'type' | 'stop';

/** What a guard says of a plan. */
export interface GuardFinding {
  /** `G1` to `G17`, and the product's own from `G18` on. */
  readonly id: string;
  readonly decision: GuardDecision;
  /** One or two sentences: what it found, and what to do. Names no person. */
  readonly message: string;
  /** What was counted or measured, and the limit that it passed, or else the first limit that there is. */
  readonly value?: number;
  readonly limit?: number;
  /** What has to be typed: the number of people, or the name of the tenant. Only with `type`. */
  readonly typed?: string;
  /** The records it is about. */
  readonly records?: CountedRecords;
  /** Whether it could not be computed, which counts as `ask`. */
  readonly isUncertain?: boolean;
}

/** One guard: facts in, finding out. One of {@link OwnFacts} can be asked where nobody says where a plan goes. */
export interface Guard<Facts extends OwnFacts = GuardFacts> {
  readonly id: string;
  /** Sentence case, a few words: what it guards against. */
  readonly title: string;
  check(facts: Facts, limits: GuardLimits): Omit<GuardFinding, 'id'>;
}
