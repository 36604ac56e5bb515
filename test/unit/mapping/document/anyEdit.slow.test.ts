import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editManyTimes } from './expectAsOpened';

const COLUMNS = ['WorkerID', 'Worker ID', 'worker_id', 'Mail', 'FirstName', 'UserID'];
const SEEDS = [11, 12, 13, 14];
const EDITS = 700;

describe('a mapping that is edited thousands of times', () => {
  it.each(
    ['samples/contoso/contoso.scimmap', 'test/data/csv2scim/AttributeMapping.scimmap'].flatMap((path) =>
      SEEDS.map((seed) => [path, seed] as const),
    ),
  )(
    'is after every edit what its text alone gives: %s, seed %d',
    (path, seed) => {
      const knowledge = seed % 2 === 0 ? {} : { columns: COLUMNS };
      const taken = editManyTimes(readFileSync(path, 'utf8'), knowledge, seed, EDITS);
      expect(taken).toBeGreaterThan(0.5);
    },
    300_000,
  );
});
