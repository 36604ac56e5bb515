import { summariseCounts } from '../../core/run/account/describeAccount';
import type { LeftOut } from '../../core/run/account/runAccount';
import type { RecordState } from '../../core/run/recordState';
import { printable } from '../../core/text/printable';
import type { RunPhase } from '../../core/journal/runPhase';
import { wrapped } from '../terminal/wrapped';
import { utcTime } from '../../core/text/time/utcTime';

/** The state of a run as one word. */
type RunStateWord =
  | RunPhase
  /** Its stored data cannot be read. */
  | 'damaged';

/** A run in the list. */
export interface RunRow {
  readonly run: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly connection: string;
  /** The file's name. */
  readonly extract: string;
  readonly state: RunStateWord;
  /** Counts by the state of records; empty if they cannot be read. */
  readonly counts: Readonly<Partial<Record<RecordState, number>>>;
}

const STATE_LABELS: Readonly<Record<RunStateWord, string>> = {
  sending: 'being sent',
  pilot: 'paused after the pilot',
  paused: 'paused',
  'awaiting-log': 'accepted, log not read to its end',
  complete: 'complete',
  cancelled: 'cancelled',
  blocked: 'stopped by a guard, nothing was sent',
  damaged: 'damaged',
};

/**
 * Formats a run as lines for a terminal.
 *
 * @param leftOut how many of the excluded people the plan leaves out
 */
export function describeRow(
  { run, startedAt, connection, extract, state, counts }: RunRow,
  leftOut: Partial<LeftOut> = {},
): readonly string[] {
  const time = utcTime(startedAt);
  const summary = summariseCounts(counts as Readonly<Record<RecordState, number>>, leftOut);
  const what = `${printable(extract)} to ${printable(connection)}${summary === '' ? '' : `: ${summary}`}`;
  return [`${run}  ${time}  ${STATE_LABELS[state]}`, ...wrapped(what, '    ')];
}
