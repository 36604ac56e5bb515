import { expect, it } from 'vitest';
import { readRecords, writeRecords } from '../../../src/runs/keptRecords';
import { keptRecords } from '../../support/keptPlan';

it.each([
  ['without predictions', keptRecords(7)],
  ['with one of each', { ...keptRecords(7), predicted: Uint8Array.from([0, 1, 2, 3, 11, 5, 9]) }],
  ['of nobody', { ...keptRecords(0), predicted: new Uint8Array() }],
])('records are read as they were written: %s', (_, records) => {
  const bytes = writeRecords(records);
  expect(readRecords(bytes)).toEqual(records);
  for (let end = 0; end < bytes.length; end++) expect(readRecords(bytes.subarray(0, end))).toBeUndefined();
  for (let at = 0; at < bytes.length; at++) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(readRecords(changed), `byte ${at}`).toBeUndefined();
  }
});
