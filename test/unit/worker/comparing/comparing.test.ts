import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Comparing } from '../../../../src/worker/comparing/comparing';
import type { OtherInput } from '../../../../src/worker/comparing/protocol';
import { allRows, compared, compareInput, detailOf, otherText } from '../../../support/comparisons';
import { acceptAll, keptFolder, RIG_KEY } from '../../../support/plannerRig';

const MAPPING = `externalId = [Id]
userName = Append([Id], "@contoso.com")
displayName = [Name]
active = Switch([Status], , "a", "true", "i", "false")
title = [Title]
`;

const OTHER = 'Id,Name,Status,Title\n1,Ann,a,Boss\n2,Zoë,a,\n3,Cleo,a,Clerk\n4,Dan,a,\n5,Eve,i,\n';
const OWN = 'Id,Name,Status,Title\n6,Fay,a,\n1,Ann,a,Chief\n2,Zoë,a,\n3,Cleo,i,Clerk\n5,Eve,x,\n6,Fay,a,\n';

const comparisonOf = (other: OtherInput, own = OWN, mapping = MAPPING) =>
  new Comparing(compareInput(own, mapping, other));

const shortly = async (comparing: Comparing, after?: number) =>
  (await allRows(comparing, await compared(comparing, after))).map(({ id, kind, changed }) =>
    [kind, id, ...changed].join(' '),
  );

describe('Comparing with another extract', () => {
  it('gives the time of a file as sending does, to the same millisecond', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'compare-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const path = join(folder, 'own.csv');
    writeFileSync(path, OWN);
    utimesSync(path, 1_700_000_000, 1_700_000_000.0007);
    const status = await compared(new Comparing({ ...compareInput(OWN, MAPPING, otherText(OTHER)), bytes: { path } }));
    const modifiedAt = statSync(path).mtime.toISOString();
    expect(status).toMatchObject({ result: { own: { modifiedAt } } });
  });

  it('lists everybody by what they are', async () => {
    expect(await shortly(comparisonOf(otherText(OTHER)))).toEqual([
      'joiner 6',
      'changed 1 title',
      'disabled 3 active',
      'leaver 4',
      'left-out 5',
      'repeated 6',
      'unchanged 2',
    ]);
  });

  it('counts people, changes, and what guards ask', async () => {
    expect(await compared(comparisonOf(otherText(OTHER)))).toMatchObject({
      kind: 'compared',
      result: {
        counts: expect.arrayContaining([
          ['joiner', 1],
          ['leaver', 1],
          ['again', 0],
        ]) as unknown,
        attributes: [
          ['active', 1],
          ['title', 1],
        ],
        own: { name: 'own.csv', counts: { records: 6, refused: 1 }, survey: { sameIds: { count: 1 } } },
        comparison: { people: 5, active: 4, lastRecords: 5, missing: 1, leavers: { count: 1 } },
        lastSource: { name: 'other.csv' },
        other: { dialect: 'comma, utf-8', leftOut: 0, repeated: 0 },
      },
    });
  });

  it('gives the values of both, the lines that they are on, and why a record is left out', async () => {
    const comparing = comparisonOf(otherText(OTHER));
    const rows = await allRows(comparing, await compared(comparing));
    const byKind = async (kind: string) => {
      const row = rows.find((each) => each.kind === kind);
      if (row === undefined) throw new Error(`nobody is ${kind}`);
      return detailOf(comparing, row);
    };
    const changed = await byKind('changed');
    expect(changed).toMatchObject({ line: 3, otherLine: 2 });
    expect(changed.values.filter(({ differs }) => differs)).toEqual([
      { path: 'title', differs: true, before: 'Boss', now: 'Chief', columns: ['Title'] },
    ]);
    const leaver = await byKind('leaver');
    expect(leaver).toMatchObject({ otherLine: 5, row: { id: '4', name: 'Dan', line: 5 } });
    expect(leaver).not.toHaveProperty('line');
    expect(leaver.values.every(({ now }) => now === undefined)).toBe(true);
    const joiner = await byKind('joiner');
    expect(joiner).toMatchObject({ line: 2 });
    expect(joiner).not.toHaveProperty('otherLine');
    expect((await byKind('left-out')).row.note).toContain('active');
  });

  it('filters by kind, attribute and text, regardless of case and accents', async () => {
    const comparing = comparisonOf(otherText(OTHER));
    let { version } = await compared(comparing);
    const narrowed = async (filter: object) => {
      comparing.narrow({ view: 1, filter: { text: '', ...filter } });
      const status = await compared(comparing, version);
      ({ version } = status);
      return (await allRows(comparing, status)).map(({ id }) => id);
    };
    expect(await narrowed({ kind: 'leaver' })).toEqual(['4']);
    expect(await narrowed({ kind: 'again' })).toEqual([]);
    expect(await narrowed({ attribute: 'title' })).toEqual(['1']);
    expect(await narrowed({ text: 'zoe' })).toEqual(['2']);
    expect(await narrowed({ text: 'DAN' })).toEqual(['4']);
    expect(await narrowed({ text: 'dan', kind: 'joiner' })).toEqual([]);
    expect(await narrowed({ text: 'clerk', attribute: 'active' })).toEqual(['3']);
  });

  it('gives no rows of an older list', async () => {
    const comparing = comparisonOf(otherText(OTHER));
    await compared(comparing);
    comparing.narrow({ view: 7, filter: { text: '' } });
    expect(await comparing.rows(0, 0, 10)).toBeUndefined();
  });

  it('reads the other extract as it is, where the mapping states how another one is', async () => {
    const stated = `source {\n  delimiter = ","\n}\n${MAPPING}`;
    const semicolons = OTHER.replaceAll(',', ';');
    const status = await compared(comparisonOf(otherText(semicolons), OWN, stated));
    expect(status).toMatchObject({ result: { other: { dialect: 'semicolon, utf-8' } } });
  });

  it('counts ids that repeat in the other extract, and takes the first', async () => {
    const comparing = comparisonOf(otherText(`${OTHER}1,Ann,a,Chief\n`));
    const status = await compared(comparing);
    expect(status).toMatchObject({ result: { other: { repeated: 1 } } });
    expect(await shortly(comparing)).toContain('changed 1 title');
  });

  it.each([
    ['', 'csv.empty'],
    ['Id,Name,Status\n1,Ann,a\n', 'map.column.missing'],
  ])('says which of the two cannot be read: %j', async (text, code) => {
    expect(await compared(comparisonOf(otherText(text)))).toMatchObject({
      kind: 'problems',
      side: 'other',
      problems: [{ code }],
    });
    expect(await compared(comparisonOf(otherText(OTHER), text))).toMatchObject({ kind: 'problems', side: 'own' });
  });

  it('says that a file is another one by now', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comparing-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const path = join(folder, 'other.csv');
    writeFileSync(path, OTHER);
    const comparing = comparisonOf({ kind: 'extract', name: 'other.csv', bytes: { path } });
    const { version, ...status } = await compared(comparing);
    if (status.kind !== 'compared') throw new Error('nothing was compared');
    writeFileSync(path, 'Id\n');
    await comparing.rows(status.list.view, 0, status.list.count);
    expect(await compared(comparing, version)).toMatchObject({ kind: 'changed' });
  });

  it('is given up', async () => {
    const comparing = comparisonOf(otherText(OTHER));
    comparing.giveUp();
    expect(await comparing.statusAfter(0)).toBeUndefined();
  });
});

