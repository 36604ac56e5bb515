import { describe, expect, it } from 'vitest';
import type { KnownRun, PersonInRun } from '../../../src/core/run/account/personHistory';
import { personHistory } from '../../../src/core/run/account/personHistory';
import { Run } from '../../../src/core/run/run';
import { formatAgo } from '../../../src/core/text/time/formatAgo';
import { choiceOfPerson, hoverOfHistory, lineOfPerson } from '../../../src/views/person/personWords';
import { logEntry } from '../../support/logEntries';
import { planOf } from '../../support/planText';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-30T12:00:00Z');
const LINKS = { reveal: 'command:reveal', explain: 'command:explain' };

function sent(id: string, at: number, target = 'Sandbox tenant'): KnownRun {
  const run = new Run(planOf(['sent', 'sent', 'excluded']), '2026-11-30T08:00:00Z');
  run.noteBatch(1, 'accepted');
  const failure = { status: 'failure', error: ['InvalidDomain', 'No such domain.'] } as const;
  run.noteEntries([logEntry('1', 'p1', failure), logEntry('2', 'p2')]);
  return { id, at, run, target, source: 'same' };
}

function history(line: number, ...runs: readonly KnownRun[]): readonly [PersonInRun, ...PersonInRun[]] {
  const [first, ...others] = personHistory(runs, { line });
  if (first === undefined) throw new Error('nobody');
  return [first, ...others];
}

describe('how long something is past', () => {
  it.each([
    [-5_000, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 min ago'],
    [HOUR - 1, '59 min ago'],
    [HOUR, '1 h ago'],
    [23.9 * HOUR, '23 h ago'],
    [24 * HOUR, 'yesterday'],
    [50 * HOUR, '2 days ago'],
  ])('%d ms: %s', (passed, words) => {
    expect(formatAgo(NOW - passed, NOW)).toBe(words);
  });
});

describe('the line above a row', () => {
  it('names the person, says what happened and when, and keeps why for those who ask', () => {
    const [found] = history(2, sent('a', NOW - 2 * HOUR));
    const line = lineOfPerson(found, NOW);
    expect(line).toMatchObject({ icon: 'error', title: 'Person 1: failed, 2 h ago' });
    expect(line.tooltip).toContain('domain');
    expect(lineOfPerson(history(3, sent('a', NOW))[0], NOW)).toMatchObject({
      icon: 'add',
      title: 'Person 2: created, just now',
      tooltip: 'Click to see this person in Runs.',
    });
  });

  it('says in a list who is meant, why they failed, and in which extract', () => {
    const [found] = history(2, sent('a', NOW - 2 * HOUR));
    const { title, description } = choiceOfPerson(found, 'people.csv', NOW);
    expect(title).toBe('Person 1');
    expect(description).toBe('p1 · failed · domain not verified · 2 h ago · people.csv');
  });
});

describe('the hover over a row', () => {
  it('says what happened, why, what to do, and leads on', () => {
    const text = hoverOfHistory(history(2, sent('a', NOW - 2 * HOUR)), LINKS, NOW);
    expect(text).toContain('**Person 1**');
    expect(text).toContain('**Why:**');
    expect(text).toContain('**What to do:**');
    expect(text).toContain('Sent to Sandbox tenant, 2 h ago');
    expect(text).toContain('[Explain](command:explain) · [Show in Runs](command:reveal)');
    expect(text).not.toContain('Earlier');
  });

  it('offers no page where no entry was read', () => {
    const text = hoverOfHistory(history(4, sent('a', NOW)), { reveal: LINKS.reveal }, NOW);
    expect(text).not.toContain('Explain');
    expect(text).toContain('[Show in Runs](command:reveal)');
  });

  it('lists what earlier runs did, the newest first', () => {
    const runs = [sent('a', NOW - 3 * HOUR, 'Older'), sent('b', NOW - HOUR), sent('c', NOW - 2 * HOUR, 'Old')];
    const text = hoverOfHistory(history(2, ...runs), LINKS, NOW) ?? '';
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- failed, 2 h ago, Old',
      '- failed, 3 h ago, Older',
    ]);
  });

  it('shows a hostile name of a connection as text', () => {
    const text = hoverOfHistory(history(2, sent('a', NOW, '[x](command:evil)')), LINKS, NOW);
    expect(text).toContain('Sent to `[x](command:evil)`');
  });

  it('says nothing of nobody', () => {
    expect(hoverOfHistory([], LINKS, NOW)).toBeUndefined();
  });
});

describe('what was predicted before sending', () => {
  const hover = (predicted: readonly number[], line: number): string => {
    const plan = planOf(['sent', 'sent']);
    const records = { ...plan.records, predicted: Uint8Array.from(predicted) };
    const run = new Run({ ...plan, records }, '2026-11-30T08:00:00Z');
    run.noteBatch(1, 'accepted');
    run.noteEntries([logEntry('1', 'p1', { status: 'failure', error: ['InvalidDomain', 'No such domain.'] })]);
    const known = { id: 'a', at: NOW, run, target: 'Sandbox tenant', source: 'same' } as const;
    return hoverOfHistory(history(line, known), LINKS, NOW) ?? '';
  };

  it('is said with what happened, where it is known', () => {
    // 3 is updated, 9 refused by the service, 1 created
    expect(hover([3, 1], 2)).toContain('**Predicted:** updated, **result:** failed');
    expect(hover([9, 1], 2)).toContain('**Predicted:** refused by the service, which is what happened');
    expect(hover([3, 1], 3)).toContain('**Predicted:** created');
    expect(hover([3, 1], 3)).not.toContain('was');
    expect(hover([0, 0], 2)).not.toContain('Predicted');
  });
});
