import { describe, expect, it } from 'vitest';
import type { AttemptOutcome, JournalEvent } from '../../../src/core/journal/journalEvent';
import type { Outcome } from '../../../src/core/logs/outcome';
import { attempts, stateOf } from '../../support/journalled';

type Tried = readonly (AttemptOutcome | undefined)[];

describe('a batch', () => {
  it.each<[Tried, string, boolean]>([
    [[], 'planned', false],
    [[undefined], 'sending', false],
    [['accepted'], 'accepted', false],
    [['rejected'], 'rejected', false],
    [['not-sent'], 'not-sent', false],
    [['throttled'], 'not-sent', false],
    [['intercepted'], 'not-sent', false],
    [['unknown'], 'unknown', false],
    // Nothing was received before
    [['not-sent', 'accepted'], 'accepted', false],
    [['throttled', 'throttled', 'accepted'], 'accepted', false],
    [['intercepted', 'unknown'], 'unknown', false],
    [['rejected', 'accepted'], 'accepted', false],
    // The first may have been received, regardless of the second
    [['unknown', 'not-sent'], 'unknown', false],
    [['unknown', 'throttled'], 'unknown', false],
    [['unknown', 'rejected'], 'unknown', false],
    [['unknown', 'intercepted'], 'unknown', false],
    // Both may have been
    [['unknown', undefined], 'sending', true],
    [['unknown', 'unknown'], 'unknown', true],
    [['unknown', 'accepted'], 'accepted', true],
    [['unknown', 'not-sent', 'accepted'], 'accepted', true],
    [['not-sent', 'unknown', 'throttled', 'accepted'], 'accepted', true],
    // That the third was not says nothing of the two before it
    [['unknown', 'unknown', 'not-sent'], 'unknown', true],
    [['unknown', 'unknown', 'rejected'], 'unknown', true],
    // What was accepted stays so
    [['accepted', 'rejected'], 'accepted', false],
    [['accepted', 'unknown'], 'accepted', true],
  ])('after %j is %s, maybe twice: %s', (outcomes, state, maybeTwice) => {
    expect(stateOf(attempts(2, ...outcomes)).batch(2)).toMatchObject({ state, attempts: outcomes.length, maybeTwice });
  });

  it.each<[Tried, number]>([
    [[], 0],
    [['not-sent', 'throttled'], 0],
    [['unknown'], 1],
    [['unknown', 'not-sent', undefined], 2],
    [['unknown', 'rejected'], 1],
  ])('with the outcomes %j may have been received %d times', (outcomes, times) => {
    const state = stateOf(attempts(2, ...outcomes));
    expect([state.received(2), state.received(1), state.received(99)]).toEqual([times, 0, 0]);
  });

  it('keeps what its last answer said', () => {
    const said = {
      status: 503,
      code: 'x',
      requestId: 'r',
      clientRequestId: 'c',
      retryAfterMs: 10,
      cause: 'Why.',
      remedy: 'Do.',
    };
    const [start, end] = attempts(1, 'unknown');
    const state = stateOf([start, { ...end, ...said } as JournalEvent, ...attempts(1, undefined)] as JournalEvent[]);
    expect(state.batch(1).last).toEqual({ attempt: 1, outcome: 'unknown', ...said });
  });

  it('is given up, or found to be taken, by an event of its own', () => {
    const unknown = attempts(1, 'unknown');
    expect(stateOf([...unknown, { type: 'given-up', batch: 1 }]).batch(1).state).toBe('given-up');
    expect(stateOf([...unknown, { type: 'found-taken', batch: 1 }]).batch(1).state).toBe('accepted');
    const both = [...unknown, { type: 'given-up', batch: 1 }, { type: 'found-taken', batch: 1 }] as const;
    expect(stateOf(both).batch(1).state).toBe('accepted');
    expect(stateOf([...attempts(1, 'accepted'), { type: 'given-up', batch: 1 }]).batch(1).state).toBe('accepted');
  });

  it('is of unknown outcome once its process has ended without an end of it', () => {
    const state = stateOf([...attempts(1, 'accepted'), ...attempts(2, 'unknown', undefined)]);
    expect(state.batch(2).state).toBe('sending');
    state.interrupt();
    expect(state.batches.map((batch) => batch.state)).toEqual(['accepted', 'unknown', 'planned']);
    expect(state.batch(2).maybeTwice).toBe(true);
    expect(state.batch(1).maybeTwice).toBe(false);
  });

  it('is cancelled with its run only if it was certainly not received', () => {
    const tried = [...attempts(1, 'not-sent'), ...attempts(2, 'unknown')];
    const state = stateOf([...tried, { type: 'cancelled' }]);
    expect(state.batches.map((batch) => batch.state)).toEqual(['cancelled', 'unknown', 'cancelled']);
    expect(state.count('cancelled')).toBe(2);
    expect(state.count('not-sent')).toBe(0);
    // The one in flight was awaited
    const late = stateOf([...attempts(1, undefined), { type: 'cancelled' }, ...attempts(1, 'accepted').slice(1)]);
    expect(late.batches.map((batch) => batch.state)).toEqual(['accepted', 'cancelled', 'cancelled']);
  });

  it('that the plan has not changes nothing', () => {
    for (const number of [0, 4, 1000])
      expect(stateOf(attempts(number, 'accepted')).batches.map((batch) => batch.state)).toEqual([
        'planned',
        'planned',
        'planned',
      ]);
  });
});