describe('Comparing with what a job was last sent', () => {
  const baselineIn = (folder: string): OtherInput => ({
    kind: 'baseline',
    path: join(folder, 'baseline'),
    key: RIG_KEY,
  });

  it('says which attributes differ, and how many people are missing', async () => {
    const folder = keptFolder();
    await acceptAll(folder, OTHER, MAPPING);
    const comparing = comparisonOf(baselineIn(folder));
    const status = await compared(comparing);
    expect(status).toMatchObject({ result: { counts: expect.arrayContaining([['leaver', 1]]) as unknown } });
    expect(await allRows(comparing, status)).toMatchObject([
      { kind: 'joiner', id: '6' },
      { kind: 'changed', id: '1', changed: ['title'] },
      { kind: 'disabled', id: '3', changed: ['active'] },
      { kind: 'left-out', id: '5' },
      { kind: 'repeated', id: '6' },
      { kind: 'unchanged', id: '2' },
    ]);
    const [, changed] = await allRows(comparing, status);
    if (changed === undefined) throw new Error('nobody has changed');
    const { values } = await detailOf(comparing, changed);
    expect(values.filter(({ differs }) => differs)).toEqual([
      { path: 'title', differs: true, now: 'Chief', columns: ['Title'] },
    ]);
  });

  it('says that nothing was sent, or why that is not known', async () => {
    const folder = keptFolder();
    const comparing = comparisonOf(baselineIn(folder));
    expect(await compared(comparing)).toEqual({ kind: 'unknown', version: 1, reason: undefined });
    writeFileSync(join(folder, 'baseline'), 'not a baseline');
    expect(await compared(comparisonOf(baselineIn(folder)))).toMatchObject({
      kind: 'unknown',
      reason: 'the file of what this job was last sent is damaged',
    });
  });

  it('calls nobody unchanged where another mapping writes other attributes', async () => {
    const folder = keptFolder();
    await acceptAll(folder, OTHER, MAPPING);
    const comparing = comparisonOf(baselineIn(folder), OTHER, `${MAPPING}nickName = [Name]\n`);
    const rows = await allRows(comparing, await compared(comparing));
    expect(rows.filter(({ kind }) => kind === 'changed').map(({ changed }) => changed)).toContainEqual(['nickName']);
    expect(rows.some(({ kind }) => kind === 'unchanged')).toBe(false);
  });
});
