import type { KnownAction, KnownStatus, KnownStepType, ModifiedProperty } from '../../logs/logEntry';
import type { Outcome } from '../../logs/outcome';
import type { Refusal } from '../directory/refusal';

/** A step in the processing of a record, as in the log. */
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
  /** Unchanged, except for a reference to a person who does not exist yet. */
  | 'deferred'
  /** Held because too many accounts would be disabled. */
  | 'held';

/** Maps an outcome to those of the log, which distinguishes fewer. */
export function loggedOutcome(outcome: ChangeOutcome): Outcome {
  if (outcome === 'out-of-scope') return 'skipped';
  return outcome === 'deferred' ? 'unchanged' : outcome;
}

/** A reference of an account to a person whom the job has not processed yet. */
export interface DeferredReference {
  readonly attribute: string;
  readonly externalId: string;
}

/**
 * The result of one record: everything in a log entry except its ids and its time. `targetId` is `''` if there is no
 * account, or none yet.
 */
export interface Change {
  /**
   * The index of the record in the cycle, from 0. Absent if the change resolves a reference at the end of the cycle.
   */
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
  /** References that wait for the end of this cycle, or of a later one. */
  readonly deferred: readonly DeferredReference[];
}
