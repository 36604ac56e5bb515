import type { BatchState } from '../run/recordState';
import type { AttemptOutcome, JournalEvent } from './journalEvent';

type EventOf<Type extends JournalEvent['type']> = Extract<JournalEvent, { readonly type: Type }>;
type AttemptEnd = EventOf<'attempt-end'>;

/** What is known of a batch, by the journal. */
export interface BatchProgress {
  readonly state: BatchState;
  /** How often it was begun to be sent. */
  readonly attempts: number;
  /** More than one of these may have been received. */
  readonly maybeTwice: boolean;
  /** What the last attempt that has ended says. */
  readonly last?: Omit<AttemptEnd, 'type' | 'batch'>;
  /** ISO 8601: of the last thing that happened to it. */
  readonly at?: string;
}

/** The same, with what it takes to go on. */
export interface BatchMemory extends BatchProgress {
  /** How many attempts may have been received: each, until its end says that it was not. */
  readonly received: number;
}

export const UNTOUCHED: BatchMemory = { state: 'planned', attempts: 0, maybeTwice: false, received: 0 };

/** What an attempt that was certainly not received says of its batch. */
const STATE_OF_OUTCOME: Readonly<Record<Exclude<AttemptOutcome, 'accepted' | 'unknown'>, BatchState>> = {
  'not-sent': 'not-sent',
  throttled: 'not-sent',
  // Sent somewhere, but not to its aim
  intercepted: 'not-sent',
  rejected: 'rejected',
};

export function begun(batch: BatchMemory, { attempt }: EventOf<'attempt-start'>, at: string): BatchMemory {
  const received = batch.received + 1;
  return {
    ...batch,
    state: 'sending',
    attempts: Math.max(batch.attempts + 1, attempt),
    received,
    maybeTwice: received > 1,
    at,
  };
}

export function ended(batch: BatchMemory, { type: _, batch: __, ...last }: AttemptEnd, at: string): BatchMemory {
  const { outcome } = last;
  if (outcome === 'accepted' || outcome === 'unknown') return { ...batch, state: accepting(batch, outcome), last, at };
  const received = Math.max(0, batch.received - 1);
  // An earlier attempt may have been received: that this one was not says nothing of it
  const state = received > 0 ? accepting(batch, 'unknown') : leftBy(last);
  return { ...batch, state, received, maybeTwice: received > 1, last, at };
}

/** A request of several batches that was refused says of none of them that it is at fault. */
function leftBy({ outcome, through }: Pick<AttemptEnd, 'outcome' | 'through'>): BatchState {
  if (outcome === 'accepted' || outcome === 'unknown') return outcome;
  return outcome === 'rejected' && through !== undefined ? 'not-sent' : STATE_OF_OUTCOME[outcome];
}

/** What was accepted once stays so. */
function accepting({ last }: BatchMemory, state: 'accepted' | 'unknown'): BatchState {
  return last?.outcome === 'accepted' ? 'accepted' : state;
}
