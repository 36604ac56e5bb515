import type { KnownAction, KnownStatus, KnownStepType, ModifiedProperty } from '../../logs/logEntry';
import type { Outcome } from '../../logs/outcome';
import type { Refusal } from '../directory/refusal';

/** A step of a record's way through the job, as the log names it. */
export interface ChangeStep {
  readonly name: string;
  readonly type: KnownStepType;
  readonly status: KnownStatus;
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

/** The result of a record. */
export type ChangeOutcome =
  | 'created'
  | 'updated'
  | 'enabled'
  | 'disabled'
  | 'unchanged'
  | 'out-of-scope'
  | 'skipped'
  | 'failed'
  /** Unchanged but for somebody who is to be referred to and is not there yet. */
  | 'deferred'
  /** Held back as one of too many accounts that would be disabled. */
  | 'held';

/** What the log tells of an outcome: it knows fewer. */
export function loggedOutcome(outcome: ChangeOutcome): Outcome {
  if (outcome === 'out-of-scope') return 'skipped';
  return outcome === 'deferred' ? 'unchanged' : outcome;
}

/** A person that an account is to refer to, and whom the job has yet to meet. */
export interface DeferredReference {
  readonly attribute: string;
  readonly externalId: string;
}

/**
 * The result of one record: everything in a log entry but its ids and its time.
 * `targetId` is `''` when there is no account, or none yet.
 */
export interface Change {
  /** The place of the record among those of the cycle, from 0. Absent where a reference of an earlier cycle is settled. */
  readonly record?: number;
  readonly externalId: string;
  readonly displayName: string;
  readonly targetId: string;
  readonly userPrincipalName: string;
  readonly outcome: ChangeOutcome;
  readonly action: KnownAction;
  readonly status: KnownStatus;
  readonly refusal?: Refusal;
  readonly steps: readonly ChangeStep[];
  readonly modifiedProperties: readonly ModifiedProperty[];
  /** References that wait for the end of the cycle, or of a later one. */
  readonly deferred: readonly DeferredReference[];
}
