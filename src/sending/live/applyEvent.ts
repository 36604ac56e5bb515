import type { JournalEvent } from '../../core/journal/journalEvent';
import type { Run } from '../../core/run/run';
import type { BatchState } from '../../core/run/recordState';
import { formatCount } from '../../core/text/formatCount';

/** The state of a batch after an attempt, by the attempt's outcome. */
const STATE_OF_OUTCOME: Readonly<Record<Extract<JournalEvent, { type: 'attempt-end' }>['outcome'], BatchState>> = {
  accepted: 'accepted',
  'not-sent': 'not-sent',
  throttled: 'not-sent',
  intercepted: 'not-sent',
  rejected: 'rejected',
  unknown: 'unknown',
};

/** Applies a journal event to a run. Gives the same account for live events and for those read from disk. */
export function applyEvent(run: Run, event: JournalEvent): void {
  switch (event.type) {
    case 'attempt-start':
      run.notePaused(undefined);
      for (const batch of batchesOf(event)) run.noteBatch(batch, 'sending');
      return;
    case 'attempt-end':
      if (event.tenantTime !== undefined) run.noteTenantTime(event.tenantTime);
      endAttempt(run, event);
      return;
    case 'given-up':
      for (const batch of batchesOf(event)) run.noteBatch(batch, 'given-up', event.cause, event.remedy);
      return;
    case 'found-taken':
      run.noteTaken(event.batch);
      return;
    case 'superseded':
      for (const batch of event.batches) supersede(run, batch, event.run);
      return;
    case 'blocked':
      run.noteBlocked();
      return;
    case 'cancelled':
      run.noteCancelled();
      return;
    case 'paused': {
      const { until, cause, remedy } = event;
      if (until !== undefined && cause !== undefined && remedy !== undefined) run.notePaused({ cause, remedy });
      return;
    }
    case 'resumed':
      run.notePaused(undefined);
      return;
    case 'tenant-clock':
      run.noteTenantClock(event.at);
      return;
    case 'reconciled': {
      const { type: _, record, ...answer } = event;
      run.noteAnswers([{ record, answer }]);
      return;
    }
    case 'log-read':
      run.noteElsewhere(event.elsewhere);
      return;
    case 'silent':
      run.noteSilence(event.cause, event.remedy, event.isFinal);
      return;
    case 'recovered':
      run.noteStopped();
      return;
    default:
  }
}

function* batchesOf({ batch, through = batch }: { readonly batch: number; readonly through?: number }) {
  for (let number = batch; number <= through; number++) yield number;
}

function endAttempt(run: Run, event: Extract<JournalEvent, { type: 'attempt-end' }>): void {
  const { batch, through = batch, outcome, cause, remedy } = event;
  // The answer does not say which of the batches is at fault
  const isOfSeveral = outcome === 'rejected' && through > batch;
  const state = isOfSeveral ? 'not-sent' : STATE_OF_OUTCOME[outcome];
  const why = isOfSeveral ? `${cause ?? ''} It was one of ${formatCount(through - batch + 1)} in it.`.trim() : cause;
  for (const number of batchesOf(event)) run.noteBatch(number, state, why, isOfSeveral ? GO_ON : remedy);
}

const GO_ON = 'Resume the run: the search goes on.';

/** Marks a request as superseded, because a newer run sent people of it. */
function supersede(run: Run, batch: number, newer: string): void {
  const state = run.stateOf(batch);
  if (state === 'accepted' || state === 'given-up') return;
  const why = `The newer run ${newer} has people of this request.`;
  const remedy = 'Make a new plan of the people whom no run has sent.';
  run.noteBatch(batch, state === 'unknown' || state === 'sending' ? 'given-up' : 'cancelled', why, remedy);
}
