import type { PauseReason } from './journalEvent';
import type { RunPhase } from './runPhase';

/** How far a run is, as its journal says; and, while a process sends it, how fast. */
export interface RunStatus {
  readonly phase: RunPhase;
  readonly requests: number;
  readonly accepted: number;
  /** Requests a minute over the last minute, and milliseconds left at that rate; while it sends. */
  readonly perMinute?: number;
  readonly msLeft?: number;
  readonly pause?: {
    readonly why: PauseReason;
    /** ISO 8601. */
    readonly until?: string;
    readonly cause?: string;
    readonly remedy?: string;
  };
  /** The log could not be read: it was refused, or is out of reach. */
  readonly isLogUnread?: boolean;
  /** Why the last of what it did could not be written down, and what to do; nothing that was sent is lost by that. */
  readonly unwritten?: { readonly cause: string; readonly remedy: string };
  /** What it waits for now, as a sentence; `undefined` while it goes on. */
  readonly waiting?: string;
}
