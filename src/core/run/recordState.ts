import type { Answer } from '../logs/answer';
import { decidingAnswer } from '../logs/decidingAnswer';
import type { Outcome } from '../logs/outcome';

/** How far a batch is. */
export type BatchState =
  | 'planned'
  | 'sending'
  /** The service has staged it. */
  | 'accepted'
  | 'rejected'
  | 'not-sent'
  /** Nobody can say whether the service has taken it. It may be sent again. */
  | 'unknown'
  /** The same, and it is not sent again. */
  | 'given-up'
  /** A person has stopped the run before it was sent. */
  | 'cancelled';

/** What a record is in; every record of an extract is in exactly one of these at any time. */
export type RecordState =
  | 'excluded'
  | 'refused'
  | Exclude<BatchState, 'accepted'>
  /** Accepted, and the log has yet to answer. */
  | 'waiting'
  /** Accepted, and the log has not answered for as long as it is asked. */
  | 'no-entry'
  | Outcome;

/** Somebody has to look at these, the gravest first. */
export const STATES_AT_FAULT: readonly RecordState[] = [
  'failed',
  'refused',
  'rejected',
  'unknown',
  'given-up',
  'not-sent',
  'cancelled',
  'held',
  'skipped',
  'no-entry',
];

/** It is not known yet what became of these. */
export const OPEN_STATES: readonly RecordState[] = ['waiting', 'sending', 'planned'];

/** A run that ends with any of these is not called good. */
const DOUBTFUL: readonly RecordState[] = [...STATES_AT_FAULT, ...OPEN_STATES];

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
export const STATE_LABELS: Readonly<Record<RecordState, string>> = {
  failed: 'failed',
  refused: 'skipped (invalid)',
  rejected: 'rejected with their request',
  unknown: 'sent, with an unknown outcome',
  'given-up': 'given up, with an unknown outcome',
  'not-sent': 'not sent',
  cancelled: 'cancelled',
  held: 'held: Entra stopped these as accidental deletions',
  skipped: 'skipped by the service',
  'no-entry': 'accepted, and never in the log',
  waiting: 'awaiting log',
  sending: 'being sent',
  planned: 'waiting to be sent',
  created: 'created',
  enabled: 'enabled',
  updated: 'updated',
  disabled: 'disabled',
  deleted: 'deleted',
  unchanged: 'unchanged',
  other: 'processed',
  excluded: 'excluded',
};

/** The same of those who are not sent, by why. */
export const EXCLUDED_LABELS = {
  excluded: 'excluded by the mapping',
  unselected: 'not chosen',
  unchanged: 'unchanged since they were sent last',
} as const;

/** Whether the log may answer the operations of a batch: the service has it, or may have it. */
export function mayBeTaken(batch: BatchState): boolean {
  return batch === 'accepted' || batch === 'unknown' || batch === 'given-up' || batch === 'sending';
}

/**
 * The state of an operation from its batch's state and the answers of the log, oldest first. Of what was certainly not taken the log
 * says nothing.
 * @param isSilent whether the log is no longer asked
 */
export function operationState(batch: BatchState, answers: readonly Answer[], isSilent = false): RecordState {
  const answer = mayBeTaken(batch) ? decidingAnswer(answers) : undefined;
  if (answer !== undefined) return answer.outcome;
  if (batch !== 'accepted') return batch;
  return isSilent ? 'no-entry' : 'waiting';
}
