import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sweepOf } from '../../../support/sweep';
import { editManyTimes } from './expectAsOpened';

const COLUMNS = ['WorkerID', 'Worker ID', 'worker_id', 'Mail', 'FirstName', 'UserID'];

/** Of each mapping, one edit after the other. */
const EDITS = sweepOf(2500).numRuns;

describe('a mapping that is edited again and again', () => {
  it.each([
    ['the sample company', 'samples/contoso/contoso.scimmap', { columns: COLUMNS }],
    ['the sample company, without an extract', 'samples/contoso/contoso.scimmap', {}],
    ['a mapping of blocks', 'test/data/csv2scim/AttributeMapping.scimmap', { columns: COLUMNS }],
  ])('is after every edit what its text alone gives: %s', (_, path, knowledge) => {
    // Most of it is taken over, or nothing would be tested
    expect(editManyTimes(readFileSync(path, 'utf8'), knowledge, 11, EDITS)).toBeGreaterThan(0.5);
  });
});
