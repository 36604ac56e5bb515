import type { Answer } from '../logs/answer';

/** The decision of a guard as recorded; see `core/guards`. */
export interface JournalledGuard {
  readonly id: string;
  readonly decision: 'pass' | 'ask' | 'type' | 'stop';
  readonly value?: number;
  readonly limit?: number;
}

/** The result of an attempt; see the classes of `src/tenant/errors.ts`. */
export type AttemptOutcome = 'accepted' | 'not-sent' | 'rejected' | 'throttled' | 'unknown' | 'intercepted';

/** Why an attempt is made: for the first time, or again. */
export type AttemptReason = 'first' | 'throttled' | 'not-sent' | 'unknown' | 'token-renewed' | 'probe' | 'resumed';

/** Why sending is paused. */
export type PauseReason =
  /** A person paused it. */
  | 'asked'
  /** The service demands a wait that is too long to sit out. */
  | 'throttled'
  /** Too many requests were not accepted, in a row or in total. */
  | 'breaker'
  /** The journal or the ledger of calls cannot be written. */
  | 'journal'
  /** The first people were sent alone; their results have to be checked. */
  | 'pilot'
  /** The service refused a request, or something else answered. */
  | 'refused'
  /** The source differs from what was planned. */
  | 'source'
  /** The process that was sending ended early. Never recorded: it is inferred from the journal. */
  | 'interrupted';

/** One event of a run. Contains no personal data: people are identified by record number. */
export type JournalEvent =
  | {
      readonly type: 'planned';
      readonly plan: string;
      readonly records: number;
      readonly operations: number;
      readonly batches: number;
    }
  /** A person, or the caller of the command line, confirmed exactly this plan. */
  | {
      readonly type: 'confirmed';
      readonly plan: string;
      readonly by: 'dialog' | 'typed' | '--yes' | '--confirm' | 'nothing-asked';
      readonly guards: readonly JournalledGuard[];
    }
  /** Guards stopped the run, or a person declined: nothing was sent. */
  | { readonly type: 'blocked'; readonly plan: string; readonly guards: readonly JournalledGuard[] }
  /** On disk before the first byte of the request is sent. */
  | {
      readonly type: 'attempt-start';
      readonly batch: number;
      /** The last batch in the request, if it contains several: a search sends batches together. */
      readonly through?: number;
      /** From 1, counted over all sessions of the run. */
      readonly attempt: number;
      readonly hash: string;
      readonly reason: AttemptReason;
    }
  | {
      readonly type: 'attempt-end';
      readonly batch: number;
      /** The same as in the `attempt-start` event. */
      readonly through?: number;
      readonly attempt: number;
      readonly outcome: AttemptOutcome;
      readonly status?: number;
      readonly code?: string;
      readonly requestId?: string;
      readonly clientRequestId?: string;
      /** Milliseconds. */
      readonly retryAfterMs?: number;
      /** The tenant's time, from the `Date` header of the answer; ISO 8601. */
      readonly tenantTime?: string;
      /** Why, and what to do, in our own words, which name no person. */
      readonly cause?: string;
      readonly remedy?: string;
    }
  /** The attempts are used up: it is unknown whether the batch was received, and it is not sent again. */
  | {
      readonly type: 'given-up';
      readonly batch: number;
      readonly through?: number;
      /** Present if the last attempt was refused although an earlier one may have been received. */
      readonly cause?: string;
      readonly remedy?: string;
    }
  /** The log has entries of the batch's people, so a batch of unknown outcome was received after all. */
  | { readonly type: 'found-taken'; readonly batch: number }
  | {
      readonly type: 'paused';
      readonly why: PauseReason;
      /** ISO 8601: resuming before this time is useless. */
      readonly until?: string;
      readonly cause?: string;
      readonly remedy?: string;
    }
  | { readonly type: 'resumed' }
  /**
   * Recorded when the store opens a run whose process ended early: attempts without an end now have an unknown outcome.
   * `dropped` is the number of bytes of an incomplete last line.
   */
  | { readonly type: 'recovered'; readonly dropped: number }
  /** A person stopped the run for good: what was not sent is cancelled. */
  | { readonly type: 'cancelled' }
  /** Records that are no longer sent, because a newer plan for the same job contains their people. */
  | {
      readonly type: 'superseded';
      readonly run: string;
      readonly records: readonly number[];
      /**
       * The requests that contain these records. Their other people are not sent either, because a request is sent as
       * planned or not at all.
       */
      readonly batches: readonly number[];
    }
  /** The tenant's time before the first attempt, as ISO 8601; log entries before it answer nothing in this run. */
  | { readonly type: 'tenant-clock'; readonly at: string }
  /** A log entry answers a record's operation. */
  | ({ readonly type: 'reconciled'; readonly record: number } & Omit<Answer, 'log'>)
  /** The log was read. `elsewhere` is the number of entries so far that answer nothing of ours. */
  | { readonly type: 'log-read'; readonly elsewhere: number }
  /** The log does not answer some of the accepted operations; `cause` says why that may be. */
  | { readonly type: 'silent'; readonly cause: string; readonly remedy: string; readonly isFinal: boolean }
  /**
   * Nothing is left to do. `counts` holds the final counts of the account, so that runs can be listed without reading
   * them.
   */
  | { readonly type: 'closed'; readonly counts?: Readonly<Record<string, number>> };

/** An event as stored: one line of JSON. */
export interface JournalLine {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO 8601, by this machine's clock. */
  readonly at: string;
  readonly event: JournalEvent;
}

/**
 * Records events. Resolves when an event is on disk; rejects if it cannot be stored, and then nothing more may be sent.
 */
export interface Journal {
  append(event: JournalEvent): Promise<void>;
}
