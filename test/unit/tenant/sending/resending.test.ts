import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../../src/core/journal/journalEvent';
import { resendBudget } from '../../../../src/tenant/sending/nextStep';
import { createSeededRandom } from '../../../support/seededRandom';
import type { Act, Script, Sent } from './sendingRig';
import { failing, send, START } from './sendingRig';

const LOST = failing('ECONNRESET');
const OFFLINE = failing('ENOTFOUND');
const throttled = (retryAfter?: string): Act => ({
  status: 429,
  ...(retryAfter && { headers: { 'retry-after': retryAfter } }),
});
const outOf =
  (times: number, act: Act): Script =>
  (count) =>
    count <= times ? act : undefined;
const waits = ({ says }: Sent): readonly string[] => says.filter((text) => /^(waiting|paused|breaker)/.test(text));

describe('a 429', () => {
  it.each([
    ['seconds', '60', 63_000],
    ['a date', new Date(START + 60_000).toUTCString(), 63_000],
    ['none', undefined, 2500],
    ['nonsense', 'soon', 2500],
    ['a negative number', '-5', 2500],
    ['zero', '0', 0],
    ['two values', '10, 20', 21_000],
  ])('is waited out by everybody: %s', async (_, retryAfter, ms) => {
    const sent = await send({ script: outOf(1, throttled(retryAfter)) });
    expect(waits(sent)).toEqual([`waiting 1 ${ms} throttled`]);
    expect((sent.calls[1]?.at ?? 0) - (sent.calls[0]?.at ?? 0)).toBeGreaterThanOrEqual(ms);
    expect(sent.says.at(-1)).toBe('accepted 3');
  });

  it('in milliseconds, too', async () => {
    const sent = await send({ script: outOf(1, { status: 429, headers: { 'x-ms-retry-after-ms': '1500' } }) });
    expect(waits(sent)).toEqual(['waiting 1 1575 throttled']);
  });

  it.each([
    [300_000, 'waiting 1 315000 throttled'],
    [301_000, 'waiting 1 316050 daily-limit-likely'],
    [590_000, 'waiting 1 600000 daily-limit-likely'],
    [600_000, 'waiting 1 600000 daily-limit-likely'],
    [601_000, `paused 1 throttled ${new Date(START + 601_000).toISOString()}`],
    [315_360_000_000, 'paused 1 throttled 2036-11-27T08:00:00.000Z'],
  ])('that demands %i ms is waited out up to ten minutes', async (ms, expected) => {
    const sent = await send({ script: outOf(1, throttled(String(ms / 1000))) });
    expect(waits(sent)).toEqual([expected]);
    if (expected.startsWith('paused')) {
      expect(sent.clock.now()).toBe(1_000_000);
      expect(sent.says).toEqual(['start 1.1 first', 'failed 1 throttled', expected]);
      expect(sent.lines.at(-1)).toMatchObject({ type: 'paused', why: 'throttled', until: expected.slice(-24) });
      expect(sent.pulled).toEqual([1]);
    }
  });

  it('for the third time in a row is probably the daily limit', async () => {
    const sent = await send({ script: outOf(3, throttled()) });
    expect(waits(sent)).toEqual([
      'waiting 1 2500 throttled',
      'waiting 1 5000 throttled',
      'waiting 1 10000 daily-limit-likely',
    ]);
    const interrupted = await send({ batches: 9, script: (count) => (count % 3 === 0 ? undefined : throttled()) });
    expect(interrupted.says.at(-1)).toBe('accepted 9');
    expect(new Set(waits(interrupted).map((text) => text.split(' ').at(-1)))).toEqual(new Set(['throttled']));
  });

  it('for ever ends as a pause after one probe', async () => {
    const sent = await send({ batches: 2003, script: (count) => (count > 2000 ? throttled() : undefined) });
    expect(waits(sent)).toEqual([
      'waiting 2001 2500 throttled',
      'waiting 2001 5000 throttled',
      'waiting 2001 10000 daily-limit-likely',
      'waiting 2001 20000 daily-limit-likely',
      'waiting 2001 40000 daily-limit-likely',
      'breaker 60000',
      'paused 2001 throttled',
    ]);
    expect(sent.calls).toHaveLength(2006);
    const again = await send({
      batches: 2003,
      more: {
        batchStatus: (batch) =>
          batch <= 2000 ? { isSettled: true, attempts: 1, spent: 0, isUnknown: false } : undefined,
      },
    });
    expect(again.calls.map(({ batch }) => batch)).toEqual([2001, 2002, 2003]);
  });

  it('to several requests at once is one refusal, and no call is made before its end', async () => {
    let refusing = Infinity;
    const after: number[] = [];
    const script: Script = (count, _, __, { at }) => {
      if (count === 21) refusing = at;
      if (count >= 21 && at < refusing + 700) return { after: 700, ...throttled('30') };
      if (count >= 21) after.push(at);
      return { after: 700 };
    };
    const sent = await send({ batches: 60, script });
    const told = waits(sent);
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((text) => text.endsWith('likely'))).toEqual([]);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(refusing + 700 + 30_000);
    expect(sent.says.filter((text) => text.startsWith('accepted'))).toHaveLength(60);
  });

  it('costs a batch none of its attempts', async () => {
    const script: Script = (_, __, ofBatch) => (ofBatch <= 3 ? throttled() : ofBatch <= 6 ? LOST : undefined);
    const sent = await send({ batches: 1, script });
    // Three refusals and two losses open the breaker: only two of five attempts are used
    expect(sent.says.slice(-3)).toEqual([
      'start 1.6 probe maybe twice',
      'failed 1 unknown maybe taken',
      'paused 1 breaker',
    ]);
  });
});

