import type { LogEntry } from '../logs/logEntry';
import type { Outcome } from '../logs/outcome';
import { entryOutcome } from '../logs/outcome';

/** Where a batch stands. `unknown`: nobody can say whether the service has taken it. */
export type BatchState = 'planned' | 'sending' | 'accepted' | 'rejected' | 'not-sent' | 'unknown';

/** Where a record stands; every record of an extract is in exactly one of these at any time. */
export type RecordState =
  'excluded' | 'refused' | 'planned' | 'sending' | 'rejected' | 'not-sent' | 'unknown' | 'waiting' | Outcome;

/** Somebody has to look at these, or does not know yet what became of them: a run that ends with any is not called good. */
const DOUBTFUL: readonly RecordState[] = [
  'failed',
  'refused',
  'rejected',
  'unknown',
  'not-sent',
  'held',
  'skipped',
  'waiting',
  'sending',
  'planned',
];

/** In the order in which people want to read them: what needs somebody first. */
export const RECORD_STATES: readonly RecordState[] = [
  ...DOUBTFUL,
  'created',
  'enabled',
  'updated',
  'disabled',
  'deleted',
  'unchanged',
  'other',
  'excluded',
];

/** Whether everybody of a run that has ended came to where its mapping sends them. */
export function isAllWell(counts: Readonly<Record<RecordState, number>>): boolean {
  return DOUBTFUL.every((state) => counts[state] === 0);
}

/** What each state is called, as it is said of a number of people. */
export const STATE_WORDS: Readonly<Record<RecordState, string>> = {
  failed: 'failed',
  refused: 'refused, not sent',
  rejected: 'rejected with their request',
  unknown: 'sent, with an unknown outcome',
  'not-sent': 'not sent',
  held: 'held back as accidental deletions',
  skipped: 'skipped by the service',
  waiting: 'accepted, no log entry yet',
  sending: 'being sent',
  planned: 'waiting to be sent',
  created: 'created',
  enabled: 'enabled',
  updated: 'updated',
  disabled: 'disabled',
  deleted: 'deleted',
  unchanged: 'unchanged',
  other: 'processed',
  excluded: 'excluded by the mapping',
};

/** Whether the log may answer the operations of a batch: the service has it, or may have it. */
export function mayBeTaken(batch: BatchState): boolean {
  return batch === 'accepted' || batch === 'unknown' || batch === 'sending';
}

/** The state of an operation from its batch's state and the log entries that answer it, oldest first. */
export function operationState(batch: BatchState, entries: readonly LogEntry[]): RecordState {
  const outcomes = entries.map(entryOutcome);
  const newest = outcomes.at(-1);
  if (newest === undefined) return batch === 'accepted' ? 'waiting' : batch;
  // The manager is set in an entry of its own: the person was created all the same
  const isFollowUp = newest === 'updated' || newest === 'unchanged';
  return (
    (isFollowUp
      ? outcomes.find((outcome) => outcome === 'created' || outcome === 'enabled' || outcome === 'disabled')
      : undefined) ?? newest
  );
}