describe('a run', () => {
  const all = [1, 2, 3].flatMap((batch) => attempts(batch, 'accepted'));
  const answer = (record: number, outcome: Outcome = 'created'): JournalEvent => ({
    type: 'reconciled',
    record,
    entry: `entry ${record} ${outcome}`,
    at: '2026-11-28T21:00:00.1234567Z',
    outcome,
  });
  const answers = [1, 2, 3, 4, 5, 6].map((record) => answer(record));
  const hash = 'a'.repeat(64);

  it.each<[string, readonly JournalEvent[], string]>([
    ['planned', [], 'sending'],
    ['half sent', attempts(1, 'accepted'), 'sending'],
    ['paused', [...attempts(1, 'accepted'), { type: 'paused', why: 'asked' }], 'paused'],
    ['paused with a request in flight', [...attempts(1, undefined), { type: 'paused', why: 'asked' }], 'paused'],
    ['after the pilot', [...attempts(1, 'accepted'), { type: 'paused', why: 'pilot' }], 'pilot'],
    ['resumed', [...attempts(1, 'accepted'), { type: 'paused', why: 'asked' }, { type: 'resumed' }], 'sending'],
    ['probed', [...attempts(1, 'unknown'), { type: 'paused', why: 'breaker' }, ...attempts(1, undefined)], 'sending'],
    ['accepted', all, 'awaiting-log'],
    ['paused too late', [...all, { type: 'paused', why: 'asked' }], 'awaiting-log'],
    ['answered in part', [...all, ...answers.slice(1)], 'awaiting-log'],
    ['answered', [...all, ...answers], 'complete'],
    ['not answered, finally', [...all, { type: 'silent', cause: 'c', remedy: 'r', isFinal: true }], 'complete'],
    ['not answered yet', [...all, { type: 'silent', cause: 'c', remedy: 'r', isFinal: false }], 'awaiting-log'],
    ['closed', [...all, { type: 'closed' }], 'complete'],
    ['closed and taken up again', [...attempts(1, 'unknown'), { type: 'closed' }, { type: 'resumed' }], 'sending'],
    ['with one of unknown outcome', [...all.slice(0, 4), ...attempts(3, 'unknown')], 'sending'],
    [
      'with one that was given up',
      [...all.slice(0, 4), ...attempts(3, 'unknown'), { type: 'given-up', batch: 3 }],
      'awaiting-log',
    ],
    ['refused whole', [1, 2, 3].flatMap((batch) => attempts(batch, 'rejected')), 'complete'],
    ['cancelled', [...attempts(1, 'accepted'), { type: 'cancelled' }], 'cancelled'],
    ['cancelled and closed', [...attempts(1, 'accepted'), { type: 'cancelled' }, { type: 'closed' }], 'cancelled'],
    ['blocked', [{ type: 'blocked', plan: hash, guards: [] }], 'blocked'],
    ['left by its process', [...attempts(1, 'accepted'), { type: 'recovered', dropped: 0 }], 'paused'],
    [
      'left and resumed',
      [...attempts(1, undefined), { type: 'recovered', dropped: 9 }, { type: 'resumed' }],
      'sending',
    ],
    [
      'left while it was paused',
      [
        { type: 'paused', why: 'asked' },
        { type: 'recovered', dropped: 9 },
      ],
      'paused',
    ],
    ['left when all was sent', [...all, { type: 'recovered', dropped: 9 }], 'awaiting-log'],
  ])('%s', (_, events, phase) => {
    expect(stateOf(events).phase).toBe(phase);
  });

  it('says why it is paused, the last reason first', () => {
    const paused = stateOf([
      { type: 'paused', why: 'throttled', until: '2026-11-29T00:00:00Z', cause: 'c', remedy: 'r' },
    ]);
    expect(paused.pause).toMatchObject({ why: 'throttled', until: '2026-11-29T00:00:00Z', cause: 'c', remedy: 'r' });
    expect(stateOf([{ type: 'recovered', dropped: 0 }]).pause?.why).toBe('interrupted');
    expect(
      stateOf([
        { type: 'paused', why: 'asked' },
        { type: 'recovered', dropped: 0 },
      ]).pause?.why,
    ).toBe('asked');
  });

  it('knows what was confirmed and blocked', () => {
    const guards = [{ id: 'G2', decision: 'type', value: 21, limit: 20 }] as const;
    const blocked = stateOf([{ type: 'blocked', plan: hash, guards }]);
    expect(blocked.blocked?.guards).toEqual(guards);
    expect(blocked.batch(1).state).toBe('not-sent');
    const confirmed = stateOf([
      { type: 'blocked', plan: hash, guards },
      { type: 'confirmed', plan: hash, by: 'typed', guards },
    ]);
    expect(confirmed).toMatchObject({ blocked: undefined, confirmed: { by: 'typed', guards }, phase: 'sending' });
  });

  it('keeps the clock of the tenant from before the first attempt', () => {
    const clocks: JournalEvent[] = [
      { type: 'tenant-clock', at: '2026-11-28T20:00:00Z' },
      { type: 'tenant-clock', at: '2026-11-29T20:00:00Z' },
    ];
    expect(stateOf(clocks).tenantClock).toBe('2026-11-28T20:00:00Z');
  });

  it('knows who is in a newer run, and how many entries answer nothing', () => {
    const state = stateOf([
      { type: 'superseded', run: 'a', records: [1, 3], batches: [1, 2] },
      { type: 'superseded', run: 'b', records: [3], batches: [2] },
      { type: 'log-read', elsewhere: 1 },
      { type: 'log-read', elsewhere: 3 },
    ]);
    expect([...state.superseded]).toEqual([
      [1, 'a'],
      [3, 'b'],
    ]);
    expect(state.elsewhere).toBe(3);
  });

  it('leaves out what a newer run has, refused requests included, unless it was taken', () => {
    const before = [...attempts(1, 'accepted'), ...attempts(2, 'unknown'), ...attempts(3, 'not-sent')];
    const superseded: JournalEvent = { type: 'superseded', run: 'a', records: [], batches: [1, 2, 3, 4] };
    const states = (...events: readonly JournalEvent[]) => stateOf(events).batches.map(({ state }) => state);
    expect(states(...before, superseded)).toEqual(['accepted', 'given-up', 'cancelled']);
    expect(states(superseded)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(states(...attempts(1, 'rejected'), ...attempts(2, undefined), superseded)).toEqual([
      'cancelled',
      'given-up',
      'cancelled',
    ]);
    const given: JournalEvent = { type: 'given-up', batch: 1 };
    expect(states(...attempts(1, 'unknown'), given, superseded)[0]).toBe('given-up');
  });

  it('says of a journal whose end is lost no more than is certain', () => {
    const state = stateOf([...attempts(1, 'accepted'), ...attempts(2, 'not-sent')]);
    state.doubt();
    expect(state.batches.map((batch) => batch.state)).toEqual(['accepted', 'unknown', 'unknown']);
    expect(state.phase).toBe('paused');
    const stopped = stateOf([...attempts(1, undefined), { type: 'cancelled' }]);
    stopped.doubt();
    expect(stopped.batches.map((batch) => batch.state)).toEqual(['unknown', 'cancelled', 'cancelled']);
  });
});