describe('a batch that is lost or not sent', () => {
  it('is given up after five attempts where it may have been taken, and the next is tried', async () => {
    const sent = await send({ script: (_, batch) => (batch === 1 ? LOST : undefined) });
    expect(sent.says).toEqual([
      'start 1.1 first',
      'waiting 1 1000 unknown maybe taken',
      'start 1.2 unknown maybe twice',
      'waiting 1 2000 unknown maybe taken',
      'start 1.3 unknown maybe twice',
      'waiting 1 4000 unknown maybe taken',
      'start 1.4 unknown maybe twice',
      'waiting 1 8000 unknown maybe taken',
      'start 1.5 unknown maybe twice',
      'given-up 1 unknown maybe taken',
      'breaker 60000',
      'start 2.1 probe',
      'accepted 2',
      'start 3.1 first',
      'accepted 3',
    ]);
    expect(sent.lines).toContainEqual({ type: 'given-up', batch: 1 });
    expect((sent.calls[5]?.at ?? 0) - (sent.calls[4]?.at ?? 0)).toBe(60_000);
  });

  it('is never given up where it was certainly not sent: sending pauses, and a person goes on', async () => {
    const sent = await send({ script: () => OFFLINE });
    expect(sent.says.slice(-5)).toEqual([
      'start 1.4 not-sent',
      'waiting 1 8000 not-sent',
      'start 1.5 not-sent',
      'failed 1 not-sent',
      'paused 1 breaker',
    ]);
    expect(sent.calls).toHaveLength(5);
  });

  it('is given up once its content is refused, since the same bytes would be refused for ever', async () => {
    const refusal: Act = { status: 400 };
    const sent = await send({
      script: (_, batch, ofBatch) => (batch > 1 ? undefined : ofBatch === 1 ? LOST : refusal),
    });
    expect(sent.says).toEqual([
      'start 1.1 first',
      'waiting 1 1000 unknown maybe taken',
      'start 1.2 unknown maybe twice',
      'given-up 1 rejected maybe taken',
      'paused 2 refused',
    ]);
    expect(sent.lines.find(({ type }) => type === 'given-up')).toEqual({
      type: 'given-up',
      batch: 1,
      cause: 'The service refused the request with 400. An earlier request with these records may have been accepted.',
      remedy: 'Check the request for errors: the same bytes will be refused again.',
    });
  });

  it('stays unknown where its sender is refused, because they may be permitted later', async () => {
    const batchStatus = () => ({ isSettled: false, attempts: 1, spent: 1, isUnknown: true });
    const sent = await send({ batches: 1, script: () => ({ status: 403 }), more: { batchStatus } });
    expect(sent.says).toEqual(['start 1.2 resumed maybe twice', 'failed 1 rejected maybe taken', 'paused 1 refused']);
    expect(sent.lines.some(({ type }) => type === 'given-up')).toBe(false);
  });

  it('has five attempts over all sessions', async () => {
    const batchStatus = () => ({ isSettled: false, attempts: 6, spent: 4, isUnknown: true });
    const sent = await send({ batches: 1, script: () => LOST, more: { batchStatus } });
    expect(sent.says).toEqual(['start 1.7 resumed maybe twice', 'given-up 1 unknown maybe taken']);
  });

  it('is given up, and not sent once more, where the program ended before that was written down', async () => {
    const batchStatus = (batch: number) =>
      batch === 1 ? { isSettled: false, attempts: 5, spent: 5, isUnknown: true } : undefined;
    const sent = await send({ batches: 2, more: { batchStatus } });
    expect(sent.says).toEqual(['given-up 1 unknown maybe taken', 'start 2.1 first', 'accepted 2']);
  });

  it('is waited for anywhere up to 2, 4, 8 and 16 s', async () => {
    const random = createSeededRandom(11);
    const seen = new Set<number>();
    for (let run = 0; run < 50; run++) {
      const { events } = await send({ batches: 1, script: outOf(4, LOST), random });
      const ms = events.flatMap((event) => (event.type === 'waiting' ? [event.ms] : []));
      for (const [index, wait] of ms.entries()) {
        expect(wait).toBeLessThanOrEqual(2000 * 2 ** index);
        seen.add(wait);
      }
    }
    expect(seen.size).toBeGreaterThan(150);
  });

  it('waits as long as a failing service asks, and nobody else sends meanwhile', async () => {
    const busy: Act = { status: 503, headers: { 'retry-after': '30' } };
    const sent = await send({ script: outOf(1, busy) });
    expect(waits(sent)).toEqual(['waiting 1 31500 unknown maybe taken']);
    const huge = await send({ script: outOf(1, { status: 503, headers: { 'retry-after': '86400' } }) });
    expect(huge.says.slice(-2)).toEqual([
      'failed 1 unknown maybe taken',
      'paused 1 throttled 2026-12-01T08:00:00.000Z',
    ]);
    const { cause } = huge.events.at(-1) as { readonly cause: string };
    expect(cause).toBe('The service accepts no calls before 2026-12-01 08:00 UTC.');
  });
});

