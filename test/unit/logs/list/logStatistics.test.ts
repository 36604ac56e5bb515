import { describe, expect, it } from 'vitest';
import { loggedEntry } from '../../../../src/core/logs/list/loggedEntry';
import { LogStatistics } from '../../../../src/core/logs/list/logStatistics';
import { statisticsLines } from '../../../../src/core/logs/list/statisticsLines';
import type { EntryFacts } from '../../../support/logEntries';
import { logEntry } from '../../../support/logEntries';

function statisticsOf(...entries: readonly (readonly [externalId: string, facts: EntryFacts])[]) {
  const statistics = new LogStatistics();
  for (const [index, [externalId, facts]] of entries.entries())
    statistics.add(loggedEntry(logEntry(`e${index}`, externalId, facts)));
  return statistics.cycles;
}

const night = { cycleId: 'night', changeId: 'n1' };
const day = { cycleId: 'day', changeId: 'd1' };

describe('statistics of the log', () => {
  it('are printed by cycle, action and status as CSV2SCIM prints them, the newest cycle first', () => {
    const cycles = statisticsOf(
      ['1', { ...night, time: '2026-11-30T01:00:00Z' }],
      ['1', { ...night, action: 'update', time: '2026-11-30T02:01:05.900Z' }],
      ['2', { ...night, changeId: 'n2', action: 'disable', status: 'failure', time: '2026-11-30T01:30:00Z' }],
      ['3', { ...day, action: 'StagedDelete', status: 'warning', time: '2026-11-30T09:00:00Z' }],
    );
    expect(cycles.map(statisticsLines)).toEqual([
      [
        'CycleId: day',
        'Timespan: 2026-11-30T09:00:00Z - 2026-11-30T09:00:00Z (00:00:00)',
        'Total Changes: 1',
        'Total Users: 1',
        '',
        'Action       Success Failure Skipped Warning   Total',
        '------       ------- ------- ------- -------   -----',
        'Create             0       0       0       0       0',
        'Update             0       0       0       0       0',
        'Delete             0       0       0       0       0',
        'Disable            0       0       0       0       0',
        'StagedDelete       0       0       0       1       1',
        'Other              0       0       0       0       0',
      ],
      [
        'CycleId: night',
        'Timespan: 2026-11-30T01:00:00Z - 2026-11-30T02:01:05.900Z (01:01:05)',
        'Total Changes: 2',
        'Total Users: 2',
        '',
        'Action       Success Failure Skipped Warning   Total',
        '------       ------- ------- ------- -------   -----',
        'Create             1       0       0       0       1',
        'Update             1       0       0       0       1',
        'Delete             0       0       0       0       0',
        'Disable            0       1       0       0       1',
        'StagedDelete       0       0       0       0       0',
        'Other              0       0       0       0       0',
      ],
    ]);
  });

  it('count what the service may write tomorrow, too', () => {
    const [cycle] = statisticsOf(
      ['1', { ...night, action: 'merge', status: 'success' }],
      ['2', { ...night, action: 'update', status: 'postponed' }],
    );
    expect(cycle && statisticsLines(cycle).slice(5)).toEqual([
      'Action       Success Failure Skipped Warning Unknown   Total',
      '------       ------- ------- ------- ------- -------   -----',
      'Create             0       0       0       0       0       0',
      'Update             0       0       0       0       1       1',
      'Delete             0       0       0       0       0       0',
      'Disable            0       0       0       0       0       0',
      'StagedDelete       0       0       0       0       0       0',
      'Other              1       0       0       0       0       1',
    ]);
  });

  it('take entries without a cycle, a change or a readable time as they are', () => {
    const cycles = statisticsOf(['1', { time: 'never' }], ['1', { time: '' }], ['2', night]);
    expect(cycles.map(({ cycleId, entries, changes, people }) => [cycleId, entries, changes, people])).toEqual([
      ['night', 1, 1, 1],
      ['', 2, 2, 1],
    ]);
    expect(cycles.map((cycle) => statisticsLines(cycle).slice(0, 2))).toEqual([
      ['CycleId: night', expect.stringMatching(/^Timespan: 2026/)],
      ['CycleId: (none)', 'Timespan: unknown'],
    ]);
  });
});
