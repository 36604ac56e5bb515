import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import { parseLogEntry } from '../../../src/core/logs/logEntry';
import { describeEntry, explainCode, explainEntry } from '../../../src/core/logs/explain';
import { explanations } from '../../../src/core/logs/explanations';
import { entryOutcome } from '../../../src/core/logs/outcome';

function entry(action: string, status: string, more: Record<string, unknown> = {}): LogEntry {
  const parsed = parseLogEntry({
    id: 'e',
    provisioningAction: action,
    provisioningStatusInfo: { status, errorInformation: more.error ?? null },
    sourceIdentity: { id: '701984', displayName: 'Babs' },
    modifiedProperties: more.modified ?? [],
    provisioningSteps: more.steps ?? [],
  });
  if (parsed === undefined) throw new Error('not an entry');
  return parsed;
}

const turn = (name: string, oldValue: string | null, newValue: string): Record<string, unknown> => ({
  modified: [
    { displayName: 'department', oldValue: 'A', newValue: 'B' },
    { displayName: name, oldValue, newValue },
  ],
});

describe('entryOutcome', () => {
  it.each([
    ['created', entry('create', 'success')],
    ['created', entry('Create', 'warning')],
    ['created', entry('create', 'success', turn('accountEnabled', null, 'True'))],
    ['updated', entry('update', 'success')],
    ['updated', entry('update', 'success', turn('accountEnabled', 'True', 'True'))],
    ['enabled', entry('update', 'success', turn('accountEnabled', 'False', 'True'))],
    ['disabled', entry('update', 'success', turn('accountEnabled', 'True', 'False'))],
    ['disabled', entry('update', 'success', turn('accountDisabled', 'False', 'True'))],
    ['enabled', entry('update', 'success', turn('accountDisabled', 'true', 'false'))],
    ['disabled', entry('disable', 'success')],
    ['deleted', entry('delete', 'success')],
    ['held', entry('stageddelete', 'success')],
    ['held', entry('stagedDelete', 'skipped')],
    ['failed', entry('create', 'failure')],
    ['skipped', entry('other', 'skipped')],
    ['skipped', entry('other', 'skipped', { error: { errorCode: 'ImportSkipped', reason: 'r' } })],
    ['unchanged', entry('other', 'skipped', { error: { errorCode: 'RedundantExport', reason: 'r' } })],
    ['unchanged', entry('other', 'skipped', { steps: [{ name: 's', details: { SkipReason: 'RedundantExport' } }] })],
    ['other', entry('other', 'success')],
    ['other', entry('create', 'somethingNew')],
  ] as const)('%s', (outcome, given) => {
    expect(entryOutcome(given)).toBe(outcome);
  });
});

describe('explainEntry', () => {
  it('explains a known code in our words, in upper and lower case', () => {
    const given = entry('create', 'failure', {
      error: { errorCode: 'duplicatetargetentries', reason: 'service words' },
    });
    expect(explainEntry(given)).toEqual(explainCode('DuplicateTargetEntries'));
    expect(explainEntry(given)?.cause).toContain('More than one account');
  });
  it('falls back to the service’s own words', () => {
    const error = { errorCode: 'BrandNew', reason: 'It broke.', recommendedAction: 'Mend it.' };
    expect(explainEntry(entry('create', 'failure', { error }))).toEqual({ cause: 'It broke.', remedy: 'Mend it.' });
  });
  it('has nothing to say about a success', () => {
    expect(explainEntry(entry('create', 'success'))).toBeUndefined();
  });
  it('explains a skip that only a step tells of', () => {
    const steps = [{ name: 's', details: { SkipReason: 'RedundantExport' } }];
    expect(explainEntry(entry('other', 'skipped', { steps }))?.cause).toContain('already has');
  });
  it('has two whole sentences for every code', () => {
    for (const { cause, remedy } of explanations.values()) {
      expect(cause).toMatch(/^[A-Z].*\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    }
    expect(explanations.size).toBeGreaterThan(25);
  });
});

describe('describeEntry', () => {
  it.each([
    [entry('create', 'success'), 'Created: Babs (701984)'],
    [entry('update', 'success', turn('title', 'a', 'b')), 'Updated: Babs (701984) - department, title'],
    [
      entry('create', 'failure', { error: { errorCode: 'Conflict', reason: 'r' } }),
      'Failed: Babs (701984) - Conflict - A value that must be unique is already used by another account.',
    ],
  ])('case %#', (given, line) => {
    expect(describeEntry(given)).toBe(line);
  });
});
