import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/journalEvent';
import { RunState } from '../../../src/core/journal/runState';
import { attempts } from '../../support/journalled';
import { keptPlan } from '../../support/keptPlan';

const timeOf = (place: number) => `2026-11-28T20:48:${String(place).padStart(2, '0')}Z`;

/** What a journal of these events says, the first written in second 1, the next in second 2. */
function timed(...events: readonly JournalEvent[]): RunState {
  const state = new RunState(keptPlan());
  for (const [index, event] of events.entries()) state.apply({ seq: index + 1, at: timeOf(index + 1), event });
  return state;
}

const hash = 'a'.repeat(64);
const planned: JournalEvent = { type: 'planned', plan: hash, records: 6, operations: 6, batches: 3 };
const taken: JournalEvent = { type: 'found-taken', batch: 1 };

describe('the times of a run', () => {
  it('are none before anything was written', () => {
    const { startedAt, acceptedAt, lastAt, cancelledAt, silence, closed, confirmed, blocked, pause } = timed();
    for (const each of [startedAt, acceptedAt, lastAt, cancelledAt, silence, closed, confirmed, blocked, pause])
      expect(each).toBeUndefined();
  });

  it('are none but that of the line where it was only planned', () => {
    const { startedAt, acceptedAt, lastAt, confirmed, blocked, closed } = timed(planned);
    expect([startedAt, acceptedAt, lastAt, confirmed, blocked, closed]).toEqual([
      ...[undefined, undefined, timeOf(1), undefined, undefined, undefined],
    ]);
    const again = timed({ type: 'blocked', plan: hash, guards: [] }, planned);
    expect(again.blocked).toEqual({ plan: hash, guards: [], at: timeOf(1) });
  });

  it('say when the first request was begun, also when a later one begins again', () => {
    expect(timed(planned, ...attempts(2, undefined)).startedAt).toBe(timeOf(2));
    expect(timed(planned, ...attempts(2, 'throttled', 'accepted'), ...attempts(1, 'unknown')).startedAt).toBe(
      timeOf(2),
    );
  });

  it('say when a request was accepted last, and not when one was refused', () => {
    expect(timed(...attempts(1, 'accepted')).acceptedAt).toBe(timeOf(2));
    expect(timed(...attempts(1, 'accepted'), ...attempts(2, 'accepted')).acceptedAt).toBe(timeOf(4));
    expect(timed(...attempts(1, 'accepted'), ...attempts(2, 'rejected')).acceptedAt).toBe(timeOf(2));
    for (const outcome of ['rejected', 'unknown', 'throttled', 'not-sent', 'intercepted'] as const)
      expect(timed(...attempts(1, outcome)).acceptedAt, outcome).toBeUndefined();
  });

  it('take a request that was found to be taken for accepted then, unless one was accepted before', () => {
    expect(timed(...attempts(1, 'unknown'), taken).acceptedAt).toBe(timeOf(3));
    expect(timed(...attempts(1, 'unknown'), ...attempts(2, 'accepted'), taken).acceptedAt).toBe(timeOf(4));
  });

  it('say when anything was written last', () => {
    expect(timed(planned, ...attempts(1, 'accepted'), { type: 'log-read', elsewhere: 0 }).lastAt).toBe(timeOf(4));
  });

  it('say when it was confirmed, blocked, paused and cancelled', () => {
    const guards = [] as const;
    const state = timed({ type: 'confirmed', plan: hash, by: 'dialog', guards }, { type: 'paused', why: 'asked' });
    expect(state.confirmed).toEqual({ plan: hash, by: 'dialog', guards, at: timeOf(1) });
    expect(state.pause).toEqual({ why: 'asked', at: timeOf(2) });
    expect(timed(planned, { type: 'blocked', plan: hash, guards }).blocked?.at).toBe(timeOf(2));
    expect(timed(planned, { type: 'cancelled' }, { type: 'closed' }).cancelledAt).toBe(timeOf(2));
  });

  it('say when the log fell silent and when it was closed, with what was written of it', () => {
    const state = timed(
      { type: 'silent', cause: 'Why.', remedy: 'Do.', isFinal: true },
      { type: 'closed', counts: { created: 2 } },
    );
    expect(state.silence).toEqual({ cause: 'Why.', remedy: 'Do.', isFinal: true, at: timeOf(1) });
    expect(state.closed).toEqual({ counts: { created: 2 }, at: timeOf(2) });
    expect(timed({ type: 'closed' }, { type: 'resumed' }).closed).toBeUndefined();
  });

  it('take the last line for when its process ended, unless that is said', () => {
    const states = [timed(), timed(planned, ...attempts(1, 'accepted')), timed(planned)];
    for (const state of states.slice(0, 2)) state.interrupt();
    states[2]?.interrupt(timeOf(9));
    expect(states.map(({ pause }) => pause)).toEqual([
      { why: 'interrupted', at: '' },
      { why: 'interrupted', at: timeOf(3) },
      { why: 'interrupted', at: timeOf(9) },
    ]);
  });

  it('of a batch are those of the last that happened to it', () => {
    const state = timed(...attempts(1, 'unknown'), taken, ...attempts(2, undefined));
    expect(state.batches.map(({ at }) => at)).toEqual([timeOf(3), timeOf(4), undefined]);
    expect(timed(...attempts(1, 'unknown'), { type: 'given-up', batch: 1 }).batch(1).at).toBe(timeOf(3));
  });
});
