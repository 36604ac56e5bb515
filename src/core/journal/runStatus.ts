import type { PauseReason } from './journalEvent';
import type { RunPhase } from './runPhase';

/** The status of a run according to its journal and, while a process is sending it, its speed. */
export interface RunStatus {
  readonly phase: RunPhase;
  readonly requests: number;
  readonly accepted: number;
  /**
   * Whether the run is a search for operations at fault: each of its requests here is one operation, and several are
   * sent together.
   */
  readonly isSearch?: boolean;
  /**
   * The number of a request that was refused because of its contents, in which a search could find the operations at
   * fault.
   */
  readonly searchable?: number;
  /** Requests per minute over the last minute, and milliseconds left at that rate; only while sending. */
  readonly perMinute?: number;
  readonly msLeft?: number;
  readonly pause?: {
    readonly why: PauseReason;
    /** ISO 8601. */
    readonly until?: string;
    readonly cause?: string;
    readonly remedy?: string;
  };
  /** The log could not be read: access was refused, or it cannot be reached. */
  readonly isLogUnread?: boolean;
  /** Why the last event could not be recorded, and what to do; nothing that was sent is lost. */
  readonly unwritten?: { readonly cause: string; readonly remedy: string };
  /** What it is waiting for, as a sentence; `undefined` while it makes progress. */
  readonly waiting?: string;
}
