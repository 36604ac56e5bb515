import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { momentNow } from '../../../src/extract/momentNow';
import { PlannedConversion } from '../../../src/worker/plannedConversion';
import type { ConversionInput } from '../../../src/worker/protocol';

const MAPPING = 'externalId = [Id]\nuserName = [Id]\ndisplayName = [Name]\nactive = [Active]\n';

function input(text: string, limits?: ConversionInput['limits']): ConversionInput {
  const bytes = new TextEncoder().encode(text);
  return { bytes, mapping: MAPPING, moment: momentNow(), ...(limits === undefined ? {} : { limits }) };
}

async function planned(given: ConversionInput): Promise<PlannedConversion> {
  const conversion = await PlannedConversion.of(given);
  if (!(conversion instanceof PlannedConversion)) throw new Error(conversion.problems[0]?.message);
  return conversion;
}

const EXTRACT = 'Id,Name,Active\n1,Ana,true\n2,Bob,perhaps\n3,Cleo,false\n';

describe('PlannedConversion', () => {
  it('gives the plan, and the fingerprint of the bytes that it was made from', async () => {
    const conversion = await planned(input(EXTRACT));
    expect(conversion.answer).toMatchObject({
      kind: 'planned',
      plan: { counts: { records: 3, operations: 2, refused: 1 } },
      fingerprint: createHash('sha256').update(EXTRACT).digest('hex'),
    });
    expect(structuredClone(conversion.answer)).toEqual(conversion.answer);
  });

  it.each([
    ['', undefined, 'csv.empty'],
    ['Id,Name\n1,Ana\n', undefined, 'map.column.missing'],
    [EXTRACT, { records: 2, bytes: 1000 }, 'csv.too-large'],
  ])('says what keeps %j from being sent', async (text, limits, code) => {
    expect(await PlannedConversion.of(input(text, limits))).toMatchObject({ kind: 'problems', problems: [{ code }] });
  });

  it('makes its bodies one after the other, as the plan has them, and nothing after the last', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `${String(index)},Ana,true\n`).join('');
    const conversion = await planned(input(`Id,Name,Active\n${rows}`));
    const { answer } = conversion;
    if (answer.kind !== 'planned') throw new Error('not planned');
    for (const { number, operations, hash } of answer.plan.batches) {
      const body = await conversion.nextBody();
      if (body?.kind !== 'body') throw new Error('there is no body');
      expect(body).toMatchObject({ number, operations });
      expect(createHash('sha256').update(body.body).digest('hex')).toBe(hash);
    }
    expect(answer.plan.batches.map(({ operations }) => operations)).toEqual([50, 50, 20]);
    expect(await conversion.nextBody()).toBeUndefined();
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
    const conversion = await planned({ bytes: { path }, mapping: MAPPING, moment: momentNow() });
    writeFileSync(path, changed);
    expect(await conversion.nextBody()).toMatchObject({ kind: 'lost', number: 1 });
    expect(await conversion.nextBody()).toBeUndefined();
  });
});
