import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { momentNow } from '../../../src/extract/momentNow';
import type { LargeFilter } from '../../../src/preview/largeProtocol';
import { Conversion } from '../../../src/worker/conversion';
import type { LargeInput } from '../../../src/worker/largeConversion';
import { LargeConversion } from '../../../src/worker/largeConversion';
import type { LargeStatus } from '../../../src/worker/protocol';

const MAPPING = `where [Kind] <> "intern"
externalId = [Id]
userName = Join("@", [Id], "contoso.com")
displayName = [Name]
active = [Active]
title = RandomString(8, 2, 2, 2, 2, 2, "")
`;
const MOMENT = momentNow();

/** Every 5th is excluded, every 7th refused by a rule, every 100th is a row with a cell too few, every 9th spans lines. */
function table(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    if (number % 100 === 0) return `p${number},short`;
    const name = number % 9 === 0 ? `"Person\n${number}"` : `Person ${number}`;
    return `p${number},${name},${number % 7 === 0 ? 'perhaps' : 'true'},${number % 5 === 0 ? 'intern' : 'employee'}`;
  });
  return `Id,Name,Active,Kind\n${rows.join('\n')}\n`;
}

function input(text: string, mapping = MAPPING): LargeInput & { readonly mapping: string } {
  return { bytes: new TextEncoder().encode(text), mapping, moment: MOMENT };
}

async function opened(given: LargeInput): Promise<LargeConversion> {
  const conversion = await LargeConversion.of(given);
  if (!(conversion instanceof LargeConversion)) throw new Error('The extract could not be opened.');
  return conversion;
}

type Ready = Extract<LargeStatus, { kind: 'ready' }>;

function ready(status: LargeStatus): Ready {
  if (status.kind !== 'ready') throw new Error(status.problems.map(({ message }) => message).join('\n'));
  return status;
}

/** Every status until one is as wanted. */
async function statusesUntil(conversion: LargeConversion, isWanted: (status: Ready) => boolean): Promise<Ready[]> {
  const statuses = [ready(await conversion.statusAfter(0))];
  for (let last = statuses[0]; last !== undefined && !isWanted(last); last = statuses.at(-1))
    statuses.push(ready(await conversion.statusAfter(last.version)));
  return statuses;
}

const isRead = ({ content }: Ready) => content.large.isComplete;

async function found(conversion: LargeConversion, view: number, filter: LargeFilter): Promise<readonly number[]> {
  await conversion.statusAfter(0);
  conversion.narrow(view, filter);
  const last = (
    await statusesUntil(conversion, ({ content: { large } }) => large.view.view === view && large.view.isComplete)
  ).at(-1);
  const rows = await conversion.rows(view, 0, 10_000);
  expect(rows.length).toBe(last?.content.large.view.count);
  return rows.map(({ record }) => record);
}

