import { expect, it } from 'vitest';
import { parseLogEntry } from '../../../src/core/logs/logEntry';
import { setsReferenceAlone } from '../../../src/core/logs/setsReferenceAlone';
import type { EntryFacts } from '../../support/logEntries';
import { logEntry } from '../../support/logEntries';

const update = (...changed: readonly string[]): EntryFacts => ({ action: 'update', changed });

it.each<[EntryFacts, boolean]>([
  [update('manager'), true],
  [update('Manager'), true],
  [update('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value'), true],
  [{ action: 'other', changed: ['manager'] }, true],
  [update('manager', 'department'), false],
  [update('managerLevel'), false],
  [update(), false],
  [{ action: 'create', changed: ['manager'] }, false],
  [{ action: 'disable', changed: ['manager'] }, false],
])('%j: %s', (facts, expected) => {
  expect(setsReferenceAlone(logEntry('1', 'p1', facts))).toBe(expected);
});

it('goes by what an entry has resolved, too: a job may set other references than the manager', () => {
  const entryOf = (...changed: string[]) =>
    parseLogEntry({
      id: '1',
      provisioningAction: 'update',
      provisioningStatusInfo: { status: 'success' },
      provisioningSteps: [
        { provisioningStepType: 'referenceResolution', status: 'success', details: { assistant: '7' } },
        { provisioningStepType: 'export', status: 'success', details: { department: 'x' } },
      ],
      modifiedProperties: changed.map((displayName) => ({ displayName, oldValue: null, newValue: 'x' })),
    });
  const setsAlone = (...changed: string[]): boolean => {
    const entry = entryOf(...changed);
    if (entry === undefined) throw new Error('not an entry');
    return setsReferenceAlone(entry);
  };
  expect(setsAlone('assistant')).toBe(true);
  expect(setsAlone('assistant', 'manager')).toBe(true);
  expect(setsAlone('assistant', 'department')).toBe(false);
  expect(setsAlone('department')).toBe(false);
});

it.each([
  ['failure', ['referenceResolution'], true],
  ['failure', ['referenceResolution', 'export'], false],
  ['failure', [], false],
  // What the person got is what else the entry says
  ['success', ['referenceResolution'], false],
])('an entry of status %s whose steps %j failed: %s', (status, failed, expected) => {
  const entry = parseLogEntry({
    id: '1',
    provisioningAction: 'update',
    provisioningStatusInfo: { status },
    provisioningSteps: failed.map((type) => ({ provisioningStepType: type, status: 'failure' })),
  });
  if (entry === undefined) throw new Error('not an entry');
  expect(setsReferenceAlone(entry)).toBe(expected);
});
