import { describe, expect, it } from 'vitest';
import type { TenantError } from '../../../../src/tenant/errors';
import {
  InterceptedError,
  NotSentError,
  RejectedError,
  SignInRefusedError,
  ThrottledError,
  UnknownOutcomeError,
} from '../../../../src/tenant/errors';
import { describeWait } from '../../../../src/tenant/reading/describeWait';
import type { ReadWait } from '../../../../src/tenant/reading/readPatience';
import { ReadPatience } from '../../../../src/tenant/reading/readPatience';
import { createManualClock } from '../../../support/manualClock';

const START = Date.UTC(2026, 10, 30, 8);
const remedy = 'Wait.';
const throttled = (retryAfterMs?: number): TenantError =>
  new ThrottledError('Too many.', { status: 429, remedy, ...(retryAfterMs !== undefined && { retryAfterMs }) });
const busy = (retryAfterMs?: number): TenantError =>
  new UnknownOutcomeError('The service failed with 503 (no reason given).', {
    status: 503,
    remedy,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
const reset = new UnknownOutcomeError('The connection failed (UND_ERR_SOCKET) before an answer came.', { remedy });
const unreached = new NotSentError('Not there.', { code: 'ECONNREFUSED', remedy });

/** A patience by a clock that nobody waits for, and calls that end as the list says, then well. */
function rig(random = 1) {
  const clock = createManualClock(START);
  const waits: ReadWait[] = [];
  const patience = new ReadPatience({
    clock,
    random: () => random,
    wallClock: () => clock.now(),
    onWait: (wait) => waits.push(wait),
  });
  const attempts: number[] = [];
  const read = (ends: readonly TenantError[], signal?: AbortSignal): Promise<string> => {
    const left = [...ends];
    return patience.read(async () => {
      attempts.push(clock.now() - START);
      const end = left.shift();
      if (end !== undefined) throw end;
      return 'done';
    }, signal);
  };
  const said = (): readonly string[] => waits.map(describeWait);
  return { clock, patience, read, attempts, said };
}

describe('the patience of reads', () => {
  it.each<[string, readonly TenantError[], number, readonly number[], readonly string[]]>([
    ['waits as long as a 429 asks', [throttled(12_000)], 0, [0, 12_000], ['The service asks to wait 12 seconds.']],
    ['adds up to a tenth', [throttled(12_000)], 0.5, [0, 12_600], ['The service asks to wait 13 seconds.']],
    ['waits as long as a 503 asks', [busy(7000)], 0, [0, 7000], ['The service asks to wait 7 seconds.']],
    [
      'waits 5 s, doubling, where a 429 does not say',
      [throttled(), throttled(), throttled()],
      1,
      [0, 5000, 15_000, 35_000],
      [5, 10, 20].map((each) => `Throttled, trying again in ${each} seconds.`),
    ],
    [
      'tries again what was lost on the way',
      [reset, busy(), reset],
      1,
      [0, 2000, 6000, 14_000],
      [
        `${reset.message} Trying again in 2 seconds.`,
        `${busy().message} Trying again in 4 seconds.`,
        `${reset.message} Trying again in 8 seconds.`,
      ],
    ],
  ])('%s', async (_, ends, random, times, words) => {
    const { read, attempts, said } = rig(random);
    expect(await read(ends)).toBe('done');
    expect(attempts).toEqual(times);
    expect(said()).toEqual(words);
  });

  it.each<[string, TenantError]>([
    ['refused', new RejectedError('No.', { status: 403, remedy })],
    ['refused at the sign-in', new SignInRefusedError('No.', { status: 401, remedy })],
    ['answered by something else', new InterceptedError('Who?', { status: 200, remedy })],
    ['kept back by a certificate', new NotSentError('No.', { code: 'CERT_HAS_EXPIRED', remedy })],
    // Nothing was there to be lost
    ['never reached', unreached],
  ])('ends at once what is %s', async (_, end) => {
    const { read, attempts, said } = rig();
    await expect(read([end])).rejects.toBe(end);
    expect([attempts, said()]).toEqual([[0], []]);
  });

  it('tries a lost network again once the service was reached', async () => {
    const { read, attempts } = rig();
    await read([]);
    expect(await read([unreached])).toBe('done');
    expect(attempts).toEqual([0, 0, 2000]);
  });

  it('tries again when signing in was lost on the way', async () => {
    const { read } = rig();
    expect(await read([new NotSentError('Signing in failed.', { remedy, cause: reset })])).toBe('done');
  });

  it('gives up the fifth loss and the tenth refusal in a row', async () => {
    const [lossy, refused] = [rig(0), rig(0)];
    await expect(lossy.read(Array<TenantError>(9).fill(reset))).rejects.toBe(reset);
    expect(lossy.attempts).toHaveLength(5);
    await expect(refused.read(Array.from({ length: 99 }, () => throttled()))).rejects.toBeInstanceOf(ThrottledError);
    expect(refused.attempts).toHaveLength(10);
  });

  it('ends with the time when it is asked to wait for more than ten minutes', async () => {
    const { read, attempts, said } = rig(0);
    await expect(read([throttled(3_600_000)])).rejects.toMatchObject({
      outcome: 'throttled',
      message: 'The service accepts no reads before 2026-11-30 09:00 UTC.',
      remedy: 'Try again after 2026-11-30 09:00 UTC.',
      retryAfterMs: 3_600_000,
    });
    expect([attempts, said()]).toEqual([[0], []]);
    expect(await rig(0).read([throttled(600_000)])).toBe('done');
  });

  it('keeps every other read back while the service asks to wait', async () => {
    const timers: (() => void)[] = [];
    let now = 0;
    const delay = (ms: number): Promise<void> =>
      new Promise((resolve) => {
        timers.push(() => {
          now = Math.max(now, ms);
          resolve();
        });
      });
    const patience = new ReadPatience({ clock: { now: () => now, delay }, random: () => 0 });
    const made: string[] = [];
    const one = patience.read(async () => {
      if (made.push('one') === 1) throw throttled(9000);
    });
    await expect.poll(() => timers.length).toBe(1);
    const other = patience.read(async () => made.push('other'));
    await expect.poll(() => timers.length).toBe(2);
    expect(made).toEqual(['one']);
    for (const ring of timers) ring();
    await Promise.all([one, other]);
    expect(made.slice(1).sort()).toEqual(['one', 'other']);
  });

  it('stops waiting when it is cancelled', async () => {
    const { patience } = rig();
    const stop = new AbortController();
    let calls = 0;
    const read = patience.read(async () => {
      calls += 1;
      stop.abort();
      throw throttled(1000);
    }, stop.signal);
    await expect(read).rejects.toBeInstanceOf(ThrottledError);
    await expect(patience.read(async () => (calls += 1), stop.signal)).rejects.toThrow('cancelled');
    expect(calls).toBe(1);
  });

  it('does not touch what is our own mistake', async () => {
    const mistake = new Error('ours');
    await expect(rig().patience.read(() => Promise.reject(mistake))).rejects.toBe(mistake);
  });
});
