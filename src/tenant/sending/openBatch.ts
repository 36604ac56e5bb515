import type { AttemptReason } from '../../core/journal/journalEvent';
import type { PlannedBody } from '../../core/run/plannedBody';
import type { BatchStatus } from './sendOptions';

/** A batch that was begun, or is the next, and is not settled: its bytes stay in memory until then. */
export class OpenBatch {
  readonly number: number;
  readonly operations: number;
  /** The last of the batches that are sent with it, if there are several. */
  readonly through: number | undefined;
  readonly body: string;
  readonly hash: string;
  /** Requests that were begun. */
  attempts: number;
  /** Requests that were lost or not sent. */
  spent: number;
  /** Whether one of them may have been accepted. */
  isUnknown: boolean;
  /** Whether it is unknown from an earlier session. */
  readonly wasUnknown: boolean;
  isInFlight = false;
  /** By the clock: it is not sent before. */
  dueAt = -Infinity;
  reason: AttemptReason;

  constructor({ number, operations, body, group }: PlannedBody, hash: string, batchStatus: BatchStatus | undefined) {
    this.number = number;
    this.operations = operations;
    this.body = body;
    this.through = group?.through;
    this.hash = group?.hash ?? hash;
    this.attempts = batchStatus?.attempts ?? 0;
    this.spent = batchStatus?.spent ?? 0;
    this.isUnknown = batchStatus?.isUnknown ?? false;
    this.wasUnknown = this.isUnknown;
    this.reason = this.attempts === 0 ? 'first' : 'resumed';
  }
}
