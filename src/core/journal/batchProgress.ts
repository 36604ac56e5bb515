import type { BatchState } from '../run/recordState';
import type { AttemptOutcome, JournalEvent } from './journalEvent';

type EventOf<Type extends JournalEvent['type']> = Extract<JournalEvent, { readonly type: Type }>;
type AttemptEnd = EventOf<'attempt-end'>;

/** The progress of a batch according to the journal. */
export interface BatchProgress {
  readonly state: BatchState;
  /** How many attempts were started. */
  readonly attempts: number;
  /** Whether more than one attempt may have been received. */
  readonly maybeTwice: boolean;
  /** The result of the last attempt that ended. */
  readonly last?: Omit<AttemptEnd, 'type' | 'batch'>;
  /** ISO 8601: the time of the last event of the batch. */
  readonly at?: string;
}

/** The progress of a batch, plus what further events need. */
export interface BatchMemory extends BatchProgress {
  /** How many attempts may have been received: all, except those whose end shows that they were not. */
  readonly received: number;
}

export const UNTOUCHED: BatchMemory = { state: 'planned', attempts: 0, maybeTwice: false, received: 0 };

/** The state of a batch whose attempt was certainly not received. */
const STATE_OF_OUTCOME: Readonly<Record<Exclude<AttemptOutcome, 'accepted' | 'unknown'>, BatchState>> = {
  'not-sent': 'not-sent',
  throttled: 'not-sent',
  // Sent to something other than the service
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
  if (outcome === 'accepted' || outcome === 'unknown') return { ...batch, state: acceptedOr(batch, outcome), last, at };
  const received = Math.max(0, batch.received - 1);
  // An earlier attempt may have been received, and this one says nothing about it
  const state = received > 0 ? acceptedOr(batch, 'unknown') : stateAfter(last);
  return { ...batch, state, received, maybeTwice: received > 1, last, at };
}

/** The state after an attempt. If a request with several batches was refused, none of them is known to be at fault. */
function stateAfter({ outcome, through }: Pick<AttemptEnd, 'outcome' | 'through'>): BatchState {
  if (outcome === 'accepted' || outcome === 'unknown') return outcome;
  return outcome === 'rejected' && through !== undefined ? 'not-sent' : STATE_OF_OUTCOME[outcome];
}

/** A batch that was accepted once stays accepted. */
function acceptedOr({ last }: BatchMemory, state: 'accepted' | 'unknown'): BatchState {
  return last?.outcome === 'accepted' ? 'accepted' : state;
}
