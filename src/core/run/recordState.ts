import type { Answer } from '../logs/answer';
import { decidingAnswer } from '../logs/decidingAnswer';
import type { Outcome } from '../logs/outcome';

/** The progress of a batch. */
export type BatchState =
  | 'planned'
  | 'sending'
  /** The service has staged it. */
  | 'accepted'
  | 'rejected'
  | 'not-sent'
  /** It is not known whether the service received it. It may be sent again. */
  | 'unknown'
  /** Like `unknown`, but it is not sent again. */
  | 'given-up'
  /** A person stopped the run before it was sent. */
  | 'cancelled';

/** The state of a record; every record of an extract is in exactly one at any time. */
export type RecordState =
  | 'excluded'
  | 'refused'
  | Exclude<BatchState, 'accepted'>
  /** Accepted; the log has not answered yet. */
  | 'waiting'
  /** Accepted; the log did not answer within the time for which it is read. */
  | 'no-entry'
  | Outcome;

/** States that need attention, the most severe first. */
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

/** States without a known result yet. */
export const OPEN_STATES: readonly RecordState[] = ['waiting', 'sending', 'planned'];

/** A run that ends with any of these is not a success. */
const DOUBTFUL: readonly RecordState[] = [...STATES_AT_FAULT, ...OPEN_STATES];

/** All states in reading order: those that need attention first. */
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

/** Whether an ended run gave everybody the result that the mapping intends. */
export function isAllWell(counts: Readonly<Record<RecordState, number>>): boolean {
  return DOUBTFUL.every((state) => counts[state] === 0);
}

/** The label of each state after a number of people. */
export const STATE_LABELS: Readonly<Record<RecordState, string>> = {
  failed: 'failed',
  refused: 'skipped (invalid)',
  rejected: 'request rejected',
  unknown: 'sent, outcome unknown',
  'given-up': 'given up, outcome unknown',
  'not-sent': 'not sent',
  cancelled: 'cancelled',
  held: 'held: Entra stopped these as accidental deletions',
  skipped: 'skipped by the service',
  'no-entry': 'accepted, never in the log',
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

/** The labels for people who are not sent, by reason. */
export const EXCLUDED_LABELS = {
  excluded: 'excluded by the mapping',
  unselected: 'not chosen',
  unchanged: 'unchanged since the last upload',
} as const;

/** Whether the log may answer the operations of a batch: the service has received it, or may have. */
export function mayBeTaken(batch: BatchState): boolean {
  return batch === 'accepted' || batch === 'unknown' || batch === 'given-up' || batch === 'sending';
}

/**
 * The state of an operation, from its batch's state and the log's answers (oldest first). The log has no answers for
 * batches that were certainly not accepted.
 * @param isSilent whether the log is no longer read
 */
export function operationState(batch: BatchState, answers: readonly Answer[], isSilent = false): RecordState {
  const answer = mayBeTaken(batch) ? decidingAnswer(answers) : undefined;
  if (answer !== undefined) return answer.outcome;
  if (batch !== 'accepted') return batch;
  return isSilent ? 'no-entry' : 'waiting';
}
