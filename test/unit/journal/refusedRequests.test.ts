import { describe, expect, it } from 'vitest';
import type { AttemptOutcome, JournalEvent } from '../../../src/core/journal/journalEvent';
import type { SelectionReason } from '../../../src/core/journal/planFile';
import { RunState } from '../../../src/core/journal/runState';
import { stateOf } from '../../support/journalled';
import { keptPlan } from '../../support/keptPlan';

/** An attempt at the batches from the first to the last, and how it ended. */
function tried(first: number, last: number, outcome: AttemptOutcome, status?: number): readonly JournalEvent[] {
  const about = { batch: first, ...(last > first && { through: last }), attempt: 1 };
  return [
    { type: 'attempt-start', ...about, hash: 'a'.repeat(64), reason: 'first' },
    { type: 'attempt-end', ...about, outcome, ...(status !== undefined && { status }) },
  ];
}

describe('a search', () => {
  it.each<[SelectionReason, boolean]>([
    [{ kind: 'search', run: 'r' }, true],
    [{ kind: 'failures', run: 'r' }, false],
    [{ kind: 'rest', run: 'r' }, false],
    [{ kind: 'person', run: 'r' }, false],
    [{ kind: 'all' }, false],
    [{ kind: 'changes' }, false],
  ])('is what a plan of %j makes: %s', (selection, isSearch) => {
    expect(new RunState({ batches: [], selection }).isSearch).toBe(isSearch);
  });

  it('is not made by a plan that says nothing of its selection', () => {
    expect(new RunState({ batches: [] }).isSearch).toBe(false);
  });
});

describe('a request that was refused for what is in it', () => {
  it.each([400, 413, 415, 422])('is known by its first and its last batch: %d', (status) => {
    const state = stateOf(tried(1, 2, 'rejected', status));
    expect(state.isRefused(1, 2)).toBe(true);
    for (const [first, last] of [
      [1, 1],
      [2, 2],
      [1, 3],
      [2, 3],
    ] as const)
      expect(state.isRefused(first, last), `${first}-${last}`).toBe(false);
    expect(stateOf(tried(3, 3, 'rejected', status)).isRefused(3, 3)).toBe(true);
  });

  it.each<[AttemptOutcome, number | undefined]>([
    ['rejected', 401],
    ['rejected', 403],
    ['rejected', 404],
    ['rejected', undefined],
    // By something between here and there
    ['intercepted', 400],
    ['intercepted', 415],
    ['unknown', 400],
    ['throttled', 400],
    ['not-sent', 400],
    ['accepted', 400],
    ['accepted', 202],
  ])('is not one that was %s with the status %s', (outcome, status) => {
    const state = stateOf(tried(1, 2, outcome, status));
    expect(state.isRefused(1, 2)).toBe(false);
    expect(state.searchable).toBeUndefined();
  });

  it('is not known before its end, nor by what an event of another type says besides', () => {
    const [start] = tried(1, 1, 'rejected', 400);
    if (start === undefined) throw new Error('no event');
    expect(stateOf([start]).isRefused(1, 1)).toBe(false);
    const besides = { ...start, outcome: 'rejected', status: 400 } as JournalEvent;
    expect(stateOf([besides]).isRefused(1, 1)).toBe(false);
  });

  it('leaves its batches unsent where it holds several, and refused where it holds one', () => {
    const states = (...events: readonly JournalEvent[]) => stateOf(events).batches.map(({ state }) => state);
    expect(states(...tried(1, 2, 'rejected', 400))).toEqual(['not-sent', 'not-sent', 'planned']);
    expect(states(...tried(2, 2, 'rejected', 400))).toEqual(['planned', 'rejected', 'planned']);
  });

  it('can be searched while it is refused and holds several operations', () => {
    expect(stateOf([...tried(1, 1, 'accepted', 202), ...tried(2, 2, 'rejected', 400)]).searchable).toBe(2);
    const [first, ...others] = keptPlan().batches;
    if (first === undefined) throw new Error('no batch');
    const single = { ...keptPlan(), batches: [{ ...first, operations: 1 }, ...others] };
    expect(stateOf(tried(1, 1, 'rejected', 400), single).searchable).toBeUndefined();
    const superseded: JournalEvent = { type: 'superseded', run: 'r', records: [], batches: [1] };
    expect(stateOf([...tried(1, 1, 'rejected', 400), superseded]).searchable).toBeUndefined();
    expect(stateOf([]).searchable).toBeUndefined();
  });
});

describe('a run with refused requests', () => {
  const refused = () => stateOf([...tried(1, 1, 'rejected', 400), ...tried(2, 2, 'rejected', 422)]);

  it('can be searched for one after the other, and for none that was', () => {
    const state = refused();
    expect([state.allSearchable, state.searchable, state.isSearched]).toEqual([[1, 2], 1, false]);
    state.noteSearched([1]);
    expect([state.allSearchable, state.searchable, state.isSearched]).toEqual([[2], 2, true]);
    state.noteSearched([2]);
    expect([state.allSearchable, state.searchable, state.isSearched]).toEqual([[], undefined, true]);
  });

  it('is not searched by a search that came to no end', () => {
    const state = refused();
    state.noteSearched([]);
    expect([state.allSearchable, state.isSearched]).toEqual([[1, 2], false]);
  });
});
