import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/journalEvent';
import { RunState } from '../../../src/core/journal/runState';
import type { Group } from '../../../src/core/journal/search';
import { nextGroup, searchRequests } from '../../../src/core/journal/search';
import { isOver } from '../../../src/sending/live/batchStatus';

/** The journal of a search of so many operations. */
class Searched {
  readonly state: RunState;
  readonly #attempts: number[];

  constructor(operations: number) {
    const batches = Array.from({ length: operations }, (_, index) => ({
      number: index + 1,
      operations: 1,
      hash: '',
      first: index + 1,
      last: index + 1,
    }));
    this.state = new RunState({ batches, selection: { kind: 'search', run: 'r' } });
    this.#attempts = batches.map(() => 0);
  }

  get next(): Group | undefined {
    const { state } = this;
    return nextGroup({ batches: state.batches, isRefused: (first, last) => state.isRefused(first, last), isOver });
  }

  answer({ first, last }: Group, isRefused: boolean): void {
    const attempt = (this.#attempts[first - 1] ?? 0) + 1;
    this.#attempts.fill(attempt, first - 1, last);
    const about = { batch: first, ...(last > first && { through: last }), attempt };
    this.#apply({ type: 'attempt-start', ...about, hash: '', reason: 'first' });
    this.#apply({
      type: 'attempt-end',
      ...about,
      ...(isRefused
        ? ({ outcome: 'rejected', status: 400 } as const)
        : ({ outcome: 'accepted', status: 202 } as const)),
    });
  }

  #apply(event: JournalEvent): void {
    this.state.apply({ seq: 1, at: '2026-11-29T08:00:00.000Z', event });
  }
}

/** Searches to the end among the operations, some at fault; gives the requests. */
function search(
  operations: number,
  ...bad: readonly number[]
): { readonly groups: readonly Group[]; readonly state: RunState } {
  const searched = new Searched(operations);
  const groups: Group[] = [];
  for (let group = searched.next; group !== undefined; group = searched.next) {
    const { first, last } = group;
    groups.push(group);
    searched.answer(
      group,
      bad.some((number) => number >= first && number <= last),
    );
  }
  return { groups, state: searched.state };
}

const statesOf = (state: RunState, wanted: string): readonly number[] =>
  state.batches.flatMap((batch, index) => (batch.state === wanted ? [index + 1] : []));

describe('a search for one operation at fault', () => {
  it('finds it by no more than twice the logarithm of requests, wherever it is, and sends all others', () => {
    for (let operations = 2; operations <= 50; operations++) {
      let most = 0;
      for (let bad = 1; bad <= operations; bad++) {
        const { groups, state } = search(operations, bad);
        most = Math.max(most, groups.length);
        expect(groups.length, `${bad} of ${operations}`).toBeLessThanOrEqual(2 * Math.log2(operations));
        expect(statesOf(state, 'rejected')).toEqual([bad]);
        expect(statesOf(state, 'accepted')).toHaveLength(operations - 1);
      }
      expect(searchRequests(operations).one).toBe(most);
    }
  });

  it('takes the requests for all that it says', () => {
    for (const operations of [2, 3, 7, 50]) {
      const all = Array.from({ length: operations }, (_, index) => index + 1);
      const { groups, state } = search(operations, ...all);
      expect([groups.length, statesOf(state, 'rejected')]).toEqual([searchRequests(operations).all, all]);
    }
    expect([searchRequests(1), searchRequests(50)]).toEqual([
      { one: 0, all: 0 },
      { one: 11, all: 98 },
    ]);
  });

  it('never sends what it knows to be refused, nor anybody twice who was accepted', () => {
    const { groups } = search(6, 5);
    expect(groups).toEqual([
      { first: 1, last: 3 },
      { first: 4, last: 4 },
      { first: 5, last: 5 },
      { first: 6, last: 6 },
    ]);
  });
});

describe('a request of several batches', () => {
  it('that is refused leaves them not sent; alone, one is rejected', () => {
    const searched = new Searched(4);
    searched.answer({ first: 1, last: 2 }, true);
    const states = (): readonly string[] => searched.state.batches.map(({ state }) => state);
    expect(states()).toEqual(['not-sent', 'not-sent', 'planned', 'planned']);
    expect([searched.state.isRefused(1, 2), searched.state.isRefused(1, 1)]).toEqual([true, false]);
    searched.answer({ first: 1, last: 1 }, true);
    searched.answer({ first: 2, last: 2 }, false);
    searched.answer({ first: 3, last: 4 }, false);
    expect(states()).toEqual(['rejected', 'accepted', 'accepted', 'accepted']);
    expect(searched.state.batches.map(({ attempts, maybeTwice }) => [attempts, maybeTwice])).toEqual([
      [2, false],
      [2, false],
      [1, false],
      [1, false],
    ]);
    expect([searched.state.phase, searched.next]).toEqual(['awaiting-log', undefined]);
  });
});

describe('a request that a search could say more of', () => {
  const plan = (operations: number) => ({ batches: [{ number: 1, operations, hash: '', first: 1, last: operations }] });
  const refusedWith = (operations: number, status: number): RunState => {
    const state = new RunState(plan(operations));
    const about = { batch: 1, attempt: 1 };
    const at = '2026-11-29T08:00:00.000Z';
    state.apply({ seq: 1, at, event: { type: 'attempt-start', ...about, hash: '', reason: 'first' } });
    state.apply({ seq: 2, at, event: { type: 'attempt-end', ...about, outcome: 'rejected', status } });
    return state;
  };

  it.each([400, 413, 415, 422])('was refused with %d, and holds several', (status) => {
    expect(refusedWith(50, status).searchable).toBe(1);
    expect(refusedWith(1, status).searchable).toBeUndefined();
  });

  it.each([401, 403, 404, 405, 409, 410])('was not refused with %d, which is not about what it holds', (status) => {
    expect(refusedWith(50, status).searchable).toBeUndefined();
  });
});

describe('a search with one part that was accepted by itself', () => {
  it('sends no operation of it once more', () => {
    const searched = new Searched(8);
    searched.answer({ first: 1, last: 4 }, true);
    // Not the half that comes next, as after a journal that was written otherwise
    searched.answer({ first: 6, last: 6 }, false);
    const sent = new Set<number>();
    for (let group = searched.next; group !== undefined; group = searched.next) {
      for (let number = group.first; number <= group.last; number++) sent.add(number);
      searched.answer(group, false);
    }
    expect([...sent].toSorted()).toEqual([1, 2, 3, 4, 5, 7, 8]);
  });
});
