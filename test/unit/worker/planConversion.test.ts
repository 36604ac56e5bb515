import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { momentNow } from '../../../src/extract/momentNow';
import { planConversion } from '../../../src/worker/planConversion';
import type { ConversionInput } from '../../../src/worker/protocol';

function input(text: string, limits?: ConversionInput['limits']): ConversionInput {
  const mapping = 'externalId = [Id]\nuserName = [Id]\ndisplayName = [Name]\nactive = [Active]\n';
  const bytes = new TextEncoder().encode(text);
  return { bytes, mapping, moment: momentNow(), ...(limits === undefined ? {} : { limits }) };
}

const EXTRACT = 'Id,Name,Active\n1,Ana,true\n2,Bob,perhaps\n3,Cleo,false\n';

describe('planConversion', () => {
  it('gives the plan, and the fingerprint of the bytes that it was made from', async () => {
    expect(await planConversion(input(EXTRACT))).toMatchObject({
      kind: 'planned',
      plan: { counts: { records: 3, operations: 2, refused: 1 } },
      fingerprint: createHash('sha256').update(EXTRACT).digest('hex'),
    });
  });

  it.each([
    ['', undefined, 'csv.empty'],
    ['Id,Name\n1,Ana\n', undefined, 'map.column.missing'],
    [EXTRACT, { records: 2, bytes: 1000 }, 'csv.too-large'],
  ])('says what keeps %j from being sent', async (text, limits, code) => {
    expect(await planConversion(input(text, limits))).toMatchObject({ kind: 'problems', problems: [{ code }] });
  });
});
