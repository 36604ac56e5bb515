import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogBook } from '../../../../src/core/logs/list/logBook';
import { logEntry } from '../../../support/logEntries';

const time = (minute: number): string => `2026-11-30T08:${String(minute).padStart(2, '0')}:00Z`;

const ENTRIES = [
  logEntry('a', '1', { cycleId: 'one', changeId: 'x', time: time(1) }),
  logEntry('b', '1', { cycleId: 'one', changeId: 'x', time: time(3), action: 'update', changed: ['manager'] }),
  logEntry('c', '2', { cycleId: 'one', changeId: 'y', time: time(2), status: 'failure', error: ['Conflict', 'No.'] }),
  logEntry('d', '1', { cycleId: 'two', changeId: 'x', time: time(20), action: 'update' }),
  logEntry('e', '3', { time: 'never' }),
  logEntry('f', '3', { time: time(30) }),
];

/** Cycles, in them changes, in these entries: `two[x(d)]`. */
function outline(book: LogBook): string {
  return book.cycles
    .map(({ id }) => {
      const changes = book.changesOf(id).map((change) => `${change.id}(${change.entries.map((one) => one.id).join()})`);
      return `${id || '-'}[${changes.join(' ')}]`;
    })
    .join(' ');
}

const ORDER = '-[f(f) e(e)] two[x(d)] one[x(b,a) y(c)]';

describe('a book of log entries', () => {
  it('has them by cycle and change, the newest first, in any order and with repetitions', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ENTRIES, { minLength: ENTRIES.length }),
        fc.array(fc.constantFrom(...ENTRIES)),
        fc.nat(ENTRIES.length),
        (entries, again, cut) => {
          const book = new LogBook();
          book.add(entries.slice(0, cut));
          expect(book.cycles.length).toBeLessThanOrEqual(3);
          book.add(entries);
          expect(book.add(again)).toEqual([]);
          expect([outline(book), book.size, book.shown]).toEqual([ORDER, 6, 6]);
        },
      ),
    );
  });

  it('counts what became of people by the newest entry of each change', () => {
    const book = new LogBook();
    book.add(ENTRIES);
    const one = book.cycles.find(({ id }) => id === 'one');
    expect([...(one?.outcomes ?? [])]).toEqual([
      ['updated', 1],
      ['failed', 1],
    ]);
    expect([one?.changes, one?.newest.id]).toEqual([2, 'b']);
  });

  it('shows what fits a filter, also of what comes later, and forgets nothing else', () => {
    const book = new LogBook();
    book.add(ENTRIES.slice(0, 3));
    book.narrow({ actions: ['update'] });
    book.add(ENTRIES.slice(3));
    expect([outline(book), book.size, book.shown]).toEqual(['two[x(d)] one[x(b)]', 6, 2]);
    expect(book.statistics.map(({ cycleId, entries }) => [cycleId, entries])).toEqual([
      ['two', 1],
      ['one', 1],
    ]);
    book.narrow({});
    expect(outline(book)).toBe(ORDER);
  });

  it('gives an entry back whole', () => {
    const book = new LogBook();
    book.add(ENTRIES);
    expect(book.entry('c')).toEqual(ENTRIES[2]);
    expect(book.entry('z')).toBeUndefined();
    book.clear();
    expect([book.entry('c'), book.size, outline(book), book.newestAt]).toEqual([undefined, 0, '', undefined]);
  });

  it('knows its newest entry', () => {
    const book = new LogBook();
    book.add(ENTRIES);
    expect(book.newestAt).toBe(Date.parse(time(30)));
  });
});
