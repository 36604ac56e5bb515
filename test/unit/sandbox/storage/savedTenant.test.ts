import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json/jsonValue';
import { createJobState } from '../../../../src/core/provisioning/cycle/jobState';
import { createDirectory } from '../../../../src/core/provisioning/directory/directory';
import type { TargetValue } from '../../../../src/core/provisioning/directory/targetValue';
import type { JobRecord } from '../../../../src/sandbox/job/jobRecord';
import { newJobRecord } from '../../../../src/sandbox/job/jobRecord';
import type { SavedJob } from '../../../../src/sandbox/storage/savedTenant';
import { loadRecord, loadState, saveJob } from '../../../../src/sandbox/storage/savedTenant';

/** What is read back after it was saved: through JSON, as in a file. */
function reread(saved: SavedJob): SavedJob {
  return JSON.parse(JSON.stringify(saved)) as SavedJob;
}

describe('a saved job', () => {
  it.each<[string, TargetValue]>([
    ['a text', 'Ada'],
    ['an empty text', ''],
    ['a text that looks like a number', '007'],
    ['true', true],
    ['false', false],
    ['a whole number', 7n],
    ['zero', 0n],
    ['a whole number beyond what JSON has exactly', 9_007_199_254_740_993n],
    ['a negative whole number', -9_223_372_036_854_775_808n],
    ['several texts', ['a', 'b']],
    ['a list of nothing', []],
  ])('has %s of an account as it was', (_, value) => {
    const state = createJobState(createDirectory([{ id: 'u1', values: new Map([['x', value]]) }]));
    const [user] = [...loadState(reread(saveJob(state, newJobRecord, undefined))).directory.users()];
    expect(user).toEqual({ id: 'u1', values: new Map([['x', value]]) });
  });

  it('has everybody, in their order, and what the job remembers of them', () => {
    const users = ['u2', 'u1', 'u3'].map((id) => ({ id, values: new Map([['userPrincipalName', `${id}@x.example`]]) }));
    const state = createJobState(createDirectory(users));
    state.links.set('7', 'u1');
    state.links.set('8', 'u2');
    state.unresolved.set('8', [{ attribute: 'manager', externalId: '9' }]);
    state.outOfScope.set('10', true);
    const loaded = loadState(reread(saveJob(state, newJobRecord, undefined)));
    expect([...loaded.directory.users()].map(({ id }) => id)).toEqual(['u2', 'u1', 'u3']);
    expect([...loaded.links.entries()]).toEqual([
      ['7', 'u1'],
      ['8', 'u2'],
    ]);
    expect([...loaded.unresolved.entries()]).toEqual([['8', [{ attribute: 'manager', externalId: '9' }]]]);
    expect([...loaded.outOfScope.entries()]).toEqual([['10', true]]);
  });

  it('finds an account by what it was found by before', () => {
    const state = createJobState(createDirectory([{ id: 'u1', values: new Map([['employeeId', 'A7']]) }]));
    const { directory } = loadState(reread(saveJob(state, newJobRecord, undefined)));
    expect(directory.user('u1')?.values.get('employeeId')).toBe('A7');
    expect(directory.user('u2')).toBeUndefined();
  });

  it('has its schema once it is another than the default', () => {
    const schema: JsonObject = { synchronizationRules: [] };
    expect(saveJob(createJobState(), newJobRecord, schema).schema).toEqual(schema);
    expect(saveJob(createJobState(), newJobRecord, undefined)).not.toHaveProperty('schema');
  });
});

describe('the saved record of a job', () => {
  const resource = { externalId: '1', title: 'X' };
  const records: readonly (readonly [string, Partial<JobRecord>])[] = [
    ['a new job', {}],
    ['a paused one', { schedule: 'Paused', isImposed: true }],
    ['staged operations', { staged: [resource], stagedSince: 5 }],
    ['known people', { known: new Map([['1', resource]]), reevaluates: true }],
    ['failures', { escrows: new Map([['1', { resource, firstFailed: 1, attempts: 2, due: 3 }]]), escrowsPruned: true }],
    ['what is held back', { held: [resource], clearsEscrows: true, successiveFailures: 4, steadySince: 6 }],
    [
      'a quarantine',
      {
        quarantine: {
          reason: 'TooManyDeletes',
          error: { code: 'c', message: 'm' },
          began: 1,
          nextAttempt: 2,
          attempts: 3,
        },
      },
    ],
  ];

  it.each(records)('is the same again with %s', (_, part) => {
    const record = { ...newJobRecord, ...part };
    expect(loadRecord(reread(saveJob(createJobState(), record, undefined)))).toEqual(record);
  });

  it('that an earlier version wrote has what is new as in a new job', () => {
    const { record, ...rest } = saveJob(createJobState(), { ...newJobRecord, successiveFailures: 2 }, undefined);
    const { known, escrows, successiveFailures } = record;
    const earlier = { ...rest, record: { known, escrows, ...(successiveFailures && { successiveFailures }) } };
    expect(loadRecord(reread(earlier))).toEqual({ ...newJobRecord, successiveFailures: 2 });
  });
});
