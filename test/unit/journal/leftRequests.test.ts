import { expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/journalEvent';
import { RunState } from '../../../src/core/journal/runState';

function stateOf(...events: readonly JournalEvent[]): RunState {
  const batches = [1, 2, 3, 4].map((number) => ({
    number,
    operations: 2,
    hash: '',
    first: number * 2 - 1,
    last: number * 2,
  }));
  const state = new RunState({ batches });
  for (const [index, event] of events.entries())
    state.apply({ seq: index + 1, at: `2026-11-30T08:00:0${index}.000Z`, event });
  return state;
}

const started = (batch: number): JournalEvent => ({
  type: 'attempt-start',
  batch,
  attempt: 1,
  hash: '',
  reason: 'first',
});
const ended = (batch: number, outcome: 'accepted' | 'unknown'): JournalEvent => ({
  type: 'attempt-end',
  batch,
  attempt: 1,
  outcome,
});

it('requests whose people a newer run has are not sent any more, and of one that may have been taken nobody knows', () => {
  const state = stateOf(started(1), ended(1, 'accepted'), started(2), ended(2, 'unknown'), {
    type: 'superseded',
    run: '20261130-080000-000000',
    records: [1, 3, 6],
    batches: [1, 2, 3],
  });
  expect(state.batches.map((batch) => batch.state)).toEqual(['accepted', 'given-up', 'cancelled', 'planned']);
  expect([...state.superseded.keys()]).toEqual([1, 3, 6]);
  expect(state.phase).toBe('sending');
});

it('tells when something was accepted last, and whether somebody went on after the first people', () => {
  const sent = stateOf(started(1), ended(1, 'accepted'), { type: 'paused', why: 'pilot' });
  expect([sent.acceptedAt, sent.hasPassedPilot]).toEqual(['2026-11-30T08:00:01.000Z', false]);
  const resumed = stateOf(started(1), ended(1, 'accepted'), { type: 'paused', why: 'pilot' }, { type: 'resumed' });
  expect(resumed.hasPassedPilot).toBe(true);
  const other = stateOf(started(1), ended(1, 'accepted'), { type: 'paused', why: 'asked' }, { type: 'resumed' });
  expect(other.hasPassedPilot).toBe(false);
});
