import { describe, expect, it } from 'vitest';
import { momentNow } from '../../../../src/extract/momentNow';
import type { ListRequest, ListSort, SortKey } from '../../../../src/preview/previewState';
import { packStates } from '../../../../src/preview/runStates';
import { Conversion } from '../../../../src/worker/conversion';
import type { ConversionStatus } from '../../../../src/worker/protocol';

const MAPPING = `externalId = [Number]
userName = [Number]
displayName = [Name]
active = [Active]
`;

/** Numbers fall; every 50th record is refused by a rule, every 70th is short of cells. */
function people(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = count - index;
    if ((index + 1) % 70 === 0) return `${number},short`;
    const name = ['Ömer', 'zoe', 'Anna', 'Łukasz', 'Olga'][index % 5] ?? '';
    return `${number},${name} ${index % 13},${(index + 1) % 50 === 0 ? 'perhaps' : 'true'},${index % 7 === 0 ? '' : `Room ${index % 7}`}`;
  });
  return `Number,Name,Active,Office\n${rows.join('\n')}\n`;
}

function opened(text: string, request: Partial<ListRequest> = {}, mapping: string | null = MAPPING): Conversion {
  return new Conversion({
    bytes: new TextEncoder().encode(text),
    moment: momentNow(),
    request: { view: 0, filter: { text: '' }, ...request },
    edition: 1,
    ...(mapping !== null && { mapping }),
  });
}

type Ready = Extract<ConversionStatus, { kind: 'ready' }>;

/** Every status until the list of that view is there. */
async function statuses(conversion: Conversion, view: number): Promise<readonly Ready[]> {
  const all: Ready[] = [];
  let version = 0;
  for (;;) {
    const status = await conversion.statusAfter(version);
    if (status?.kind !== 'ready') throw new Error('the extract cannot be shown');
    all.push(status);
    ({ version } = status);
    if (status.content.view.view === view && status.content.view.isComplete) return all;
  }
}

async function recordsBy(sort: ListSort, filter: ListRequest['filter'] = { text: '' }): Promise<readonly number[]> {
  const conversion = opened(people(300), { view: 1, sort, filter });
  await statuses(conversion, 1);
  return ((await conversion.rows(1, 0, 500)) ?? []).map(({ record }) => record);
}

const by = (key: SortKey, isDescending = false): ListSort => ({ by: key, isDescending });

describe('a sorted list', () => {
  it('is in the order of lines, names and ids, either way', async () => {
    expect((await recordsBy(by('line', true))).slice(0, 3)).toEqual([300, 299, 298]);
    expect((await recordsBy(by('id'))).slice(0, 3)).toEqual([300, 299, 298]);
    // Of the row that is short no rule says anything: it comes last
    expect((await recordsBy(by('id'))).slice(-4)).toEqual([70, 140, 210, 280]);
    const names = await recordsBy(by('name'));
    expect(names).toHaveLength(300);
    // Anna 0, and those who are called the same in the order of the extract
    expect(names.slice(0, 5)).toEqual([53, 118, 183, 248, 28]);
  });

  it('is in the order of a column, blank cells last', async () => {
    const rooms = await recordsBy(by(3));
    expect(rooms.slice(0, 3)).toEqual([2, 9, 16]);
    expect((rooms.at(-1) ?? 0) % 7).toBeLessThan(2);
  });

  it('has what needs somebody first, when it is sorted by outcome', async () => {
    const refused = [50, 70, 100, 140, 150, 200, 210, 250, 280, 300];
    expect((await recordsBy(by('state'))).slice(0, 11)).toEqual([...refused, 1]);
    expect((await recordsBy(by('state', true))).slice(-10)).toEqual(refused);
  });

  it('is of those that a filter leaves', async () => {
    expect(await recordsBy(by('line', true), { text: '', state: 'refused' })).toEqual([
      300, 280, 250, 210, 200, 150, 140, 100, 70, 50,
    ]);
    const found = await recordsBy(by('id'), { text: 'zoe 1' });
    expect(found.length).toBeGreaterThan(3);
    expect(found).toEqual([...found].sort((one, other) => other - one));
  });

  it('knows the place of the chosen record', async () => {
    const conversion = opened(people(300), { view: 1, sort: by('line', true), chosen: 299 });
    expect((await statuses(conversion, 1)).at(-1)?.content.view).toMatchObject({ count: 300, place: 1 });
  });

  it('says how far it is while there are no rows in their order, and is given up for another list', async () => {
    const conversion = opened(people(60_000));
    await statuses(conversion, 0);
    conversion.narrow({ view: 1, filter: { text: '' }, sort: by('name') });
    const status = await conversion.statusAfter(0);
    expect(status).toMatchObject({ content: { view: { view: 1, count: 0, isComplete: false, sorting: 0 } } });
    expect(await conversion.rows(1, 0, 10)).toEqual([]);
    conversion.narrow({ view: 2, filter: { text: '' }, sort: by('id') });
    const all = await statuses(conversion, 2);
    expect(all.at(-1)?.content.view).toEqual({ view: 2, count: 60_000, isComplete: true });
    expect(all.every(({ content }) => content.view.view === 2)).toBe(true);
    const [first] = (await conversion.rows(2, 0, 1)) ?? [];
    expect(first?.id).toBe('1');
  });

  it('follows a run', async () => {
    const conversion = opened(people(10), { view: 1, sort: by('state') });
    await statuses(conversion, 1);
    conversion.follow(
      packStates([
        { record: 2, state: 'failed' },
        { record: 5, state: 'waiting' },
      ]),
      2,
    );
    await statuses(conversion, 1);
    const rows = (await conversion.rows(1, 0, 10)) ?? [];
    expect(rows.slice(0, 2).map(({ record, state }) => [record, state])).toEqual([
      [2, 'failed'],
      [5, 'waiting'],
    ]);
  });
});

describe('the cells of rows', () => {
  it('are those that are asked for, of a refused row its own', async () => {
    const conversion = opened(people(100));
    const [, { content }] = [0, (await statuses(conversion, 0)).at(-1) ?? { content: undefined }];
    expect(content?.columns).toEqual(['Number', 'Name', 'Active', 'Office']);
    const cells = async (record: number) => (await conversion.rows(0, record - 1, 1, [1, 3, 9]))?.[0]?.cells;
    expect(await cells(2)).toEqual({ 1: 'zoe 1', 3: 'Room 1' });
    expect(await cells(50)).toEqual({ 1: 'Olga 10', 3: '' });
    expect(await cells(70)).toEqual({ 1: 'short' });
    expect((await conversion.rows(0, 0, 1))?.[0]?.cells).toBeUndefined();
  });

  it('are shortened, and are there without a mapping', async () => {
    const conversion = opened(`A,B\n1,${'x'.repeat(5000)}\n`, {}, null);
    await statuses(conversion, 0);
    const [row] = (await conversion.rows(0, 0, 1, [0, 1])) ?? [];
    expect(row?.cells?.[0]).toBe('1');
    expect(row?.cells?.[1]).toHaveLength(301);
  });
});
