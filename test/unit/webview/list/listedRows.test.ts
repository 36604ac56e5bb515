import { describe, expect, it } from 'vitest';
import type { PreviewRow } from '../../../../src/preview/previewState';
import { PAGE, ListedRows } from '../../../../src/webview/list/listedRows';

function row(record: number, name = ''): PreviewRow {
  return { record, line: record + 1, id: `W${record}`, name, state: 'operation', note: '' };
}

/** Rows with a part that is there, what was requested, and how often rows arrived. */
function paged(length: number, { isOfAll = true, there = length, first = 1 } = {}) {
  const asked: number[] = [];
  let [arrivals, name] = [0, ''];
  const read = (count: number): void => {
    there = count;
  };
  const rows = new ListedRows(
    (from, count) => {
      asked.push(from);
      const last = Math.min(from + count, there);
      return Promise.resolve(Array.from({ length: Math.max(0, last - from) }, (_, at) => row(from + at + first, name)));
    },
    isOfAll,
    () => arrivals++,
  );
  rows.resize(length, 1);
  return { rows, asked, arrivals: () => arrivals, read, rename: (next: string) => (name = next) };
}

describe('RecordRows', () => {
  it('ask for a page once, when a row of it is wanted', async () => {
    const { rows, asked, arrivals } = paged(1000);
    expect([rows.at(70), rows.at(71), rows.at(1000), rows.at(-1)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect((await rows.load(80))?.record).toBe(81);
    expect([rows.at(70)?.record, rows.at(127)?.record]).toEqual([71, 128]);
    expect([asked, arrivals()]).toEqual([[PAGE], 1]);
  });

  it('ask again for a page that has grown since', async () => {
    const source = paged(100, { there: 70 });
    expect((await source.rows.load(69))?.record).toBe(70);
    expect(await source.rows.load(71)).toBeUndefined();
    // Nothing new has come: the list is not drawn, which would ask again
    expect([source.asked, source.arrivals()]).toEqual([[PAGE, PAGE], 1]);
  });

  it('show what they have until the rows of another edition have come', async () => {
    const { rows, asked, arrivals, rename } = paged(3);
    await rows.load(0);
    rename('Ana');
    rows.resize(2, 2);
    expect([rows.at(1)?.name, rows.at(2)]).toEqual(['', undefined]);
    await new Promise(setImmediate);
    expect([rows.at(1)?.name, asked.length, arrivals()]).toEqual(['Ana', 2, 2]);
  });

  it('show what they have of a part that is not read again yet', async () => {
    const { rows, arrivals, read, rename } = paged(100);
    await rows.load(80);
    rename('Ana');
    for (const there of [0, 70, 100]) {
      read(there);
      rows.resize(100, 2);
      rows.at(80);
      await new Promise(setImmediate);
      expect([rows.at(64)?.name, rows.at(80)?.name, arrivals()]).toEqual(there < 100 ? ['', '', 1] : ['Ana', 'Ana', 2]);
      await new Promise(setImmediate);
    }
  });

  it('ask again for what was on its way when another edition came', async () => {
    const { rows, asked, rename } = paged(3);
    const first = rows.load(0);
    rename('Ana');
    rows.resize(3, 2);
    await first;
    rows.at(0);
    await new Promise(setImmediate);
    expect([rows.at(0)?.name, asked.length]).toEqual(['Ana', 2]);
  });

  it('know the place of a record: of all, by its number; of some, as far as they are there', async () => {
    const all = paged(1000).rows;
    expect([all.indexOf(900), all.indexOf(1001), all.indexOf(undefined)]).toEqual([899, -1, -1]);
    const some = paged(1000, { isOfAll: false, first: 501 }).rows;
    expect(some.indexOf(571)).toBe(-1);
    await some.load(70);
    expect(some.indexOf(571)).toBe(70);
  });

  it('let go of pages that were asked for long ago', async () => {
    const { rows, asked } = paged(10_000);
    for (let page = 0; page < 60; page++) await rows.load(page * PAGE);
    expect(rows.at(59 * PAGE)?.record).toBe(59 * PAGE + 1);
    expect(asked).toHaveLength(60);
    await rows.load(0);
    expect(asked).toHaveLength(61);
  });

  it('stay without a row that is unavailable', async () => {
    const rows = new ListedRows(
      () => Promise.reject(new Error('The worker has ended.')),
      true,
      () => undefined,
    );
    rows.resize(10, 1);
    await expect(rows.load(3)).resolves.toBeUndefined();
  });
});
