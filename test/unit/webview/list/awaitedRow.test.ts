import { describe, expect, it } from 'vitest';
import type { NumberedRow } from '../../../../src/webview/list/listedRows';
import { AwaitedRow } from '../../../../src/webview/list/awaitedRow';
import { ListedRows } from '../../../../src/webview/list/listedRows';

/** A list that is longer than what has been read of it, as while an extract is read. */
function listed(length: number) {
  let read = 0;
  const rows = new ListedRows<NumberedRow>(
    (from, count) => {
      const last = Math.min(from + count, read);
      return Promise.resolve(Array.from({ length: Math.max(0, last - from) }, (_, at) => ({ record: from + at + 1 })));
    },
    true,
    () => undefined,
  );
  rows.resize(length, 1);
  return { rows, read: (count: number) => (read = count) };
}

const answered = () => new Promise(setImmediate);

describe('a row that a key has gone to', () => {
  it('is given once it has arrived, however often it was missing, and only once', async () => {
    const { rows, read } = listed(200);
    const awaited = new AwaitedRow<NumberedRow>();
    awaited.goTo(rows, 199);
    for (const there of [0, 130, 199]) {
      read(there);
      expect([awaited.take(rows), awaited.place]).toEqual([undefined, 199]);
      await answered();
    }
    read(200);
    awaited.take(rows);
    await answered();
    expect(awaited.take(rows)?.record).toBe(200);
    expect([awaited.take(rows), awaited.place]).toEqual([undefined, undefined]);
  });

  it('is the last one of a list that has become shorter', async () => {
    const { rows, read } = listed(200);
    const awaited = new AwaitedRow<NumberedRow>();
    awaited.goTo(rows, 199);
    read(150);
    rows.resize(150, 2);
    awaited.take(rows);
    await answered();
    expect(awaited.take(rows)?.record).toBe(150);
  });

  it('is not awaited among other rows, nor after another was selected', async () => {
    const [one, other] = [listed(10), listed(10)];
    other.read(10);
    await other.rows.load(0);
    const awaited = new AwaitedRow<NumberedRow>();
    awaited.goTo(one.rows, 9);
    expect([awaited.take(other.rows), awaited.place]).toEqual([undefined, undefined]);
    awaited.goTo(other.rows, 9);
    awaited.forget();
    expect(awaited.take(other.rows)).toBeUndefined();
    awaited.goTo(other.rows, 8);
    awaited.goTo(other.rows, 9);
    expect(awaited.take(other.rows)?.record).toBe(10);
  });
});
