import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PlannedSource } from '../../../src/sending/planner';
import { PlannedConversion } from '../../../src/worker/plannedConversion';
import type { PlanInput } from '../../../src/worker/protocol';
import { keptFolder, planningIn } from '../../support/plannerRig';

const MAPPING = 'externalId = [Id]\nuserName = [Id]\ndisplayName = [Name]\nactive = [Active]\n';

function input(bytes: PlanInput['bytes'], limits?: PlanInput['limits']): PlanInput {
  const { moment, ...wishes } = planningIn(keptFolder());
  const source = { name: 'extract.csv', uri: 'memfs:/extract.csv' };
  return { bytes, source, mapping: MAPPING, moment, wishes, ...(limits === undefined ? {} : { limits }) };
}

const ofText = (text: string, limits?: PlanInput['limits']) => input(new TextEncoder().encode(text), limits);
const patient = () => new AbortController().signal;

async function planned(given: PlanInput): Promise<PlannedConversion & { readonly answer: PlannedSource }> {
  const conversion = await PlannedConversion.of(given, patient());
  if (!(conversion instanceof PlannedConversion) || 'problems' in conversion.answer) throw new Error('not planned');
  return conversion as PlannedConversion & { readonly answer: PlannedSource };
}

const EXTRACT = 'Id,Name,Active\n1,Ana,true\n2,Bob,perhaps\n3,Cleo,false\n';

describe('PlannedConversion', () => {
  it('gives the plan as data, with what it was made from', async () => {
    const { answer } = await planned(ofText(EXTRACT));
    expect(answer).toMatchObject({
      plan: { counts: { records: 3, operations: 2, refused: 1 } },
      source: {
        name: 'extract.csv',
        uri: 'memfs:/extract.csv',
        sha256: createHash('sha256').update(EXTRACT).digest('hex'),
      },
    });
    expect(structuredClone(answer)).toEqual(answer);
  });

  it.each([
    ['', undefined, 'csv.empty'],
    ['Id,Name\n1,Ana\n', undefined, 'map.column.missing'],
    [EXTRACT, { records: 2, bytes: 1000 }, 'csv.too-large'],
  ])('says what keeps %j from being sent', async (text, limits, code) => {
    expect(await PlannedConversion.of(ofText(text, limits), patient())).toMatchObject({
      answer: { problems: [{ code }] },
    });
  });

  it('stops planning when nobody wants it any more', async () => {
    await expect(PlannedConversion.of(ofText(EXTRACT), AbortSignal.abort())).rejects.toThrow('aborted');
  });

  it('makes its bodies one after the other, as the plan has them, and nothing after the last', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `${String(index)},Ana,true\n`).join('');
    const conversion = await planned(ofText(`Id,Name,Active\n${rows}`));
    const { answer } = conversion;
    for (const { number, operations, hash } of answer.plan.batches) {
      const body = await conversion.nextBody(1);
      if (body?.kind !== 'body') throw new Error('there is no body');
      expect(body).toMatchObject({ number, operations });
      expect(createHash('sha256').update(body.body).digest('hex')).toBe(hash);
    }
    expect(answer.plan.batches.map(({ operations }) => operations)).toEqual([50, 50, 20]);
    expect(await conversion.nextBody(1)).toBeUndefined();
    // Another reading begins with the first
    expect(await conversion.nextBody(2)).toMatchObject({ number: 1 });
    await conversion.end(2);
    expect(await conversion.nextBody(2)).toMatchObject({ number: 1 });
    await conversion.close();
  });

  it.each([
    ['a cell', 'Id,Name,Active\n1,Ana,true\n3,Chloe,false\n'],
    ['its rows', 'Id,Name,Active\n1,Ana,true\n'],
    ['its columns', 'Id;Name\n1;Ana\n'],
  ])('gives nothing of an extract that has changed %s since', async (_what, changed) => {
    const folder = mkdtempSync(join(tmpdir(), 'planned-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const path = join(folder, 'extract.csv');
    writeFileSync(path, EXTRACT);
    const conversion = await planned(input({ path }));
    writeFileSync(path, changed);
    expect(await conversion.nextBody(1)).toMatchObject({ kind: 'lost', number: 1 });
    expect(await conversion.nextBody(1)).toBeUndefined();
  });
});