describe('a large conversion', () => {
  it('is told of from its first screen on, while the rest is read', async () => {
    const conversion = await opened(input(table(60_000)));
    const first = ready(await conversion.statusAfter(0));
    expect(first.content.large.isComplete).toBe(false);
    expect(first.content.counts.records).toBeGreaterThanOrEqual(200);
    expect(first.content.counts.records).toBeLessThan(60_000);
    expect((await conversion.rows(0, 0, 64)).map(({ record }) => record)).toEqual(
      Array.from({ length: 64 }, (_, index) => index + 1),
    );
    const all = await statusesUntil(conversion, isRead);
    expect(all.at(-1)?.content).toMatchObject({ counts: { records: 60_000 }, large: { share: 1 } });
  });

  it('counts, lists and shows what the conversion of a small extract does', async () => {
    const small = await Conversion.of(input(table(1200)));
    if (!(small instanceof Conversion)) throw new Error('The extract cannot be converted.');
    const conversion = await opened(input(table(1200)));
    const { content } = (await statusesUntil(conversion, isRead)).at(-1) ?? {};
    const { duplicates: _, ...counts } = small.plan.counts;
    expect(content).toMatchObject({ counts, dialect: 'comma, utf-8', warnings: [] });
    const rows = small.summary.kind === 'ready' ? small.summary.content.rows : [];
    expect(await conversion.rows(0, 0, 2000)).toEqual(rows);
    expect(await conversion.rows(0, 700, 3)).toEqual(rows.slice(700, 703));
    for (const record of [1, 5, 7, 9, 513, 1199]) {
      const expected = small.detail(record);
      expect(expected).toBeDefined();
      expect(await conversion.detail(record)).toEqual(expected);
    }
    // The small one keeps nothing of a row that could not be cut
    expect((await conversion.detail(300))?.problems).toHaveLength(1);
  });

  it('finds records by what becomes of them and by their texts', async () => {
    const conversion = await opened(input(table(2100)));
    const refused = await found(conversion, 1, { text: '', fate: 'refused' });
    expect(refused.filter((record) => record <= 100)).toEqual([7, 14, 21, 28, 42, 49, 56, 63, 77, 84, 91, 98, 100]);
    expect(await found(conversion, 2, { text: ' PERSON 1999 ' })).toEqual([1999]);
    expect(await found(conversion, 3, { text: 'p21', fate: 'excluded' })).toEqual([210, 215]);
    expect(await found(conversion, 4, { text: 'nobody' })).toEqual([]);
    expect(await found(conversion, 5, { text: '' })).toHaveLength(2100);
    // An answer to an older question is of no use
    expect(await conversion.rows(4, 0, 10)).toEqual([]);
  });

  it('shows the records alone where there is no mapping', async () => {
    const { mapping: _, ...alone } = input(table(300));
    const conversion = await opened(alone);
    const { content } = (await statusesUntil(conversion, isRead)).at(-1) ?? {};
    expect(content).toMatchObject({ counts: { records: 300, refused: 3 } });
    expect((await conversion.rows(0, 98, 2)).map(({ name, fate }) => [name, fate])).toEqual([
      ['p99 · Person\n99 · true · employee', 'operation'],
      ['A row that cannot be read', 'refused'],
    ]);
    expect((await conversion.detail(2))?.cells[1]).toEqual({ column: 'Name', value: 'Person 2', paths: [] });
    expect(await found(conversion, 1, { text: 'person 12' })).toEqual([
      12, 120, 121, 122, 123, 124, 125, 127, 128, 129,
    ]);
  });

  it('knows which record a line belongs to', async () => {
    const conversion = await opened(input(table(1000)));
    await statusesUntil(conversion, isRead);
    const [ninth] = await conversion.rows(0, 8, 1);
    expect(await conversion.recordAtLine((ninth?.line ?? 0) + 1)).toBe(9);
  });

  it('gives nothing of an extract with a fatal problem, however late it comes', async () => {
    const conversion = await opened(input(`${table(30_000)}p1,a"b,true,x\n`));
    let status = await conversion.statusAfter(0);
    expect(status.kind).toBe('ready');
    while (status.kind === 'ready') status = await conversion.statusAfter(status.version);
    expect(status.problems.map(({ code }) => code)).toEqual(['csv.quote.stray']);
  });

  it('says at once what is wrong at once', async () => {
    const conversion = await opened(input('', MAPPING));
    expect(await conversion.statusAfter(0)).toMatchObject({ kind: 'problems', problems: [{ code: 'csv.empty' }] });
    const missing = await LargeConversion.of({ ...input(''), bytes: { path: '/nowhere/extract.csv' } });
    expect(missing).toMatchObject({ kind: 'problems', problems: [{ code: 'file.unreadable' }] });
  });

  it('stops reading when it is given up', async () => {
    const conversion = await opened(input(table(60_000)));
    await conversion.statusAfter(0);
    conversion.giveUp();
    const last = (await statusesUntil(conversion, isRead)).at(-1);
    expect(last?.content.counts.records).toBeLessThan(60_000);
  });

  it('knows a record to whoever asks for one of the same file, read in the same way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entra-inbound-large-'));
    try {
      const path = join(folder, 'extract.csv');
      await writeFile(path, table(1000));
      const conversion = await opened({ ...input(''), bytes: { path } });
      await statusesUntil(conversion, isRead);
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
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says when the file has been changed since', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entra-inbound-large-'));
    try {
      const path = join(folder, 'extract.csv');
      await writeFile(path, table(1000));
      const conversion = await opened({ ...input(''), bytes: { path } });
      const last = (await statusesUntil(conversion, isRead)).at(-1);
      await writeFile(path, table(999));
      expect(await conversion.rows(0, 0, 10)).toEqual([]);
      expect(await conversion.statusAfter(last?.version ?? 0)).toMatchObject({ problems: [{ code: 'file.changed' }] });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
