import { describe, expect, it } from 'vitest';
import { parseLogEntry } from '../../../src/core/logs/logEntry';
import { parseLogPage } from '../../../src/core/logs/logPage';

const v1 = {
  id: 'e1',
  activityDateTime: '2026-06-24T20:53:08Z',
  jobId: 'API2AAD.j',
  cycleId: 'c1',
  changeId: 'h1',
  provisioningAction: 'create',
  durationInMilliseconds: 2785,
  servicePrincipal: { id: 'sp', displayName: 'HR' },
  sourceIdentity: { id: '701984', displayName: 'Babs', identityType: 'User', details: {} },
  targetIdentity: { id: 't1', displayName: 'Babs', identityType: 'User', details: {} },
  provisioningStatusInfo: {
    status: 'failure',
    errorInformation: {
      errorCode: 'AzureActiveDirectoryInvalidUserPrincipalName',
      reason: 'No.',
      additionalDetails: null,
      errorCategory: 'nonServiceFailure',
      recommendedAction: 'Change it.',
    },
  },
  provisioningSteps: [
    {
      name: 'EntryImportAdd',
      provisioningStepType: 'import',
      status: 'success',
      description: 'd',
      details: { a: 'b' },
    },
  ],
  modifiedProperties: [{ displayName: 'displayName', oldValue: null, newValue: 'Babs Jensen' }],
};

describe('parseLogEntry', () => {
  it('reads an entry of v1.0', () => {
    expect(parseLogEntry(v1)).toEqual({
      id: 'e1',
      activityDateTime: '2026-06-24T20:53:08Z',
      jobId: 'API2AAD.j',
      cycleId: 'c1',
      changeId: 'h1',
      action: 'create',
      status: 'failure',
      error: {
        code: 'AzureActiveDirectoryInvalidUserPrincipalName',
        reason: 'No.',
        category: 'nonServiceFailure',
        recommendedAction: 'Change it.',
        additionalDetails: '',
      },
      sourceIdentity: { id: '701984', displayName: 'Babs' },
      targetIdentity: { id: 't1', displayName: 'Babs' },
      servicePrincipal: { id: 'sp', displayName: 'HR' },
      durationInMilliseconds: 2785,
      steps: [{ name: 'EntryImportAdd', type: 'import', status: 'success', description: 'd', details: { a: 'b' } }],
      modifiedProperties: [{ name: 'displayName', oldValue: null, newValue: 'Babs Jensen' }],
      raw: v1,
    });
  });

  it('reads what beta and other pages write differently', () => {
    const entry = parseLogEntry({
      id: 'e2',
      action: 'StagedDelete',
      statusInfo: { status: 'Skipped', errorCode: 'X', reason: 'r' },
      servicePrincipal: [{ id: 'sp', displayName: 'HR' }],
      provisioningSteps: [{ name: 'n', type: 'Import', status: 'Success', details: { n: 1, gone: null } }, 'no step'],
    });
    expect(entry).toMatchObject({
      action: 'stagedDelete',
      status: 'skipped',
      error: { code: 'X', reason: 'r' },
      servicePrincipal: { id: 'sp', displayName: 'HR' },
      steps: [{ name: 'n', type: 'import', status: 'success', details: { n: '1' } }],
    });
    expect(entry?.steps).toHaveLength(1);
  });

  it('takes "errorInfo" for "errorInformation"', () => {
    const info = { status: 'failure', errorInfo: { errorCode: 'Conflict', reason: 'r' } };
    expect(parseLogEntry({ id: 'e', provisioningStatusInfo: info })?.error?.code).toBe('Conflict');
  });

  it('keeps values that it does not know', () => {
    const entry = parseLogEntry({
      id: 'e',
      provisioningAction: 'merge',
      provisioningStatusInfo: { status: 'unknownFutureValue', errorInformation: null },
    });
    expect(entry).toMatchObject({ action: 'merge', status: 'unknownFutureValue' });
    expect(entry).not.toHaveProperty('error');
  });

  it('needs nothing but an id', () => {
    expect(parseLogEntry({ id: 'e' })).toMatchObject({
      id: 'e',
      activityDateTime: '',
      steps: [],
      modifiedProperties: [],
    });
  });

  it.each([[null], ['text'], [[]], [{}], [{ id: '' }], [{ id: 7 }]])('finds no entry in %j', (value) => {
    expect(parseLogEntry(value)).toBeUndefined();
  });
});

describe('parseLogPage', () => {
  it('reads entries and the next link, and counts what is not an entry', () => {
    const page = parseLogPage(JSON.stringify({ value: [v1, 5], '@odata.nextLink': 'https://x/next' }));
    expect(page).toMatchObject({ nextLink: 'https://x/next', unread: 1, entries: [{ id: 'e1' }] });
  });
  it('has no next link on the last page', () => {
    expect(parseLogPage('{"value":[]}')).toEqual({ entries: [], unread: 0 });
  });
  it.each(['', '<html>', '[]', '{}', '{"value":{}}'])('refuses %j', (text) => {
    expect(parseLogPage(text)).toHaveProperty('refusal');
  });
});
