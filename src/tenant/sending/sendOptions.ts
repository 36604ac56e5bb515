import type { Journal } from '../../core/journal/journalEvent';
import type { PlannedBatch } from '../../core/run/plan';
import type { Clock } from '../clock';
import type { SendControl } from './sendControl';
import type { Pace } from './throttle';

/** The status of a batch after earlier sessions of its run; a batch without one was never started. */
export interface BatchStatus {
  /** Accepted, refused because of its content, given up or cancelled: it is no longer sent. */
  readonly isSettled: boolean;
  /** Number of requests that were started; attempts are numbered from here. */
  readonly attempts: number;
  /** Number of requests with an unknown outcome, or not sent because of the network. A batch gets at most five. */
  readonly spent: number;
  /** Whether one of them may have been accepted. */
  readonly isUnknown: boolean;
}

export interface SendOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  /** Called before each call of the service. If it rejects, nothing more is sent. */
  readonly beforeCall: () => Promise<void>;
  /** All batches of the plan, by number. */
  readonly batches: readonly Pick<PlannedBatch, 'hash'>[];
  /** By the number of a batch. */
  readonly batchStatus?: (batch: number) => BatchStatus | undefined;
  /** Whether batches with an unknown outcome from an earlier session are settled before later ones are sent. */
  readonly settlesUnknownFirst?: boolean;
  /**
   * Whether the bodies depend on earlier outcomes: only one request is in flight at a time, and a batch that is refused
   * because of its content is settled. Sending continues.
   */
  readonly isSearch?: boolean;
  readonly control?: SendControl;
  readonly pace?: Pace;
  /** Milliseconds before the first request: the rest of an earlier wait that the service demanded. */
  readonly holdFor?: number;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}
