import { expect, it } from 'vitest';
import { RunProgress } from '../../../../src/cli/sending/runProgress';
import type { RunStatus } from '../../../../src/core/journal/runStatus';
import { Run } from '../../../../src/core/run/run';
import { logEntry } from '../../../support/logEntries';
import { planOf } from '../../../support/planText';

it('says every tenth request with its rate, the last without, and each wait once', () => {
  const run = new Run(planOf(Array.from({ length: 1000 }, () => 'sent' as const)), '2026-11-30T08:00:00Z');
  let status: RunStatus = { phase: 'sending', requests: 20, accepted: 0 };
  const active = {
    run,
    get status() {
      return status;
    },
  };
  const [progress, unread] = [new RunProgress(active, true, true), new RunProgress(active, false, true)];
  const after = (more: Partial<RunStatus>) => {
    status = { ...status, ...more };
    return progress.news();
  };
  expect(after({})).toEqual([]);
  expect(after({ accepted: 9 })).toEqual([]);
  expect(after({ accepted: 11, perMinute: 239.6, msLeft: 2300 })).toEqual([
    'Request 11 of 20 accepted, 240 a minute, 3 seconds left',
  ]);
  expect(after({ accepted: 12, waiting: 'The service asks to wait.' })).toEqual(['The service asks to wait.']);
  expect(after({})).toEqual([]);
  expect(after({ waiting: undefined } as unknown as Partial<RunStatus>)).toEqual([]);
  expect(after({ accepted: 20 })).toEqual(['Request 20 of 20 accepted']);
  for (let batch = 1; batch <= 20; batch++) run.noteBatch(batch, 'accepted');
  expect(after({ phase: 'awaiting-log' })).toEqual(['Log: 1,000 awaiting log']);
  expect(after({})).toEqual([]);
  expect(unread.news()).toEqual(['Request 20 of 20 accepted']);
});

it('says little where nobody watches: a tenth of the requests, and of the log that it is read', () => {
  const run = new Run(planOf(Array.from({ length: 20_000 }, () => 'sent' as const)), '2026-11-30T08:00:00Z');
  let status: RunStatus = { phase: 'sending', requests: 400, accepted: 0 };
  const active = {
    run,
    get status() {
      return status;
    },
  };
  const progress = new RunProgress(active, true, false);
  const said: string[] = [];
  for (let accepted = 1; accepted <= 400; accepted++) {
    status = { ...status, accepted };
    run.noteBatch(accepted, 'accepted');
    said.push(...progress.news());
  }
  expect(said).toHaveLength(10);
  expect(said.at(0)).toBe('Request 40 of 400 accepted');
  status = { ...status, phase: 'awaiting-log' };
  expect(progress.news()).toEqual(['Log: 20,000 awaiting log']);
  run.noteEntries([logEntry('1', 'p1'), logEntry('2', 'p2', { status: 'failure', error: ['Unheard', 'Wrong.'] })]);
  expect(progress.news()).toEqual([]);
  status = { ...status, waiting: 'The service asks to wait.' };
  expect(progress.news()).toEqual(['The service asks to wait.']);
});
