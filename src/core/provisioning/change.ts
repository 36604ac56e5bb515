import type { KnownAction, KnownStatus, KnownStepType, ModifiedProperty } from '../logs/logEntry';
import type { Refusal } from './refusal';

/** A step of a record's way through the job, as the log names it. */
export interface ChangeStep {
  readonly name: string;
  readonly type: KnownStepType;
  readonly status: KnownStatus;
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

/**
 * What becomes of one record: all that a log entry says but its ids and its time.
 * `targetId` is `''` when there is no account, or none yet.
 */
export interface Change {
  readonly externalId: string;
  readonly displayName: string;
  readonly targetId: string;
  readonly userPrincipalName: string;
  readonly action: KnownAction;
  readonly status: KnownStatus;
  readonly refusal?: Refusal;
  readonly steps: readonly ChangeStep[];
  readonly modifiedProperties: readonly ModifiedProperty[];
}
