import { describe, expect, it } from 'vitest';
import { describeAccount, summariseAccount, summariseCounts } from '../../../src/core/run/account/describeAccount';
import { formatCount } from '../../../src/core/text/formatCount';
import type { RunAccount } from '../../../src/core/run/account/runAccount';
import { STATE_LABELS } from '../../../src/core/run/recordState';
import { Run } from '../../../src/core/run/run';
import { logEntry } from '../../support/logEntries';
import { planOf } from '../../support/planText';
import { textLike } from '../../support/matchers';

/** Four people sent, of whom one fails; one refused, one unreadable, one excluded. */
function account(elsewhere: readonly string[] = []): RunAccount {
  const run = new Run(
    planOf(['sent', 'sent', 'sent', 'sent', 'refused', 'unreadable', 'excluded']),
    '2026-11-30T08:00:00Z',
  );
  run.noteBatch(1, 'accepted');
  run.noteEntries([
    logEntry('1', 'p1'),
    logEntry('2', 'p2', { action: 'update' }),
    logEntry('3', 'p3', { status: 'failure', error: ['Unheard', 'The stars are wrong.'] }),
    ...elsewhere.map((id) => logEntry(id, id)),
  ]);
  return run.account;
}

describe('summariseAccount', () => {
  it('names what needs somebody first, and no state that nobody is in', () => {
    expect(summariseAccount(account())).toBe(
      '1 failed · 2 skipped (invalid) · 1 awaiting log · 1 created · 1 updated · 1 excluded',
    );
  });

  it('says of those who are not sent whether the mapping leaves them out or the plan does', () => {
    const { counts } = account();
    const left = { ...counts, excluded: 30 };
    expect(summariseCounts(left, { unchanged: 20, unselected: 7 })).toMatch(
      / · 20 unchanged since the last upload · 7 not chosen · 3 excluded$/,
    );
    expect(summariseCounts(left, { unchanged: 30, unselected: 0 })).not.toContain('excluded');
    expect(summariseCounts(left)).toMatch(/ · 30 excluded$/);
  });

  it('says nothing of nobody', () => {
    expect(summariseAccount(new Run(planOf([]), '2026-11-30T08:00:00Z').account)).toBe('');
  });
});

describe('describeAccount', () => {
  it('keeps a failure that is followed by the manager alone, and says beside it what went well', () => {
    const run = new Run(planOf(['sent', 'sent']), '2026-11-30T08:00:00Z');
    run.noteBatch(1, 'accepted');
    run.noteEntries([
      logEntry('4', 'p2', { action: 'update', changed: ['manager'] }),
      logEntry('1', 'p1', { action: 'update' }),
      logEntry('2', 'p2', { action: 'update', status: 'failure', error: ['Unheard', 'The stars are wrong.'] }),
    ]);
    const lines = describeAccount(run.account);
    expect(lines.slice(0, 3)).toEqual(['  1 updated', '  1 failed', '  2 records in total']);
    expect(lines).toContain('      Also in the log: manager updated');
  });

  it('gives the counts, then everybody whom somebody has to look at', () => {
    expect(describeAccount(account(['stranger']))).toEqual([
      '  1 excluded by the mapping',
      '  1 updated',
      '  1 created',
      '  1 awaiting log',
      '  2 skipped (invalid)',
      '  1 failed',
      '  7 records in total',
      '  (1 log entry is from elsewhere, about people whom this run has not sent)',
      '',
      'Failed:',
      '  line 4, p3: The stars are wrong.',
      textLike(/^ {6}\S/),
      '',
      'Skipped (invalid):',
      textLike(/^ {2}line 6, p5: active: /),
      '  line 7: Too few cells.',
    ]);
  });

  it('lists so many of each state, and counts the others', () => {
    const run = new Run(planOf(Array.from({ length: 1300 }, () => 'unreadable' as const)), '2026-11-30T08:00:00Z');
    expect(describeAccount(run.account, 2)).toEqual([
      '  1,300 skipped (invalid)',
      '  1,300 records in total',
      '',
      'Skipped (invalid):',
      '  1,300 people: Too few cells.',
      '    line 2',
      '    line 3',
      '    and 1,298 more (all of them: --format json)',
    ]);
  });

  it('says what may have been sent twice', () => {
    const run = new Run(planOf(['sent', 'sent', 'sent'], 2), '2026-11-30T08:00:00Z');
    for (const state of ['sending', 'unknown', 'sending', 'accepted'] as const) run.noteBatch(1, state);
    run.noteBatch(2, 'sending');
    run.noteBatch(2, 'accepted');
    expect(describeAccount(run.account)).toEqual([
      '  3 awaiting log',
      '  3 records in total',
      '',
      'Maybe sent twice: 2 records of request 1. An answer was lost, so the same requests were sent again.',
    ]);
  });

  it('calls nothing a success that is not known to be one', () => {
    const words = Object.values(STATE_LABELS).join('\n');
    expect(words).not.toMatch(/success|succeed|done|complete/i);
  });

  it('names nobody but by line and id', () => {
    expect(describeAccount(account()).join('\n')).not.toContain('Person');
  });
});

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [12_345, '12,345'],
    [1_000_000, '1,000,000'],
  ])('%d', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });
});
