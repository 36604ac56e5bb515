import type { Answer } from './answer';

/** A run as far as entries of the log concern it. Records are indexes from 0, times milliseconds since 1970 by the tenant's clock. */
export interface AwaitingRun {
  /** Entries before this answer nothing of the run. */
  readonly since: number;
  /** The records that were sent with this id, and that the service has taken or may have taken. */
  sentAs(externalId: string): Iterable<number>;
  /** Entries before this answer nothing of a record. */
  sinceOf(index: number): number;
  /** Whether the service has certainly taken a record, and the log is asked about it. */
  awaits(index: number): boolean;
  /** Names the very bytes in which a record was sent: where two runs sent the same, one entry answers both. */
  sentIn(index: number): string;
  answersOf(index: number): readonly Answer[];
}

/** Another run of the same job, of this machine. */
export interface OtherRun extends AwaitingRun {
  /** Whether an entry of this id answers it: it answers no other, unless both sent the same. */
  hasEntry(entry: string): boolean;
}

/** Runs of the same job that were sent before a run, in the order of sending, and those after it. */
export interface OtherRuns<Other extends OtherRun = OtherRun> {
  readonly earlier?: readonly Other[];
  readonly later?: readonly Other[];
}
