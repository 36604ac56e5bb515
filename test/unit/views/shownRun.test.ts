import { describe, expect, it } from 'vitest';
import { Run } from '../../../src/core/run/run';
import type { RunFacts } from '../../../src/views/shownRun';
import { silenceOf } from '../../../src/core/run/account/silenceOf';
import { damagedRun, shownRun } from '../../../src/views/shownRun';
import { logEntry } from '../../support/logEntries';
import { planOf } from '../../support/planText';

const NOBODY = { kind: 'nobody' } as const;
const HERE = { kind: 'here' } as const;

function shown(
  progress: Partial<RunFacts['progress']> & Pick<RunFacts['progress'], 'phase'>,
  more: Partial<RunFacts> = {},
) {
  const facts = {
    id: 'run-1',
    extract: 'contoso.csv',
    target: 'Contoso',
    isReal: true,
    at: 0,
    keeper: NOBODY,
    ...more,
  };
  return shownRun({ ...facts, progress: { requests: 3, accepted: 1, ...progress } }, () => 'noon');
}

describe('why nothing has happened yet', () => {
  const notes = (progress: Parameters<typeof shown>[0], more: Partial<RunFacts>) =>
    shown(progress, more).notes.map(({ text }) => text);

  it('is said of a real tenant from the first minute, before its log is late', () => {
    const [text, ...others] = notes({ phase: 'awaiting-log' }, { keeper: HERE });
    expect(text).toMatch(/^Sending began at noon\. The job runs about every 40 minutes/);
    expect(others).toEqual([]);
  });

  it('gives way to what the job says of itself', () => {
    const silence = { cause: 'The job is paused.', remedy: 'Start the job.' };
    expect(notes({ phase: 'awaiting-log' }, { keeper: HERE, silence })).toEqual([
      'The job is paused.',
      'Start the job.',
    ]);
  });

  it.each([
    ['a sandbox, which answers in seconds', { phase: 'awaiting-log' }, { keeper: HERE, isReal: false }],
    ['a run that nobody reads the log of', { phase: 'awaiting-log' }, { keeper: NOBODY }],
    ['a run that is complete', { phase: 'complete' }, { keeper: HERE }],
    ['a run that is still sent', { phase: 'sending' }, { keeper: HERE }],
  ] as const)('is not said of %s', (_, progress, more) => {
    expect(notes(progress, more)).toEqual([]);
  });
});

describe('a clock that differs', () => {
  const clock = (clockAhead: number | undefined, phase: 'awaiting-log' | 'complete' = 'awaiting-log') =>
    shown({ phase }, { keeper: HERE, ...(clockAhead !== undefined && { clockAhead }) }).notes.find(
      ({ label }) => label === 'Clock',
    )?.text;

  it('is named while the log is awaited', () => {
    expect(clock(3_600_000)).toMatch(/^This computer's clock is 60 minutes ahead of the tenant's\./);
    expect(clock(-7_200_000)).toMatch(/2 hours behind the tenant's/);
  });

  it.each([[undefined], [0], [299_999], [-299_999]])('is not named where it matters to nobody: %s', (ahead) => {
    expect(clock(ahead)).toBeUndefined();
    expect(clock(3_600_000, 'complete')).toBeUndefined();
  });
});

describe('what can be done with a run', () => {
  it.each([
    ['sending', HERE, ['pause', 'cancel', 'show']],
    ['sending', NOBODY, ['resume', 'cancel', 'rest', 'show', 'remove']],
    ['sending', { kind: 'elsewhere', program: 'command line' }, ['show']],
    ['paused', HERE, ['resume', 'cancel', 'show']],
    ['paused', NOBODY, ['resume', 'cancel', 'rest', 'show', 'remove']],
    ['pilot', HERE, ['resume', 'cancel', 'show']],
    ['awaiting-log', HERE, ['show']],
    ['awaiting-log', NOBODY, ['cancel', 'verify', 'show', 'remove']],
    ['complete', NOBODY, ['verify', 'show', 'remove']],
    ['cancelled', NOBODY, ['verify', 'rest', 'show', 'remove']],
  ] as const)('%s, %j', (phase, keeper, can) => {
    expect(shown({ phase }, { keeper }).can).toEqual(can);
  });

  it('records at fault are looked for in a request that was refused, once nobody goes on with the run', () => {
    expect(shown({ phase: 'paused', searchable: 2 }).can).toContain('search');
    expect(shown({ phase: 'complete', searchable: 1 }).can).toContain('search');
    expect(shown({ phase: 'paused', searchable: 2 }, { keeper: HERE }).can).not.toContain('search');
  });

  it('the log of one that was never sent is not read', () => {
    expect(shown({ phase: 'blocked', accepted: 0 }).can).toEqual(['show', 'remove']);
  });

  it('people who failed may be sent again, once nobody continues it', () => {
    const run = new Run(planOf(['sent']), '2026-11-30T08:00:00Z');
    run.noteBatch(1, 'accepted');
    run.noteEntries([logEntry('1', 'p1', { status: 'failure', error: ['Unheard', 'No.'] })]);
    const { counts } = run.account;
    expect(shown({ phase: 'complete' }, { counts }).can).toContain('resend');
    expect(shown({ phase: 'awaiting-log' }, { counts, keeper: HERE }).can).not.toContain('resend');
  });

  it('one that is damaged is removed and nothing else', () => {
    const fault = { message: 'Line 3 of its journal is damaged.', remedy: 'Look at the log.' };
    const run = shown({ phase: 'paused' }, { fault });
    expect(run.can).toEqual(['remove']);
    expect(run.state).toMatchObject({ words: 'cannot be continued', tone: 'bad' });
    expect(run.notes.map(({ text }) => text)).toEqual([fault.message, fault.remedy]);
    expect(damagedRun('20261128-1', 0, fault, () => 'noon')).toMatchObject({ extract: '20261128-1', can: ['remove'] });
  });
});

describe('what is said of a run', () => {
  it('why it is paused, and what to do', () => {
    const pause = { why: 'refused', cause: 'The service refuses it.', remedy: 'Grant the permission.' } as const;
    expect(shown({ phase: 'paused', pause }).notes.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Why: The service refuses it.',
      'What to do: Grant the permission.',
    ]);
    // It goes on by now
    expect(shown({ phase: 'sending', pause }, { keeper: HERE }).notes).toEqual([]);
  });

  it('why the log does not answer some of it, which is noted of each of these people', () => {
    const run = new Run(planOf(['sent', 'sent']), '2026-11-30T08:00:00Z');
    run.noteBatch(1, 'accepted');
    expect(silenceOf(run.account)).toBeUndefined();
    run.noteSilence('The job is paused.', 'Start it.');
    const silence = silenceOf(run.account);
    expect(silence).toEqual({ cause: 'The job is paused.', remedy: 'Start it.' });
    expect(shown({ phase: 'awaiting-log' }, silence && { silence }).notes.map(({ text }) => text)).toEqual([
      'The job is paused.',
      'Start it.',
    ]);
  });

  it('whether it is over', () => {
    expect(shown({ phase: 'complete' }).isOver).toBe(true);
    expect(shown({ phase: 'paused' }).isOver).toBe(false);
    expect(shown({ phase: 'complete' }, { keeper: HERE }).isOver).toBe(false);
  });
});
