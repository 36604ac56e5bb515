import { describe, expect, it } from 'vitest';
import type { BatchState } from '../../../src/core/run/recordState';
import type { RunAccount } from '../../../src/core/run/runAccount';
import { Run } from '../../../src/core/run/run';
import type { Trouble } from '../../../src/host/tellTrouble';
import { tellTrouble } from '../../../src/host/tellTrouble';
import { logEntry } from '../../support/logEntries';
import { planOf } from '../../support/planText';

/** The account of a run of one person a batch. */
function account(states: readonly BatchState[], answered: readonly string[] = []): RunAccount {
  const run = new Run(
    planOf(
      states.map(() => 'sent'),
      1,
    ),
    '2026-11-30T08:00:00Z',
  );
  for (const [index, state] of states.entries()) run.noteBatch(index + 1, state);
  run.noteEntries(answered.map((id) => logEntry(`entry ${id}`, id)));
  return run.account;
}

const lost: Trouble = { kind: 'sending', cause: 'The connection failed.', remedy: 'Look at the log.', isUnknown: true };
const refused: Trouble = { kind: 'sending', cause: 'It was refused.', remedy: 'Grant it.' };
const silent: Trouble = { kind: 'silence', cause: 'The job is paused.', remedy: 'Start it.' };

describe('what kept a run from its end', () => {
  it.each<[string, RunAccount, Trouble | undefined, string | undefined]>([
    ['nothing', account(['accepted'], ['p1']), undefined, undefined],
    ['a refusal', account(['rejected', 'not-sent']), refused, 'It was refused. Grant it.'],
    ['a silent log', account(['accepted']), silent, 'The job is paused. Start it.'],
    ['a log that was silent, and has answered since', account(['accepted'], ['p1']), silent, undefined],
    [
      'a lost answer of which the log says nothing',
      account(['unknown']),
      lost,
      'The connection failed. Look at the log.',
    ],
    [
      'a lost answer that the log makes good',
      account(['accepted', 'unknown'], ['p1', 'p2']),
      lost,
      'The connection failed. The log shows that the request was taken all the same.',
    ],
    [
      'the same, with requests after it',
      account(['unknown', 'not-sent'], ['p1']),
      lost,
      'The connection failed. The log shows that the request was taken all the same. Send again for the others; whoever is there already stays as they are.',
    ],
  ])('%s', (_what, given, trouble, words) => {
    expect(tellTrouble(given, trouble)).toBe(words);
  });
});
