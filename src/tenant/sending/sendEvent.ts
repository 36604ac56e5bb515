import type { AttemptReason, JournalEvent, PauseReason } from '../../core/journal/journalEvent';
import type { TenantError } from '../errors';
import type { UploadReceipt } from '../tenant';

/** Events of sending, for showing progress. The journal contains the content of an event before it is emitted. */
export type SendEvent =
  /** The request is about to be sent. `maybeTwice`: an earlier one of the same batch may have been accepted. */
  | ({ readonly type: 'batch-start'; readonly reason: AttemptReason; readonly maybeTwice: boolean } & Attempted)
  /** The service has staged the batch. The results for its people appear in the log later. */
  | ({ readonly type: 'accepted'; readonly receipt: UploadReceipt; readonly maybeTwice: boolean } & Attempted)
  /** The request was not accepted and is retried after `ms` milliseconds. */
  | ({
      readonly type: 'waiting';
      readonly reason: WaitReason;
      readonly ms: number;
      /** Milliseconds since 1970. */
      readonly until: number;
    } & Unaccepted)
  /** Too many requests in a row were not accepted: one batch is tried alone after `ms` milliseconds. */
  | { readonly type: 'breaker'; readonly ms: number; readonly until: number }
  /** The request was not accepted and is not retried until somebody resumes the run. Sending stops. */
  | ({ readonly type: 'failed' } & Unaccepted)
  /** The request was refused because of its content, which answers the question of a search. Sending continues. */
  | ({ readonly type: 'refused' } & Unaccepted)
  /**
   * The attempts of a batch are used up. It is unknown whether it was accepted, and it is not sent again. Sending
   * continues.
   */
  | ({ readonly type: 'given-up' } & Unaccepted)
  /**
   * The outcome of a request could not be recorded. Nothing more is sent; `entry` is the missing journal line, to be
   * appended when the journal can be written again.
   */
  | ({
      readonly type: 'unrecorded';
      readonly entry: Extract<JournalEvent, { readonly type: 'attempt-end' }>;
      readonly receipt?: UploadReceipt;
      readonly error?: TenantError;
      readonly maybeTwice: boolean;
    } & Attempted)
  /**
   * No request is in flight, and none is started. After `asked`, this sending continues when its control permits; any
   * other pause is its last event, and a later sending of the same plan resumes.
   */
  | ({ readonly type: 'paused'; readonly batch: number } & Pause)
  /** Sending continues after `asked`. */
  | { readonly type: 'resumed' }
  /** Cancelled by the user. The last event; this batch and the later ones were not sent. */
  | { readonly type: 'cancelled'; readonly batch: number };

interface Attempted {
  readonly batch: number;
  readonly operations: number;
  /** From 1, counted across all sessions of the run. */
  readonly attempt: number;
}

interface Unaccepted extends Attempted {
  readonly error: TenantError;
  /**
   * Whether the service may have accepted the batch through this request or an earlier one. Then the batch is unknown,
   * regardless of the error.
   */
  readonly maybeTaken: boolean;
}

/** Why sending has stopped for now, and until when. */
export interface Pause {
  readonly why: PauseReason;
  /** Milliseconds since 1970 before which resuming is useless. */
  readonly until?: number;
  /** The reason and the remedy, in our own words. */
  readonly cause?: string;
  readonly remedy?: string;
}

export type WaitReason = 'throttled' | 'daily-limit-likely' | 'unknown' | 'not-sent' | 'token-renewed';
