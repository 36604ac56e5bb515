import { describe, expect, it } from 'vitest';
import { mappingSample } from '../../../support/mappingEdits';
import { editManyTimes } from './expectAsOpened';

describe('a mapping that is edited', () => {
  // Many more edits, of more mappings, in anyEdit.slow.test.ts
  it('is after every edit what its text alone gives', () => {
    const columns = ['WorkerID', 'Worker ID', 'worker_id', 'Mail', 'FirstName'];
    expect(editManyTimes(mappingSample(), { columns }, 1, 60)).toBeGreaterThan(0.5);
  }, 30_000);
});
