import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../src/core/logs/logEntry';
import { parseLogEntry } from '../../../../src/core/logs/logEntry';
import { RejectedError, SignInRefusedError, ThrottledError, UnknownOutcomeError } from '../../../../src/tenant/errors';
import type { FollowEvent, FollowOptions } from '../../../../src/tenant/sending/followLog';
import { followLog } from '../../../../src/tenant/sending/followLog';
import type { JobTenant } from '../../../../src/tenant/tenant';
import type { ManualClock } from '../../../support/manualClock';
import { createManualClock } from '../../../support/manualClock';

const SINCE = '2026-11-30T08:00:00Z';
const facts = { remedy: 'Do something.' };

/** `id:externalId`, of an earlier run with `:old` after it */
function entry(text: string): LogEntry {
  const [id, externalId, age] = text.split(':');
  const activityDateTime = age === 'old' ? '2026-11-30T07:59:59Z' : SINCE;
  const parsed = parseLogEntry({ id, activityDateTime, sourceIdentity: { id: externalId } });
  if (parsed === undefined) throw new Error('not an entry');
  return parsed;
}

type Look = readonly (readonly string[])[] | Error;

/** A log that looks like this at the first look, the second, ...; the last look stays. Each look is its pages. */
function logOf(clock: ManualClock, looks: readonly Look[]): { readonly tenant: JobTenant; readonly reads: number[] } {
  const reads: number[] = [];
  let count = 0;
  const tenant: JobTenant = {
    kind: 'sandbox',
    name: 't',
    jobId: 'j',
    upload: () => Promise.reject(new Error('Nobody sends here.')),
    async *readLog(query, signal, turn) {
      expect(query.since).toBe(SINCE);
      const look = looks[Math.min(count++, looks.length - 1)] ?? [];
      if (look instanceof Error) {
        await turn?.();
        reads.push(clock.now());
        throw look;
      }
      for (const page of look) {
        await turn?.();
        if (signal?.aborted === true) return;
        reads.push(clock.now());
        yield page.map(entry);
      }
    },
  };
  return { tenant, reads };
}

async function follow(
  looks: readonly Look[],
  expected: readonly string[],
  more: Partial<FollowOptions> = {},
): Promise<{ events: string[]; reads: number[] }> {
  const clock = createManualClock(0);
  const { tenant, reads } = logOf(clock, looks);
  const events: string[] = [];
  const options = { clock, since: SINCE, interval: 10_000, deadline: 100_000, random: () => 0.5, ...more };
  for await (const event of followLog(tenant, expected, options)) events.push(say(event));
  return { events, reads };
}

function say(event: FollowEvent): string {
  switch (event.type) {
    case 'entries':
      return event.entries.map(({ id }) => id).join(' ');
    case 'read-failed':
      return `${event.error.name} ${event.ms}`;
    case 'paused':
      return `paused ${new Date(event.until).toISOString()}`;
    case 'ended':
      return [event.why, ...event.missing].join(' ');
  }
}

describe('followLog', () => {
  it('yields what is new until everybody has an entry', async () => {
    const looks = [[[]], [['a:1', 'x:9']], [['a:1', 'b:1', 'x:9', 'c:2']], [['never:3']]];
    const { events, reads } = await follow(looks, ['1', '2']);
    expect(events).toEqual(['a x', 'b c', 'settled']);
    expect(reads).toHaveLength(3);
  });

  it('has nothing to do for nobody', async () => {
    expect(await follow([], [])).toEqual({ events: ['settled'], reads: [] });
  });

  it('keeps 3 s between any two reads, pages included, however short the interval', async () => {
    const looks = [[['a:1'], ['b:1'], ['c:1']], [[]], [['d:2']]];
    const { events, reads } = await follow(looks, ['2'], { interval: 1 });
    expect(events).toEqual(['a', 'b', 'c', 'd', 'settled']);
    const gaps = reads.slice(1).map((at, index) => at - (reads[index] ?? 0));
    expect(gaps).toHaveLength(4);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(3000);
  });

  it('ends at the deadline and names who is missing', async () => {
    const { events, reads } = await follow([[['a:1']]], ['1', '2', '3'], { deadline: 25_000 });
    expect(events).toEqual(['a', 'deadline 2 3']);
    expect(Math.max(...reads)).toBeLessThanOrEqual(25_000);
  });

  it('is not answered by what became of the same people in an earlier run', async () => {
    const { events } = await follow([[['a:1:old', 'b:2']], [['c:1']]], ['1', '2']);
    expect(events).toEqual(['a b', 'c', 'settled']);
    const never = await follow([[['a:1:old']]], ['1'], { deadline: 25_000 });
    expect(never.events).toEqual(['a', 'deadline 1']);
  });

  it('sits out no demand of more than ten minutes', async () => {
    const clock = createManualClock(0);
    const tenYears = new ThrottledError('wait', { ...facts, retryAfterMs: 315_360_000_000 });
    const wallClock = () => Date.UTC(2026, 10, 30, 8);
    const { events } = await follow([[['a:1']], tenYears], ['1', '2'], { clock, wallClock, deadline: Infinity });
    expect(events).toEqual(['a', 'paused 2036-11-27T08:00:00.000Z', 'paused 2']);
    expect(clock.now()).toBeLessThan(60_000);
  });

  it('waits as long as a failing service asks, too', async () => {
    const failing = new UnknownOutcomeError('503', { ...facts, retryAfterMs: 20_000 });
    const { events } = await follow([failing, [['a:1']]], ['1']);
    expect(events).toEqual(['UnknownOutcomeError 21000', 'a', 'settled']);
  });

  it('ends when it is aborted, also in mid-wait', async () => {
    const clock = createManualClock(0);
    const abort = new AbortController();
    clock.after(4000, () => abort.abort());
    const { events } = await follow([[[]]], ['1'], { clock, signal: abort.signal });
    expect(events).toEqual(['aborted 1']);
    expect((await follow([[['a:1']]], ['1'], { signal: AbortSignal.abort() })).events).toEqual(['aborted 1']);
  });

  it('reads again after a failure that may pass', async () => {
    const looks = [
      new ThrottledError('wait', { ...facts, retryAfterMs: 20_000 }),
      new UnknownOutcomeError('broke', facts),
      [['a:1']],
    ];
    const { events, reads } = await follow(looks, ['1']);
    expect(events).toEqual(['ThrottledError 21000', 'UnknownOutcomeError 5000', 'a', 'settled']);
    expect(reads).toEqual([0, 21_000, 26_000]);
  });

  it('counts only failures in a row', async () => {
    const broke = new UnknownOutcomeError('broke', facts);
    const four = [broke, broke, broke, broke];
    const { events } = await follow([...four, [['a:9']], ...four, [['b:1']]], ['1'], { deadline: Infinity });
    expect(events.filter((event) => !event.startsWith('Unknown'))).toEqual(['a', 'b', 'settled']);
  });

  it('throws a refusal, and the fifth failure in a row', async () => {
    await expect(follow([new RejectedError('no', facts)], ['1'])).rejects.toThrow('no');
    await expect(follow([new SignInRefusedError('nor so', facts)], ['1'])).rejects.toThrow('nor so');
    await expect(follow([new UnknownOutcomeError('broke', facts)], ['1'])).rejects.toThrow('broke');
    await expect(follow([new RangeError('our bug')], ['1'])).rejects.toThrow('our bug');
  });
});