describe('the budget of an upload', () => {
  it.each([
    [1, 20],
    [200, 20],
    [209, 20],
    [210, 21],
    [2000, 200],
  ])('of %i batches is %i requests that are made again', (batches, budget) => {
    expect(resendBudget(batches)).toBe(budget);
  });

  it('ends the sending as a pause, once it is used up', async () => {
    const sent = await send({ batches: 60, script: (_, __, ofBatch) => (ofBatch === 1 ? LOST : undefined) });
    expect(sent.says.slice(-2)).toEqual(['failed 21 unknown maybe taken', 'paused 21 breaker']);
    expect(sent.events.at(-1)).toMatchObject({
      cause: expect.stringContaining('Too many requests of this run') as string,
    });
    expect(sent.calls).toHaveLength(41);
  });
});

describe('the breaker', () => {
  const offAfter =
    (calls: number): Script =>
    (count) => ({ after: 600, ...(count > calls ? LOST : {}) });

  it('opens after five in a row over several batches, tries the oldest one alone after a minute, and then pauses', async () => {
    const sent = await send({ batches: 40, script: offAfter(12) });
    const opened = sent.says.indexOf('breaker 60000');
    expect(sent.says.slice(opened).filter((text) => text.startsWith('start'))).toEqual([
      'start 13.2 probe maybe twice',
    ]);
    expect(sent.says.slice(-2)).toEqual(['failed 13 unknown maybe taken', 'paused 13 breaker']);
    const probe = sent.calls.at(-1);
    const last = sent.calls.at(-2);
    expect((probe?.at ?? 0) - (last?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
    expect(sent.lines.at(-1)).toMatchObject({ type: 'paused', why: 'breaker' });
  });

  it('closes when the one is accepted', async () => {
    let broken = true;
    const script: Script = (count, _, __, { at }) => {
      if (at > 1_060_000) broken = false;
      return { after: 600, ...(count > 12 && broken ? LOST : {}) };
    };
    const sent = await send({ batches: 40, script });
    expect(sent.says.filter((text) => text.startsWith('breaker'))).toHaveLength(1);
    expect(new Set(acceptedIn(sent.lines)).size).toBe(40);
    expect(sent.says.at(-1)).toMatch(/^accepted/);
  });

  it('counts from zero after a success', async () => {
    const sent = await send({ batches: 12, script: (count) => (count % 5 === 0 ? undefined : LOST) });
    expect(sent.says.filter((text) => text.startsWith('breaker'))).toEqual([]);
  });

  it('waits for a demand that is longer', async () => {
    const script: Script = (count) => (count <= 4 ? LOST : count === 5 ? throttled('120') : undefined);
    const sent = await send({ batches: 2, script });
    expect(waits(sent).slice(-2)).toEqual(['waiting 1 126000 throttled maybe taken', 'breaker 60000']);
    expect((sent.calls[5]?.at ?? 0) - (sent.calls[4]?.at ?? 0)).toBe(126_000);
    expect(sent.says.at(-1)).toBe('accepted 2');
  });
});

function acceptedIn(lines: readonly JournalEvent[]): readonly number[] {
  return lines.flatMap((line) => (line.type === 'attempt-end' && line.outcome === 'accepted' ? [line.batch] : []));
}
