import { describe, expect, it } from 'vitest';
import type { ListView, PreviewContent, PreviewRow } from '../../../../src/preview/previewState';
import type { FromPage } from '../../../../src/preview/protocol';
import { ShownRows } from '../../../../src/webview/list/shownRows';

function row(record: number): PreviewRow {
  return { record, line: record + 1, id: '', name: '', state: 'operation', note: '' };
}

/** The rows of a page whose worker has every record, or those of a filter: every tenth. */
function shown() {
  const told: FromPage[] = [];
  let draws = 0;
  const rows = new ShownRows(
    {
      tell: (message) => told.push(message),
      rows: (view, from, count) =>
        Promise.resolve(
          Array.from({ length: count }, (_, at) => row(view === 0 ? from + at + 1 : (from + at + 1) * 10)),
        ),
    },
    () => draws++,
  );
  const take = (view: ListView, edition = 1) => {
    const content: PreviewContent = {
      extract: 'a.csv',
      mapping: 'a.scimmap',
      columns: ['Id', 'Name'],
      dialect: 'comma, utf-8',
      counts: { records: 100, operations: 100, batches: 2, refused: 0, excluded: 0 },
      states: [['operation', 100]],
      requests: { count: 2, bytes: 60_000, pilot: 0 },
      problems: [],
      notes: [],
      connection: { name: 'Sandbox Tenant', sendTitle: 'Send to Sandbox Tenant', sendTooltip: '' },
      reading: 1,
      edition,
      isComplete: true,
      share: 1,
      view,
    };
    rows.take(content);
    return new Promise(setImmediate);
  };
  return { rows, take, told, draws: () => draws };
}

describe('the rows of the page', () => {
  it('are those of the whole list at first', async () => {
    const { rows, take, told } = shown();
    await take({ view: 0, count: 100, isComplete: true });
    expect([rows.rows.length, (await rows.rows.load(4))?.record, rows.isNarrowed, told]).toEqual([100, 5, false, []]);
  });

  it('are replaced once those of a filter are there, the chosen record in sight', async () => {
    const { rows, take, told, draws } = shown();
    await take({ view: 0, count: 100, isComplete: true });
    rows.narrow({ text: 'ana' }, 30);
    expect(told).toEqual([{ type: 'filter', request: { view: 1, filter: { text: 'ana' }, chosen: 30 } }]);
    // What is still said of the list before is of no use
    await take({ view: 0, count: 100, isComplete: true });
    expect([rows.rows.length, rows.found, rows.isSearching, rows.isNarrowed]).toEqual([100, 0, true, true]);
    const before = draws();
    const replaced = take({ view: 1, count: 10, isComplete: true, place: 2 });
    // The search has ended, and its rows have not arrived: the number that is said is not that of the list before
    expect([rows.rows.length, rows.found, rows.isSearching]).toEqual([100, 10, false]);
    await replaced;
    expect([rows.rows.length, rows.rows.at(2)?.record, rows.isSearching]).toEqual([10, 30, false]);
    expect(draws()).toBeGreaterThan(before);
    expect([rows.takePlace(), rows.takePlace()]).toEqual([2, undefined]);
  });

  it('are none where nothing is found', async () => {
    const { rows, take } = shown();
    await take({ view: 0, count: 100, isComplete: true });
    rows.narrow({ text: 'nobody' }, undefined);
    await take({ view: 1, count: 0, isComplete: true });
    expect([rows.rows.length, rows.isSearching]).toEqual([0, false]);
  });

  it('are those of the last filter of several', async () => {
    const { rows, take } = shown();
    rows.narrow({ text: 'a' }, undefined);
    rows.narrow({ text: '', state: 'refused' }, undefined);
    await take({ view: 1, count: 7, isComplete: true });
    expect(rows.rows.length).toBe(0);
    await take({ view: 2, count: 3, isComplete: true });
    expect([rows.rows.length, rows.filter.state]).toEqual([3, 'refused']);
  });

  it.each([
    [0, false, 5],
    [0, true, 0],
    [3, false, 3],
  ])('when the extract is read again, with %i found and complete %s, are %i', async (count, isComplete, expected) => {
    const { rows, take } = shown();
    rows.narrow({ text: 'a' }, undefined);
    await take({ view: 1, count: 5, isComplete: true });
    await take({ view: 1, count, isComplete }, 2);
    expect(rows.rows.length).toBe(expected);
  });

  it('are as many as before while the whole extract is read again, and then as many as there are', async () => {
    const { rows, take } = shown();
    await take({ view: 0, count: 100, isComplete: true });
    await take({ view: 0, count: 70, isComplete: false }, 2);
    expect(rows.rows.length).toBe(100);
    await take({ view: 0, count: 80, isComplete: true }, 2);
    expect(rows.rows.length).toBe(80);
  });

  it('bring a record into sight when all are shown', () => {
    const { rows } = shown();
    rows.reveal(8);
    expect(rows.takePlace()).toBe(7);
  });
});
