import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../../src/core/convert/operation';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import type { ProblemLevels } from '../../../src/core/problems/problemLevels';
import { convertToRequests } from '../../../src/extract/convertToRequests';
import { examineExtract } from '../../../src/extract/examineExtract';
import { momentNow } from '../../../src/extract/momentNow';
import type { PreviewRow, RecordFilter } from '../../../src/preview/previewState';
import { WHOLE_LIST } from '../../../src/preview/previewState';
import { packOutcomes } from '../../../src/preview/predictedOutcomes';
import { packStates } from '../../../src/preview/runStates';
import { Conversion } from '../../../src/worker/conversion';
import type { ConversionStatus, ShownInput } from '../../../src/worker/protocol';

const MAPPING = `where [Kind] <> "intern"
externalId = [Id]
userName = Join("@", [Id], "contoso.com")
displayName = [Name]
active = [Active]
title = RandomString(8, 2, 2, 2, 2, 2, "")
`;
/** Which takes no time to speak of. */
const PLAIN = 'externalId = [Id]\nuserName = [Id]\nactive = [Active]\n';
const MOMENT = momentNow();

/** So that every part is published as soon as it is read. */
const AT_ONCE = { first: 0, then: 0 };

/** Every 5th is excluded, every 7th refused by a rule, every 100th is a row with two cells too few, every 9th spans lines. */
function table(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    if (number % 100 === 0) return `p${number},"sh""ort"`;
    const name = number % 9 === 0 ? `"Person\n${number}"` : `Person ${number}`;
    return `p${number},${name},${number % 7 === 0 ? 'perhaps' : 'true'},${number % 5 === 0 ? 'intern' : 'employee'}`;
  });
  return `Id,Name,Active,Kind\n${rows.join('\n')}\n`;
}

function input(text: string, mapping = MAPPING): ShownInput & { readonly mapping: string } {
  return { bytes: new TextEncoder().encode(text), mapping, moment: MOMENT, request: WHOLE_LIST, edition: 1 };
}

type Ready = Extract<ConversionStatus, { kind: 'ready' }>;

function ready(status: ConversionStatus | undefined): Ready {
  if (status?.kind !== 'ready') throw new Error(`The extract cannot be shown: ${JSON.stringify(status)}`);
  return status;
}

/** Every status until one is as wanted. */
async function statusesUntil(
  conversion: Conversion,
  isWanted: (status: Ready) => boolean,
): Promise<[Ready, ...Ready[]]> {
  const statuses: [Ready, ...Ready[]] = [ready(await conversion.statusAfter(0))];
  for (let last = statuses[0]; !isWanted(last); statuses.push(last))
    last = ready(await conversion.statusAfter(last.version));
  return statuses;
}

async function lastOf(conversion: Conversion, isWanted: (status: Ready) => boolean): Promise<Ready> {
  const statuses = await statusesUntil(conversion, isWanted);
  return statuses.at(-1) ?? statuses[0];
}

const isRead = ({ content }: Ready) => content.isComplete;

async function read(given: ShownInput): Promise<Conversion> {
  const conversion = new Conversion(given);
  await lastOf(conversion, isRead);
  return conversion;
}

const isFound =
  (view: number) =>
  ({ content }: Ready) =>
    content.view.view === view && content.view.isComplete;

async function found(conversion: Conversion, view: number, filter: RecordFilter): Promise<readonly number[]> {
  await conversion.statusAfter(0);
  conversion.narrow({ view, filter });
  const { content } = await lastOf(conversion, isFound(view));
  const rows = (await conversion.rows(view, 0, 10_000)) ?? [];
  expect(rows.length).toBe(content.view.count);
  return rows.map(({ record }) => record);
}

