import type { Journal } from '../../core/journal/journalEvent';
import type { PlannedBatch } from '../../core/run/plan';
import type { Clock } from '../clock';
import type { SendControl } from './sendControl';
import type { Pace } from './throttle';

/** How far a batch came in earlier sessions of its run; a batch of which nothing is said was never begun. */
export interface BatchStatus {
  /** Accepted, refused for what is in it, given up or cancelled: it is not sent any more. */
  readonly isSettled: boolean;
  /** Requests that were begun: numbers of attempts go on from here. */
  readonly attempts: number;
  /** Those of them whose outcome is unknown, or that were not sent for a reason of the network: five are all that a batch gets. */
  readonly spent: number;
  /** Whether one of them may have been taken. */
  readonly isUnknown: boolean;
}

export interface SendOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  /** Before each call of the service; nothing more is sent once it rejects. */
  readonly beforeCall: () => Promise<void>;
  /** All batches of the plan, by number. */
  readonly batches: readonly Pick<PlannedBatch, 'hash'>[];
  /** By the number of a batch. */
  readonly batchStatus?: (batch: number) => BatchStatus | undefined;
  /** Whether a batch that is unknown from an earlier session is settled before any that comes after it. */
  readonly settlesUnknownFirst?: boolean;
  /**
   * Whether the bodies depend on what became of those before them: one request is under way at a time, and one that is refused for what
   * is in it is settled by that. Sending goes on.
   */
  readonly isSearch?: boolean;
  readonly control?: SendControl;
  readonly pace?: Pace;
  /** Milliseconds for which nothing is sent: what the service demanded before is not over yet. */
  readonly holdFor?: number;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}
