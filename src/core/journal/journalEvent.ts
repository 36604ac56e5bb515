import type { Answer } from '../logs/answer';

/** How a guard decided, as it is written down; see `core/guards`. */
export interface JournalledGuard {
  readonly id: string;
  readonly decision: 'pass' | 'ask' | 'type' | 'stop';
  readonly value?: number;
  readonly limit?: number;
}

/** What the end of an attempt says; see the classes of `src/tenant/errors.ts`. */
export type AttemptOutcome = 'accepted' | 'not-sent' | 'rejected' | 'throttled' | 'unknown' | 'intercepted';

/** Why a request is made: the first time, or once more. */
export type AttemptReason = 'first' | 'throttled' | 'not-sent' | 'unknown' | 'token-renewed' | 'probe' | 'resumed';

/** Why sending has stopped for now. */
export type PauseReason =
  /** A person paused it. */
  | 'asked'
  /** The service demands a wait that no program sits out. */
  | 'throttled'
  /** Too many requests were not accepted: too many in a row, or of all. */
  | 'breaker'
  /** The journal, or the ledger of calls, cannot be written. */
  | 'journal'
  /** The first people were sent alone: their results have to be checked. */
  | 'pilot'
  /** The service refused a request, or something else answered. */
  | 'refused'
  /** The source is not what was planned. */
  | 'source'
  /** The process that sent it ended before it was done. Nobody writes this one: it follows from the journal. */
  | 'interrupted';

/** One thing that happened to a plan. It holds nobody's data: people are records by their number. */
export type JournalEvent =
  | {
      readonly type: 'planned';
      readonly plan: string;
      readonly records: number;
      readonly operations: number;
      readonly batches: number;
    }
  /** A person, or the caller of the command line, said yes to this very plan. */
  | {
      readonly type: 'confirmed';
      readonly plan: string;
      readonly by: 'dialog' | 'typed' | '--yes' | '--confirm' | 'nothing-asked';
      readonly guards: readonly JournalledGuard[];
    }
  /** Guards stopped it, or the person said no: nothing was sent. */
  | { readonly type: 'blocked'; readonly plan: string; readonly guards: readonly JournalledGuard[] }
  /** On disk before the first byte of the request leaves. */
  | {
      readonly type: 'attempt-start';
      readonly batch: number;
      /** The last of the batches that the request holds, where it holds several: a search sends them together. */
      readonly through?: number;
      /** From 1, counted over all sessions of the run. */
      readonly attempt: number;
      readonly hash: string;
      readonly reason: AttemptReason;
    }
  | {
      readonly type: 'attempt-end';
      readonly batch: number;
      /** As its start says. */
      readonly through?: number;
      readonly attempt: number;
      readonly outcome: AttemptOutcome;
      readonly status?: number;
      readonly code?: string;
      readonly requestId?: string;
      readonly clientRequestId?: string;
      /** Milliseconds. */
      readonly retryAfterMs?: number;
      /** The tenant's own time, from the answer's `Date`; ISO 8601. */
      readonly tenantTime?: string;
      /** Why and what to do, in our words: they name no person. */
      readonly cause?: string;
      readonly remedy?: string;
    }
  /** Its attempts are used up: nobody knows whether it was taken, and it is not sent again. */
  | {
      readonly type: 'given-up';
      readonly batch: number;
      readonly through?: number;
      /** Where it was refused at last, although an earlier attempt may have been received. */
      readonly cause?: string;
      readonly remedy?: string;
    }
  /** The log has entries of its people: an unknown batch was taken after all. */
  | { readonly type: 'found-taken'; readonly batch: number }
  | {
      readonly type: 'paused';
      readonly why: PauseReason;
      /** ISO 8601: before then going on is useless. */
      readonly until?: string;
      readonly cause?: string;
      readonly remedy?: string;
    }
  | { readonly type: 'resumed' }
  /**
   * Written by the store where it opens a run whose process ended before it was done: attempts without an end are of unknown
   * outcome from here on. `dropped`: bytes of a last line that was not whole.
   */
  | { readonly type: 'recovered'; readonly dropped: number }
  /** A person stopped it for good: what was not sent is cancelled. */
  | { readonly type: 'cancelled' }
  /** Records that are not sent any more, because a newer plan for the same job has their people. */
  | {
      readonly type: 'superseded';
      readonly run: string;
      readonly records: readonly number[];
      /** The requests that hold them, whose other people are not sent either: a request is sent as it was planned, or not at all. */
      readonly batches: readonly number[];
    }
  /** What the tenant's clock said before the first attempt; entries before it answer nothing of this run. ISO 8601. */
  | { readonly type: 'tenant-clock'; readonly at: string }
  /** An entry of the log answers a record's operation. */
  | ({ readonly type: 'reconciled'; readonly record: number } & Omit<Answer, 'log'>)
  /** The log was read. `elsewhere`: entries so far that answer nothing of ours. */
  | { readonly type: 'log-read'; readonly elsewhere: number }
  /** The log does not answer some of what was accepted, and why that may be. */
  | { readonly type: 'silent'; readonly cause: string; readonly remedy: string; readonly isFinal: boolean }
  /** Nothing is left to do. What the account came to then lets runs be listed without reading them. */
  | { readonly type: 'closed'; readonly counts?: Readonly<Record<string, number>> };

/** An event as it is kept: a line of JSON. */
export interface JournalLine {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO 8601, by this machine's clock. */
  readonly at: string;
  readonly event: JournalEvent;
}

/** Writes events down. Resolves when they are on disk; rejects where they cannot be kept: then nothing more may be sent. */
export interface Journal {
  append(event: JournalEvent): Promise<void>;
}
