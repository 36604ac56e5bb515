import type { PauseReason } from './journalEvent';
import type { RunPhase } from './runPhase';

/** How far a run is, as its journal says; and, while a process sends it, how fast. */
export interface RunStatus {
  readonly phase: RunPhase;
  readonly requests: number;
  readonly accepted: number;
  /** It looks for operations at fault: each of its requests is one operation here, and several of them go out together. */
  readonly isSearch?: boolean;
  /** The number of a request that was refused for what is in it, and in which a search would find the operations at fault. */
  readonly searchable?: number;
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
