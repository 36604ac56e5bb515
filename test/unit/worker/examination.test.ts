import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { momentNow } from '../../../src/extract/momentNow';
import { Examinations, findRecord } from '../../../src/worker/examination';
import type { ExaminationInput } from '../../../src/worker/protocol';

const MOMENT = momentNow();
const MAPPING = 'externalId = [Id]\nuserName = [User]\ndisplayName = [User]\nactive = [Active]\n';

function input(csv: string, key = 'a'): ExaminationInput & { readonly key: string } {
  const moment = momentNow();
  return { key, bytes: new TextEncoder().encode(csv), mapping: MAPPING, moment, records: 1_000_000, record: 2 };
}

function people(count: number): string {
  return `Id,User,Active\n${Array.from({ length: count }, (_, index) => `${index},u${index}@b,True\n`).join('')}`;
}

describe('the examinations of the worker', () => {
  it('answer with columns, profile, findings and a record', async () => {
    const answer = await new Examinations().examine(input('Id,User,Active\n1,a@b,yes\n2,b@b,True\n'));
    expect(answer).toMatchObject({
      kind: 'examined',
      columns: ['Id', 'User', 'Active'],
      profile: { records: 2, isComplete: true },
      values: { findings: [{ code: 'value.status.undecided', count: 1 }] },
      record: { number: 2, cells: ['2', 'b@b', 'True'] },
    });
  });

  it('wait for what goes first before each part that they read', async () => {
    let release: (() => void) | undefined;
    const first = new Promise<void>((resolve) => {
      release = resolve;
    });
    let waits = 0;
    const examinations = new Examinations(() => {
      waits++;
      return first;
    });
    const order: string[] = [];
    const examined = examinations.examine(input(people(20_000))).then(() => order.push('examined'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('what goes first');
    expect(waits).toBe(1);
    release?.();
    await examined;
    expect(order).toEqual(['what goes first', 'examined']);
    expect(waits).toBeGreaterThan(3);
  });

  it('say what keeps an extract from being read', async () => {
    expect(await new Examinations().examine(input(''))).toMatchObject({
      kind: 'unreadable',
      problems: [{ code: 'csv.empty' }],
    });
  });

  it('give up a look when a newer one is asked for under the same key', async () => {
    const examinations = new Examinations();
    const many = people(60_000);
    const older = examinations.examine(input(many));
    const elsewhere = examinations.examine(input('Id,User,Active\n1,a@b,True\n', 'b'));
    const newer = examinations.examine(input('Id,User,Active\n1,a@b,True\n'));
    expect((await older).kind).toBe('superseded');
    expect((await newer).kind).toBe('examined');
    expect((await elsewhere).kind).toBe('examined');
  });

  it('read an extract again only when something new is asked of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-look-'));
    const path = join(folder, 'a.csv');
    const times = new Date('2026-11-02T03:04:05Z');
    const write = (text: string) => {
      writeFileSync(path, text);
      utimesSync(path, times, times);
    };
    try {
      const examinations = new Examinations();
      const ask = (mapping = MAPPING, record = 2) =>
        examinations.examine({ ...input(''), moment: MOMENT, bytes: { path }, mapping, record });
      write('Id,User,Active\n1,a@b,yes\n2,b@b,True\n');
      const first = await ask();
      expect(first).toMatchObject({ record: { cells: ['2', 'b@b', 'True'] } });
      // By size and time it is the same file: what shows the new text was read again
      write('Id,User,Active\n1,c@d,yes\n2,d@d,True\n');
      expect(await ask(`# A comment asks nothing\n${MAPPING}\n`)).toEqual(first);
      const other = await ask(`${MAPPING}title = [User]\n`);
      expect(other).toMatchObject({ record: { cells: ['2', 'd@d', 'True'] } });
      // The profile does not depend on the rules
      expect(other).toMatchObject({ profile: { columns: [{}, { values: [{ value: 'a@b' }, { value: 'b@b' }] }, {}] } });
      write('Id,User,Active\n1,c@d,yes\n2,d@d,False\n');
      expect(await ask()).toMatchObject({ profile: { columns: [{}, { values: [{ value: 'c@d' }, {}] }, {}] } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('hear a newer question while they read', async () => {
    const examinations = new Examinations();
    const bytes = input(people(60_000)).bytes;
    let isHeard = false;
    setImmediate(() => {
      isHeard = true;
      void examinations.examine(input('Id,User,Active\n1,a@b,True\n'));
    });
    const answer = await examinations.examine({ ...input(''), bytes });
    expect([isHeard, answer.kind]).toEqual([true, 'superseded']);
  });
});

describe('findRecord', () => {
  it.each([
    [1, ['7', 'a', '']],
    [2, undefined],
    [3, ['9', 'c', '']],
    [4, undefined],
  ])('record %i', async (record, cells) => {
    const bytes = new TextEncoder().encode('Id,User,Active\n7,a,\n8\n9,c,\n');
    expect((await findRecord({ bytes, mapping: MAPPING, record }))?.cells).toEqual(cells);
  });
});
