import type { BatchProgress } from '../../core/journal/batchProgress';
import { isAboutContent } from '../../core/journal/isAboutContent';
import type { RunState } from '../../core/journal/runState';
import type { BatchStatus } from '../../tenant/sending/sendOptions';

/** Whether a batch is finished, so that it is not sent again. */
export function isOver({ state, last }: BatchProgress): boolean {
  if (state === 'rejected') return isAboutContent(last?.status);
  return state === 'accepted' || state === 'given-up' || state === 'cancelled';
}

/**
 * The status of a batch after earlier sessions. Attempts that may have been received count across sessions; if there
 * was none, each session starts counting from 0.
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

/** Whether a part of the plan is still to be sent. */
export function hasMore(state: RunState): boolean {
  return state.phase !== 'cancelled' && state.phase !== 'blocked' && state.batches.some((batch) => !isOver(batch));
}
