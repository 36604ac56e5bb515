import { describe, expect, it } from 'vitest';
import { momentNow } from '../../../src/extract/momentNow';
import { Examinations, findRecord } from '../../../src/worker/examination';
import type { ExaminationInput } from '../../../src/worker/protocol';

const MAPPING = 'externalId = [Id]\nuserName = [User]\nactive = [Active]\n';

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
