import type { Answer } from './answer';

/**
 * The facts of a run that matter for matching log entries. Records are indexes from 0, times milliseconds since 1970 by
 * the tenant's clock.
 */
export interface AwaitingRun {
  /** Entries before this do not answer the run. */
  readonly since: number;
  /** The records that were sent with this id and that the service has accepted or may have accepted. */
  sentAs(externalId: string): Iterable<number>;
  /** Entries before this do not answer a record. */
  sinceOf(index: number): number;
  /** Whether the service has certainly accepted a record, and the log is read for it. */
  awaits(index: number): boolean;
  /** Identifies the bytes in which a record was sent: if two runs sent the same, one entry answers both. */
  sentIn(index: number): string;
  answersOf(index: number): readonly Answer[];
}

/** Another run of the same job from this machine. */
export interface OtherRun extends AwaitingRun {
  /** Whether the entry with this id answers it, and so no other, unless both sent the same. */
  hasEntry(entry: string): boolean;
}

/** Runs of the same job that were sent before a run, in the order of sending, and those after it. */
export interface OtherRuns<Other extends OtherRun = OtherRun> {
  readonly earlier?: readonly Other[];
  readonly later?: readonly Other[];
}
