import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editManyTimes } from './expectAsOpened';

describe('a mapping that is edited', () => {
  // Many more edits in anyEdit.slow.test.ts
  it.each([
    ['the sample company', 'samples/contoso/contoso.scimmap', 1],
    ['a mapping of blocks', 'test/data/csv2scim/AttributeMapping.scimmap', 2],
  ])('is after every edit what its text alone gives: %s', (_, path, seed) => {
    const columns = ['WorkerID', 'Worker ID', 'worker_id', 'Mail', 'FirstName'];
    const taken = editManyTimes(readFileSync(path, 'utf8'), { columns }, seed, 120);
    expect(taken).toBeGreaterThan(0.5);
  });
});
