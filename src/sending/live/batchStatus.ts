import type { BatchProgress } from '../../core/journal/batchProgress';
import { isAboutContent } from '../../core/journal/isAboutContent';
import type { RunState } from '../../core/journal/runState';
import type { BatchStatus } from '../../tenant/sending/sendOptions';

/** Whether a batch is finished: nothing of it is sent any more. */
export function isOver({ state, last }: BatchProgress): boolean {
  if (state === 'rejected') return isAboutContent(last?.status);
  return state === 'accepted' || state === 'given-up' || state === 'cancelled';
}

/**
 * The state of a batch after earlier sessions. Attempts that may have been received count over all of them; where none was, each session
 * may try as often as the first.
 */
export function batchStatusOf(state: RunState, number: number): BatchStatus {
  const batch = state.batch(number);
  const isUnknown = batch.state === 'unknown' || batch.state === 'sending';
  return {
    isSettled: isOver(batch),
    attempts: batch.attempts,
    spent: isUnknown ? state.received(number) : 0,
    isUnknown,
  };
}

/** Whether something of the plan is left to send. */
export function hasMore(state: RunState): boolean {
  return state.phase !== 'cancelled' && state.phase !== 'blocked' && state.batches.some((batch) => !isOver(batch));
}
