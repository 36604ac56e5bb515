import { describe, expect, it } from 'vitest';
import { describeAccount, summariseAccount } from '../../../src/core/run/describeAccount';
import { formatCount } from '../../../src/core/text/formatCount';
import type { RunAccount } from '../../../src/core/run/runAccount';
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
      '1 failed, 2 refused, not sent, 1 accepted, no log entry yet, 1 created, 1 updated, 1 excluded by the mapping',
    );
  });

  it('says nothing of nobody', () => {
    expect(summariseAccount(new Run(planOf([]), '2026-11-30T08:00:00Z').account)).toBe('');
  });
});

describe('describeAccount', () => {
  it('gives the counts, then everybody whom somebody has to look at', () => {
    expect(describeAccount(account(['stranger']))).toEqual([
      '  1 excluded by the mapping',
      '  1 updated',
      '  1 created',
      '  1 accepted, no log entry yet',
      '  2 refused, not sent',
      '  1 failed',
      '  7 records in all',
      '  (1 log entry answers nothing of this run: somebody else sends to this job too)',
      '',
      'Failed:',
      '  line 4, p3: The stars are wrong.',
      textLike(/^ {6}\S/),
      '',
      'Refused, not sent:',
      textLike(/^ {2}line 6, p5: active: /),
      '  line 7: Too few cells.',
    ]);
  });

  it('lists so many of each state, and counts the others', () => {
    const run = new Run(planOf(Array.from({ length: 1300 }, () => 'unreadable' as const)), '2026-11-30T08:00:00Z');
    expect(describeAccount(run.account, 2)).toEqual([
      '  1,300 refused, not sent',
      '  1,300 records in all',
      '',
      'Refused, not sent:',
      '  line 2: Too few cells.',
      '  line 3: Too few cells.',
      '  and 1,298 more',
    ]);
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
