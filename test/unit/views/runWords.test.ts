import { describe, expect, it } from 'vitest';
import type { RunStatus } from '../../../src/core/journal/runStatus';
import type { RunKeeper } from '../../../src/views/runWords';
import { wordsOfRun } from '../../../src/views/runWords';

const HERE: RunKeeper = { kind: 'here' };
const NOBODY: RunKeeper = { kind: 'nobody' };

function words(progress: Partial<RunStatus> & Pick<RunStatus, 'phase'>, keeper: RunKeeper = NOBODY) {
  const found = wordsOfRun({ requests: 300, accepted: 120, ...progress }, keeper, () => 'noon');
  return `${found.icon} ${found.tone}: ${found.words}`;
}

describe('the description of a run', () => {
  it('says how fast it is sent, and how long it takes still', () => {
    expect(words({ phase: 'sending', perMinute: 239.6, msLeft: 45_000 }, HERE)).toBe(
      'loading~spin quiet: sending · 120 of 300 requests accepted · 240 a minute · 45 seconds left',
    );
    expect(words({ phase: 'sending' }, HERE)).toBe('loading~spin quiet: sending · 120 of 300 requests accepted');
  });

  it('counts people of a search, whose requests are halves of one', () => {
    expect(words({ phase: 'sending', isSearch: true, requests: 50, accepted: 25 }, HERE)).toBe(
      'loading~spin quiet: sending · 25 of 50 people accepted',
    );
  });

  it('says what it waits for in the place of its pace', () => {
    expect(words({ phase: 'sending', perMinute: 240, waiting: 'The service accepts no more for now.' }, HERE)).toBe(
      'loading~spin quiet: sending · 120 of 300 requests accepted · The service accepts no more for now',
    );
  });

  it('tells one that another program sends from one that nobody does', () => {
    expect(words({ phase: 'sending' }, { kind: 'elsewhere', program: 'command line' })).toBe(
      'loading~spin quiet: sending by command line · 120 of 300 requests accepted',
    );
    expect(words({ phase: 'sending' })).toBe('debug-disconnect doubt: interrupted · 120 of 300 requests accepted');
  });

  it.each([
    [{ why: 'asked' }, 'paused'],
    [{ why: 'throttled', until: '2026-11-28T12:00:00Z' }, 'paused: the service accepts no more for now, until noon'],
    [{ why: 'breaker' }, 'paused: too many requests were not accepted'],
    [{ why: 'pilot' }, 'paused after the first people'],
  ] as const)('says why it is paused: %j', (pause, expected) => {
    expect(words({ phase: 'paused', pause })).toBe(`debug-pause doubt: ${expected} · 120 of 300 requests accepted`);
  });

  it('tells one whose process has ended from one that a person paused', () => {
    expect(words({ phase: 'paused', pause: { why: 'interrupted' } })).toBe(
      'debug-disconnect doubt: interrupted · 120 of 300 requests accepted',
    );
  });

  it('says that the log is awaited, by whom, and what is known of why', () => {
    expect(words({ phase: 'awaiting-log', waiting: 'The job is paused.' }, HERE)).toBe(
      'loading~spin quiet: waiting for the log · The job is paused',
    );
    expect(words({ phase: 'awaiting-log' })).toBe('clock doubt: the log was not read to its end');
    expect(words({ phase: 'pilot' }, HERE)).toBe(
      'loading~spin quiet: the first people were sent alone · waiting for their log entries',
    );
    const pause = { why: 'pilot', at: '2026-11-01T00:00:00Z' } as const;
    expect(words({ phase: 'pilot', pause, requests: 20, accepted: 1 }, HERE)).toBe(
      'debug-pause doubt: paused after the first people · 1 of 20 requests accepted',
    );
    expect(words({ phase: 'pilot' })).toBe('debug-disconnect doubt: interrupted · the first people were sent alone');
  });

  it('says how it ended', () => {
    expect(words({ phase: 'complete', requests: 1, accepted: 1 })).toBe('pass good: complete');
    expect(words({ phase: 'cancelled', requests: 1, accepted: 1 })).toBe(
      'circle-slash doubt: cancelled · 1 of 1 request accepted',
    );
    expect(words({ phase: 'blocked' })).toBe('circle-slash quiet: not confirmed, nothing was sent');
  });
});
