import type { AttemptReason } from '../../core/journal/journalEvent';
import type { PlannedBody } from '../../core/run/plannedBody';
import type { BatchStatus } from './sendOptions';

/** A batch that is next or was started, and is not settled. Its bytes stay in memory until it is. */
export class OpenBatch {
  readonly number: number;
  readonly operations: number;
  /** The last batch that is sent in the same request, if there are several. */
  readonly through: number | undefined;
  readonly body: string;
  readonly hash: string;
  /** Number of requests that were started. */
  attempts: number;
  /** Number of requests that were lost or not sent. */
  spent: number;
  /** Whether one of them may have been accepted. */
  isUnknown: boolean;
  /** Whether an earlier session left it unknown. */
  readonly wasUnknown: boolean;
  isInFlight = false;
  /** It is not sent before this time of the clock. */
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