async function inFile(text: string, run: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'entra-inbound-conversion-'));
  try {
    const path = join(folder, 'extract.csv');
    await writeFile(path, text);
    await run(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the conversion of a whole extract says of its records, in their order, and how many there are of each. */
async function converted(text: string) {
  const rows: PreviewRow[] = [];
  const source = Readable.from([Buffer.from(text)]);
  for await (const events of convertToRequests(source, loadMapping(MAPPING), { moment: MOMENT })) {
    for (const event of events) {
      if (event.kind === 'requests') {
        for (const { record, line, externalId, displayName = '', request } of operationsOf(event.requests))
          rows.push({
            record,
            line,
            id: externalId,
            name: displayName,
            state: 'operation',
            note: `request ${request}`,
          });
      } else if (event.kind === 'refused' || event.kind === 'excluded') {
        const { number, line } = event.record;
        const note = event.kind === 'refused' ? event.problems[0]?.message : 'excluded by a condition';
        rows.push({ record: number, line, id: anything(), name: anything(), state: event.kind, note: note ?? '' });
      } else if (event.kind === 'end') return { counts: event.counts, rows: rows.sort((a, b) => a.record - b.record) };
    }
  }
  throw new Error('The extract cannot be converted.');
}

function anything(): string {
  return expect.any(String) as string;
}

describe('the record that was shown before', () => {
  const numbers = Array.from({ length: 3000 }, (_, index) => index + 1);
  const csv = (ids: readonly number[]) => `Id,Active\n${ids.map((id) => `p${id},true\n`).join('')}`;
  const after = async (ids: readonly number[], near: number) =>
    (await read(input(csv(ids), PLAIN))).recordOfId({ id: `p${near}`, near });

  it('is found by its id where lines have come or gone above it', async () => {
    expect(await after(numbers, 1500)).toBe(1500);
    expect(await after([9001, 9002, ...numbers], 1500)).toBe(1502);
    expect(await after(numbers.slice(700), 1500)).toBe(800);
    expect(await after([...numbers].reverse(), 10)).toBe(2991);
    expect(await after(numbers.slice(2990), 2995)).toBe(5);
  });

  it('is the one of its number where the id has gone, and the first where that has gone, too', async () => {
    expect(
      await after(
        numbers.filter((id) => id !== 1500),
        1500,
      ),
    ).toBe(1500);
    expect(await after(numbers.slice(0, 100), 1500)).toBe(1);
  });

  it('is the nearest of those with its id', async () => {
    expect(await after([1500, ...numbers.slice(0, 1510), 1500, ...numbers.slice(1510)], 1500)).toBe(1501);
  });
});

describe('a conversion that is shown', () => {
  it('shows every record before it has looked at their values', async () => {
    const conversion = new Conversion(input(table(5000), PLAIN), AT_ONCE);
    const statuses = await statusesUntil(conversion, isRead);
    const [shown] = statuses.filter(({ content }) => content.view.isComplete);
    expect(shown?.content).toMatchObject({ isComplete: false, share: 1, counts: { records: 5000 } });
    expect(shown?.content.statuses).toBeUndefined();
    expect(statuses.at(-1)?.content.statuses?.columns).toEqual(['Active']);
  });

  it('is published from its first screen on, while the rest is read', async () => {
    const conversion = new Conversion(input(table(25_000), PLAIN), AT_ONCE);
    const first = ready(await conversion.statusAfter(0));
    expect(first.content.isComplete).toBe(false);
    expect(first.fingerprint).toBeUndefined();
    expect(first.content.counts.records).toBeGreaterThanOrEqual(200);
    expect(first.content.counts.records).toBeLessThan(25_000);
    expect((await conversion.rows(0, 0, 64))?.map(({ record }) => record)).toEqual(
      Array.from({ length: 64 }, (_, index) => index + 1),
    );
    const last = await lastOf(conversion, isRead);
    expect(last.content).toMatchObject({ counts: { records: 25_000 }, share: 1, view: { count: 25_000 } });
  });

  it('is published once and whole where it is read in no time', async () => {
    const conversion = new Conversion(input(table(3000)), { first: Infinity, then: 0 });
    const { content, fingerprint } = ready(await conversion.statusAfter(0));
    expect(content).toMatchObject({ isComplete: true, counts: { records: 3000 }, edition: 1 });
    expect(fingerprint).toBe(createHash('sha256').update(table(3000)).digest('hex'));
  });

  it('warns of what a look at the extract finds, and counts the same records', async () => {
    const mapping = `where [Status] <> "Left"\nexternalId = [Id]\nuserName = Join("@", [Name], "contoso.com")\ndisplayName = [Name]\nactive = Switch([Status], , "Active", "True", "Left", "False")\n`;
    const text = 'Id,Name,Status\n1,ana,Active\n2,bjørn,Active\n3,cem,Left\n1,dora,Active\n5\n';
    const { content } = await lastOf(new Conversion(input(text, mapping)), isRead);
    const look = await examineExtract(Readable.from([Buffer.from(text)]), loadMapping(mapping));
    expect([content.counts.records, look.findings.records]).toEqual([5, 5]);
    const grave = look.findings.findings.filter(({ severity }) => severity !== 'information');
    expect(grave.map(({ code }) => code).sort()).toEqual([
      'csv.row.field-count',
      'value.id.duplicate',
      'value.status.left-out',
      'value.user-name.characters',
    ]);
    expect(content.problems.map(({ code, level, count, line }) => [code, level, count, line])).toEqual([
      ['value.id.duplicate', 'error', 1, 5],
      ['csv.row.field-count', 'error', 1, 6],
      ['value.status.left-out', 'warning', 1, 4],
      ['value.user-name.characters', 'warning', 1, 3],
    ]);
    expect(content.problems.map(({ stops, isFilter }) => [stops, isFilter])).toEqual([
      [true, true],
      [undefined, true],
      [undefined, false],
      [undefined, false],
    ]);
    expect(content.problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining(
        grave.filter(({ code }) => /left-out|characters/.test(code)).map(({ message }) => message),
      ),
    );
  });

  it('shows problems at the levels that the user wants, but for what nothing is sent with', async () => {
    const mapping =
      'externalId = [Id]\nuserName = Join("@", [Name], "contoso.com")\ndisplayName = [Name]\nactive = [Active]\n';
    const text = 'Id,Name,Active\n1,ana,true\n1,bea,true\n3,cem,perhaps\n4\n5,José,true\n';
    const levelsOf = async (levels: ProblemLevels) => {
      const { content } = await lastOf(new Conversion({ ...input(text, mapping), levels }), isRead);
      return Object.fromEntries(content.problems.map(({ code, level }) => [code, level]));
    };
    const usual = await levelsOf({});
    expect(usual).toEqual({
      'value.id.duplicate': 'error',
      'value.bool.unknown': 'error',
      'csv.row.field-count': 'error',
      'value.user-name.characters': 'warning',
    });
    expect(
      await levelsOf({
        'value.id.duplicate': 'off',
        'value.bool.unknown': 'warning',
        'csv.row.field-count': 'off',
        'value.user-name.characters': 'error',
      }),
    ).toEqual({
      'value.id.duplicate': 'error',
      'value.bool.unknown': 'warning',
      'value.user-name.characters': 'error',
    });
  });

  it('gives the truth table of active', async () => {
    const mapping = 'externalId = [Id]\nuserName = [Id]\nactive = Switch([Status], , "in", "True", "out", "False")\n';
    const text = 'Id,Status\n1,in\n2,out\n3,away\n4,in\n5,\n6,in\n';
    const { content } = await lastOf(new Conversion(input(text, mapping)), isRead);
    expect(content.statuses).toMatchObject({ columns: ['Status'], records: 6, isComplete: true, others: 0 });
    expect(content.statuses?.rows.map(({ words, meaning, count, line }) => [words, meaning, count, line])).toEqual([
      [['in'], 'enabled', 3, 2],
      [['out'], 'disabled', 1, 3],
      [['away'], 'undecided', 1, 4],
      [[null], 'undecided', 1, 6],
    ]);
    const without = await lastOf(new Conversion(input('Id\n1\n', 'externalId = [Id]\nuserName = [Id]\n')), isRead);
    expect(without.content.statuses).toBeUndefined();
  });

  it('narrows the list down to a kind of problem, a predicted outcome and a text, together', async () => {
    const conversion = new Conversion(input(table(300), PLAIN));
    const { content } = await lastOf(conversion, isRead);
    const kinds = new Map(content.problems.map(({ code, count }) => [code, count]));
    expect(kinds.get('csv.row.field-count')).toBe(3);
    const found = async (view: number, filter: Partial<RecordFilter>) => {
      conversion.narrow({ view, filter: { text: '', ...filter } });
      await statusesUntil(conversion, isFound(view));
      return (await conversion.rows(view, 0, 400))?.map(({ record }) => record);
    };
    expect(await found(1, { problem: 'csv.row.field-count' })).toEqual([100, 200, 300]);
    expect(await found(2, { problem: 'csv.row.field-count', text: 'p20' })).toEqual([200]);
    expect(await found(3, { problem: 'value.of-nothing' })).toEqual([]);

    expect((await lastOf(conversion, isFound(3))).content.outcomes).toBeUndefined();
    const outcomes = packOutcomes(300, [
      { record: 2, outcome: 'created' },
      { record: 3, outcome: 'created' },
      { record: 30, outcome: 'disabled' },
    ]);
    conversion.predict({ outcomes, pilot: 0 }, 2);
    expect(await found(4, { outcome: 'created' })).toEqual([2, 3]);
    expect(await found(5, { outcome: 'created', text: 'p3' })).toEqual([3]);
    expect((await conversion.rows(5, 0, 9))?.map(({ predicted }) => predicted)).toEqual(['created']);
    const after = await lastOf(conversion, isFound(5));
    expect(after.content.outcomes).toEqual([
      ['disabled', 1],
      ['created', 2],
    ]);
    // Another look at the accounts comes to something else: what is listed follows
    conversion.predict({ outcomes: packOutcomes(300, [{ record: 33, outcome: 'created' }]), pilot: 0 }, 3);
    expect((await conversion.rows(5, 0, 9))?.map(({ record }) => record)).toEqual([33]);
    conversion.predict({ pilot: 0 }, 4);
    expect(await conversion.rows(5, 0, 9)).toEqual([]);
  });

  it('counts and lists what the conversion of the whole extract gives', async () => {
    const { counts, rows } = await converted(table(1200));
    const conversion = new Conversion(input(table(1200)));
    const { content } = await lastOf(conversion, isRead);
    const { records, operations, batches, refused, excluded } = counts;
    expect(content).toMatchObject({ dialect: 'comma, utf-8', notes: [] });
    expect(content.counts).toEqual({ records, operations, batches, refused, excluded });
    expect(content.states).toEqual([
      ['refused', refused],
      ['excluded', excluded],
      ['operation', operations],
    ]);
    const shown = (await conversion.rows(0, 0, 2000)) ?? [];
    expect(shown).toEqual(rows);
    expect([6, 4, 99].map((place) => [shown[place]?.id, shown[place]?.name])).toEqual([
      ['p7', 'Person 7'],
      ['p5', 'Person 5'],
      ['', ''],
    ]);
    expect(await conversion.rows(0, 700, 3)).toEqual(shown.slice(700, 703));
    for (const record of [1, 5, 7, 9, 100, 513, 1199])
      expect((await conversion.detail(record))?.row).toEqual(shown[record - 1]);
  });

  it('shows for every kind of record its own cells, what happens to them, and why', async () => {
    const conversion = await read(input(table(300)));
    const shown = async (record: number) => {
      const detail = await conversion.detail(record);
      const { cells, rules, operation, problems } = detail ?? { cells: [], rules: [], operation: '', problems: [] };
      return [
        cells.map(({ column, value, fault = '' }) => `${column}=${value}${fault}`).join(),
        rules.length,
        operation === '' ? '' : (JSON.parse(operation) as { bulkId: string }).bulkId,
        problems.map(({ columns }) => columns.join()),
      ];
    };
    expect(await shown(9)).toEqual(['Id=p9,Name=Person\n9,Active=true,Kind=employee', 5, 'record-9', []]);
    expect(await shown(7)).toEqual(['Id=p7,Name=Person 7,Active=perhaps,Kind=employee', 5, '', ['Active']]);
    expect(await shown(5)).toEqual(['Id=p5,Name=Person 5,Active=true,Kind=intern', 5, '', []]);
    // No rule has read it
    expect(await shown(100)).toEqual(['Id=p100,Name=sh"ort,Active=missing,Kind=missing', 0, '', ['']]);
    expect(await conversion.detail(301)).toBeUndefined();
  });

  it('finds records by their states and by their texts', async () => {
    const conversion = new Conversion(input(table(2100)));
    const refused = await found(conversion, 1, { text: '', state: 'refused' });
    expect(refused.filter((record) => record <= 100)).toEqual([7, 14, 21, 28, 42, 49, 56, 63, 77, 84, 91, 98, 100]);
    expect(await found(conversion, 2, { text: ' PERSON 1999 ' })).toEqual([1999]);
    expect(await found(conversion, 3, { text: 'p21', state: 'excluded' })).toEqual([210, 215]);
    expect(await found(conversion, 4, { text: 'nobody' })).toEqual([]);
    expect(await found(conversion, 5, { text: '' })).toHaveLength(2100);
    // An answer to an older question is of no use
    expect(await conversion.rows(4, 0, 10)).toBeUndefined();
  });

  it.each([
    ['', undefined, 700, 699],
    ['', 'refused', 700, 86],
    ['', 'refused', 701, undefined],
    ['person 7', undefined, 701, 10],
    ['', undefined, 9999, undefined],
  ] as const)('among those with %j in state %s, record %i has the place %s', async (text, state, chosen, place) => {
    const conversion = await read(input(table(1000)));
    conversion.narrow({ view: 1, filter: state === undefined ? { text } : { text, state }, chosen });
    const { content } = await lastOf(conversion, isFound(1));
    expect(content.view.place).toBe(place);
    if (place !== undefined) expect((await conversion.rows(1, place, 1))?.[0]?.record).toBe(chosen);
  });

  it('keeps to the list that is asked for from the start', async () => {
    const request = { view: 7, filter: { text: 'person 12', state: 'excluded' } } as const;
    const conversion = new Conversion({ ...input(table(300)), request });
    const { content } = await lastOf(conversion, isFound(7));
    expect(content.view).toEqual({ view: 7, count: 2, looked: 300, isComplete: true });
    expect((await conversion.rows(7, 0, 9))?.map(({ record }) => record)).toEqual([120, 125]);
  });

  it('shows and finds records by what became of them in a run', async () => {
    const conversion = await read(input(table(99)));
    conversion.narrow({ view: 1, filter: { text: 'person', state: 'created' } });
    await lastOf(conversion, isFound(1));
    const states = packStates([
      { record: 1, state: 'created' },
      { record: 2, state: 'failed' },
      { record: 3, state: 'created' },
      { record: 7, state: 'refused' },
    ]);
    conversion.follow(states, 2);
    const { content } = await lastOf(conversion, ({ content: { edition } }) => edition === 2);
    expect(content.view.count).toBe(2);
    expect(Object.fromEntries(content.states)).toEqual({
      failed: 1,
      refused: 12,
      created: 2,
      excluded: 19,
      operation: 65,
    });
    expect((await conversion.rows(1, 0, 9))?.map(({ record, state }) => [record, state])).toEqual([
      [1, 'created'],
      [3, 'created'],
    ]);
    expect((await conversion.detail(2))?.row.state).toBe('failed');
    expect(await found(conversion, 2, { text: '', state: 'failed' })).toEqual([2]);
    conversion.follow(packStates([{ record: 4, state: 'failed' }]), 3);
    expect((await conversion.rows(2, 0, 9))?.map(({ record }) => record)).toEqual([4]);
  });

  it('shows a run from the start that goes on while the extract is read again', async () => {
    const states = packStates([{ record: 2, state: 'created' }]);
    const conversion = await read({ ...input(table(3)), states });
    expect((await conversion.rows(0, 0, 3))?.map(({ state }) => state)).toEqual(['operation', 'created', 'operation']);
  });

  it('waits for the extract when a run goes on before anything of it is read', async () => {
    const conversion = new Conversion(input(table(3)));
    conversion.follow(packStates([{ record: 2, state: 'created' }]), 2);
    await lastOf(conversion, isRead);
    expect((await conversion.rows(0, 0, 3))?.map(({ state }) => state)).toEqual(['operation', 'created', 'operation']);
  });

  it('shows the records alone where there is no mapping', async () => {
    const { mapping: _, ...alone } = input(table(300));
    const conversion = new Conversion(alone);
    const { content } = await lastOf(conversion, isRead);
    expect(content).toMatchObject({ counts: { records: 300, refused: 3 } });
    expect((await conversion.rows(0, 98, 2))?.map(({ name, state }) => [name, state])).toEqual([
      ['p99 · Person\n99 · true · employee', 'operation'],
      ['Unreadable row', 'refused'],
    ]);
    expect((await conversion.detail(2))?.cells[1]).toEqual({ column: 'Name', value: 'Person 2', paths: [] });
    expect((await conversion.detail(100))?.cells).toEqual([
      { column: 'Id', value: 'p100', paths: [] },
      { column: 'Name', value: 'sh"ort', paths: [] },
      { column: 'Active', value: '', paths: [], fault: 'missing' },
      { column: 'Kind', value: '', paths: [], fault: 'missing' },
    ]);
    expect(await found(conversion, 1, { text: 'person 12' })).toEqual([
      12, 120, 121, 122, 123, 124, 125, 127, 128, 129,
    ]);
  });

  it('knows which record a line belongs to', async () => {
    const conversion = await read(input(table(1000)));
    const [ninth] = (await conversion.rows(0, 8, 1)) ?? [];
    expect(await conversion.recordAtLine((ninth?.line ?? 0) + 1)).toBe(9);
  });

  it.each([
    ['with a mapping that states none', PLAIN, 'windows-1252', 'Zo\u00eb'],
    ['of a mapping first', `source csv { encoding = "windows-1252" }\n${PLAIN}`, 'windows-1251', 'Zo\u00eb'],
    ['without a mapping', undefined, 'windows-1252', 'Zo\u00eb'],
  ])('reads in the encoding that is chosen, %s', async (_, mapping, encoding, name) => {
    const text = Buffer.from('Id,Active,Name\n1,true,Zo\u00eb\n', 'latin1');
    const { mapping: __, ...shown } = input('');
    const given = { ...shown, bytes: new Uint8Array(text), ...(mapping === undefined ? {} : { mapping }) };
    expect(await new Conversion({ ...given, encoding }).statusAfter(0)).toMatchObject({ kind: 'ready' });
    const conversion = await read({ ...given, encoding });
    expect((await conversion.detail(1))?.cells.map(({ value }) => value)).toEqual(['1', 'true', name]);
  });

  it('names the encoding that an extract looks like, which nobody has chosen', async () => {
    const names = ['M\u00fcller', 'Bj\u00f6rk', 'P\u00e9rez', 'Nu\u00f1ez'].map(
      (name, index) => `${index},true,${name}`,
    );
    const bytes = new Uint8Array(Buffer.from(`Id,Active,Name\n${names.join('\n')}\n`, 'latin1'));
    expect(await new Conversion({ ...input('', PLAIN), bytes }).statusAfter(0)).toMatchObject({
      kind: 'problems',
      problems: [{ code: 'csv.encoding.invalid', encoding: 'windows-1252' }],
    });
  });

  it('gives nothing of an extract with a fatal problem, however late it comes', async () => {
    const conversion = new Conversion(input(`${table(25_000)}p1,a"b,true,x\n`, PLAIN), AT_ONCE);
    let status = await conversion.statusAfter(0);
    expect(status?.kind).toBe('ready');
    while (status?.kind === 'ready') status = await conversion.statusAfter(status.version);
    expect(status).toMatchObject({ kind: 'problems', problems: [{ code: 'csv.quote.stray' }] });
  });

  it.each([
    ['no text', input(''), 'csv.empty'],
    ['no such file', { ...input(''), bytes: { path: '/nowhere/extract.csv' } }, 'file.unreadable'],
    ['a column that is missing', input('Id,Name,Active\n1,Ana,true\n'), 'map.column.missing'],
    ['more than is allowed', { ...input(table(9)), limits: { records: 8, bytes: 9999 } }, 'csv.too-large'],
  ])('says at once what is wrong: %s', async (_, given, code) => {
    expect(await new Conversion(given).statusAfter(0)).toMatchObject({ kind: 'problems', problems: [{ code }] });
  });

  it('shows an extract without records', async () => {
    const conversion = new Conversion(input('Id,Name,Active,Kind\n'));
    const { content } = ready(await conversion.statusAfter(0));
    expect(content).toMatchObject({ isComplete: true, states: [], view: { view: 0, count: 0, isComplete: true } });
    expect(await found(conversion, 1, { text: 'ana' })).toEqual([]);
  });

  it('stops reading when it is given up, and answers those who wait', async () => {
    const conversion = new Conversion(input(table(25_000), PLAIN), AT_ONCE);
    const { version } = ready(await conversion.statusAfter(0));
    conversion.giveUp();
    expect(await conversion.statusAfter(version)).toBeUndefined();
  });

  it('finds a record for any question about the same file, read in the same way', async () => {
    await inFile(table(1000), async (path) => {
      const conversion = await read({ ...input(''), bytes: { path } });
      const question = { bytes: { path }, mapping: `${MAPPING}nickName = [Name]\n`, record: 701 };
      expect(await conversion.recordOf(question)).toMatchObject({
        number: 701,
        cells: ['p701', 'Person 701', 'true', 'employee'],
      });
      expect(await conversion.recordOf({ ...question, record: 1001 })).toBeUndefined();
      expect(await conversion.recordOf({ ...question, record: 700 })).toBeUndefined();
      expect(await conversion.recordOf({ ...question, bytes: { path: `${path}.old` } })).toBeUndefined();
      const other = `source csv {\n  delimiter = ";"\n}\n${MAPPING}`;
      expect(await conversion.recordOf({ ...question, mapping: other })).toBeUndefined();
    });
  });

  it('waits with a record until it is read', async () => {
    const conversion = new Conversion(input(table(300)));
    expect((await conversion.detail(299))?.row.record).toBe(299);
    expect(await new Conversion(input(table(3))).detail(4)).toBeUndefined();
    expect(await new Conversion(input('')).detail(1)).toBeUndefined();
  });

  it.each(['rows', 'detail', 'search'])('says when the file has changed since it was read: %s', async (question) => {
    await inFile(table(1000), async (path) => {
      const conversion = new Conversion({ ...input(''), bytes: { path } });
      const { version } = await lastOf(conversion, isRead);
      await writeFile(path, table(999));
      if (question === 'rows') expect(await conversion.rows(0, 0, 10)).toBeUndefined();
      const detail = question === 'detail' ? conversion.detail(1) : undefined;
      if (question === 'search') conversion.narrow({ view: 1, filter: { text: 'ana' } });
      expect(await conversion.statusAfter(version)).toMatchObject({ kind: 'changed' });
      // It is answered by the conversion that takes the place of this one
      conversion.giveUp();
      expect(await detail).toBeUndefined();
    });
  });

  it('says when the file has gone since', async () => {
    await inFile(table(1000), async (path) => {
      const conversion = new Conversion({ ...input(''), bytes: { path } });
      const { version } = await lastOf(conversion, isRead);
      await rm(path);
      expect(await conversion.rows(0, 0, 10)).toBeUndefined();
      expect(await conversion.statusAfter(version)).toMatchObject({ problems: [{ code: 'file.unreadable' }] });
      await writeFile(path, '');
    });
  });
});
