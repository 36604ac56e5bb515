import { describe, expect, it } from 'vitest';
import type { LogFilter } from '../../../../src/core/logs/list/logFilter';
import { describeFilter, fitsFilter, isEmptyFilter, serviceFilter } from '../../../../src/core/logs/list/logFilter';
import { loggedEntry } from '../../../../src/core/logs/list/loggedEntry';
import { logEntry } from '../../../support/logEntries';

const entries = [
  logEntry('a', 'W-17', { time: '2026-11-30T08:00:00Z' }),
  logEntry('b', 'w-17', {
    action: 'update',
    status: 'failure',
    time: '2026-11-30T09:00:00Z',
    error: ['AzureActiveDirectoryInvalidUserPrincipalName', 'No.'],
  }),
  logEntry('c', 'W-171', { action: 'promote', status: 'skipped', time: '2026-11-30T10:00:00.5Z' }),
  logEntry('d', '', { action: 'stagedDelete', status: 'warning', time: 'some day' }),
].map(loggedEntry);

const passing = (filter: LogFilter): string =>
  entries
    .filter((entry) => fitsFilter(entry, filter))
    .map(({ id }) => id)
    .join('');

describe('a filter of the log', () => {
  it.each<[LogFilter, string]>([
    [{}, 'abcd'],
    // The service compares ids with their case and whole
    [{ person: 'W-17' }, 'a'],
    [{ person: 'W-1' }, ''],
    [{ name: 'person w-17' }, 'abc'],
    [{ name: 'W-171' }, 'c'],
    [{ actions: ['create'] }, 'a'],
    [{ actions: ['create', 'update'] }, 'ab'],
    // An action of tomorrow is another one
    [{ actions: ['other'] }, 'c'],
    [{ actions: [] }, 'abcd'],
    [{ statuses: ['failure', 'warning'] }, 'bd'],
    [{ code: 'invaliduserprincipalname' }, 'b'],
    [{ code: 'Conflict' }, ''],
    // From its first moment to before its last; what has no time is never hidden by one
    [{ since: '2026-11-30T09:00:00Z' }, 'bcd'],
    [{ until: '2026-11-30T09:00:00Z' }, 'ad'],
    [{ since: '2026-11-30T10:00:00+01:00', until: '2026-11-30T10:00:00.6Z' }, 'bcd'],
    [{ statuses: ['failure'], actions: ['create'] }, ''],
    [{ statuses: ['failure'], actions: ['update'], code: 'upn' }, ''],
  ])('%j lets through "%s"', (filter, expected) => {
    expect(passing(filter)).toBe(expected);
  });

  it('gives the service what it can apply, and nothing else', () => {
    const [since, until, person] = ['2026-11-30T09:00:00Z', '2026-12-01T09:00:00Z', "O'Hara"];
    expect(serviceFilter({ since, until, person, name: 'x', code: 'y', actions: ['create'], statuses: [] })).toEqual({
      since,
      until,
      person,
    });
    expect(serviceFilter({ name: 'x' })).toEqual({});
  });

  it('is empty without any wish', () => {
    expect(
      [{}, { actions: [], statuses: [] }, { code: 'x' }, { actions: ['create' as const] }].map(isEmptyFilter),
    ).toEqual([true, true, false, false]);
  });

  it('is said in a few words', () => {
    const timeOf = (at: number) => new Date(at).toISOString().slice(11, 16);
    expect(
      describeFilter(
        {
          statuses: ['failure', 'warning'],
          actions: ['create'],
          person: '17',
          code: 'UPN',
          since: '2026-11-30T09:00:00Z',
        },
        timeOf,
      ),
    ).toBe('failure or warning · create · id 17 · code with "UPN" · since 09:00');
    expect(describeFilter({ name: 'Ana', until: '2026-11-30T09:00:00Z' }, timeOf)).toBe(
      'name with "Ana" · before 09:00',
    );
    expect(describeFilter({}, timeOf)).toBe('');
  });
});
