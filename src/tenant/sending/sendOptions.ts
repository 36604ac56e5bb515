import type { Journal } from '../../core/journal/journalEvent';
import type { PlannedBatch } from '../../core/run/plan';
import type { Clock } from '../clock';
import type { SendControl } from './sendControl';
import type { Pace } from './throttle';

/** The status of a batch after earlier sessions of its run; a batch without one was never begun. */
export interface BatchStatus {
  /** Accepted, refused because of its content, given up or cancelled: it is no longer sent. */
  readonly isSettled: boolean;
  /** Requests that were begun: attempts are numbered from here. */
  readonly attempts: number;
  /**
   * Those of them whose outcome is unknown, or that were not sent for a reason of the network: a batch gets at most
   * five.
   */
  readonly spent: number;
  /** Whether one of them may have been accepted. */
  readonly isUnknown: boolean;
}

export interface SendOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  /** Called before each call of the service; nothing more is sent once it rejects. */
  readonly beforeCall: () => Promise<void>;
  /** All batches of the plan, by number. */
  readonly batches: readonly Pick<PlannedBatch, 'hash'>[];
  /** By the number of a batch. */
  readonly batchStatus?: (batch: number) => BatchStatus | undefined;
  /** Whether a batch with an unknown outcome from an earlier session is settled before any later one. */
  readonly settlesUnknownFirst?: boolean;
  /**
   * Whether the bodies depend on the outcomes of earlier ones: one request is under way at a time, and one that is
   * refused because of its content is settled by that. Sending goes on.
   */
  readonly isSearch?: boolean;
  readonly control?: SendControl;
  readonly pace?: Pace;
  /** Milliseconds for which nothing is sent: the rest of an earlier wait that the service demanded. */
  readonly holdFor?: number;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}
