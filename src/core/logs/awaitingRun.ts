import type { Answer } from './answer';

/**
 * The facts of a run that are needed to match log entries. Records are indexes from 0; times are milliseconds since
 * 1970 by the tenant's clock.
 */
export interface AwaitingRun {
  /** Entries before this time do not answer the run. */
  readonly since: number;
  /** The records that were sent with this id and that the service has accepted or may have accepted. */
  sentAs(externalId: string): Iterable<number>;
  /** Entries before this time do not answer the record. */
  sinceOf(index: number): number;
  /** Whether the service has certainly accepted a record, and the log is read for it. */
  awaits(index: number): boolean;
  /** Identifies the bytes in which a record was sent. If two runs sent the same bytes, one entry answers both. */
  sentIn(index: number): string;
  answersOf(index: number): readonly Answer[];
}

/** Another run of the same job from this machine. */
export interface OtherRun extends AwaitingRun {
  /** Whether the entry with this id answers this run, and so no other run, unless both sent the same bytes. */
  hasEntry(entry: string): boolean;
}

/** Runs of the same job that were sent before a run, in the order of sending, and those after it. */
export interface OtherRuns<Other extends OtherRun = OtherRun> {
  readonly earlier?: readonly Other[];
  readonly later?: readonly Other[];
}
