import { describe, expect, it } from 'vitest';
import type { LostBody, PlannedBody } from '../../../../src/core/run/plannedBody';
import { SendControl } from '../../../../src/tenant/sending/sendControl';
import { sendBatches } from '../../../../src/tenant/sending/sendBatches';
import type { BatchStatus } from '../../../../src/tenant/sending/sendOptions';
import type { JobTenant } from '../../../../src/tenant/tenant';
import { createManualClock } from '../../../support/manualClock';
import { sendingOptions } from '../../../support/sendingOptions';
import { SimulatedClock } from '../../../support/simulatedClock';
import { failing, send } from './sendingRig';

const LOST = failing('ECONNRESET');

describe('a person who pauses', () => {
  it('has the request in flight awaited, and goes on later', async () => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(10, () => control.pause());
    clock.after(60_000, () => control.resume());
    const { says, lines, calls } = await send({ clock, control, script: () => ({ after: 50 }) });
    expect(says.slice(0, 5)).toEqual(['start 1.1 first', 'accepted 1', 'paused 2 asked', 'resumed', 'start 2.1 first']);
    expect(says.at(-1)).toBe('accepted 3');
    expect(calls[1]?.at).toBe(1_060_000);
    expect(lines.filter(({ type }) => type === 'paused' || type === 'resumed')).toEqual([
      { type: 'paused', why: 'asked' },
      { type: 'resumed' },
    ]);
  });

  it('and goes on before the answer is there has not paused', async () => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(10, () => control.pause());
    clock.after(20, () => control.resume());
    const { says } = await send({ clock, control, script: () => ({ after: 50 }) });
    expect(says).toHaveLength(6);
  });

  it('during a wait makes the wait no shorter', async () => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(100, () => control.pause());
    clock.after(200, () => control.resume());
    const script = (count: number) => (count === 1 ? { status: 429, headers: { 'retry-after': '60' } } : undefined);
    const { says, calls } = await send({ clock, control, script });
    expect(says.slice(1, 4)).toEqual(['waiting 1 63000 throttled', 'paused 1 asked', 'resumed']);
    expect(calls[1]?.at).toBe(1_063_000);
  });

  it('and then stops gets one message only', async () => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(10, () => control.pause());
    clock.after(500, () => control.stop());
    const { says } = await send({ clock, control, script: () => ({ after: 50 }) });
    expect(says).toEqual(['start 1.1 first', 'accepted 1', 'paused 2 asked']);
  });
});

describe('a person who ends it', () => {
  const ways = [
    ['stop', 'paused', ' asked'],
    ['cancel', 'cancelled', ''],
  ] as const;

  it.each(ways)('by %s has the request in flight awaited', async (way, event, why) => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(10, () => control[way]());
    const { says, calls, pulled, lines } = await send({ clock, control, script: () => ({ after: 50 }) });
    expect(says).toEqual(['start 1.1 first', 'accepted 1', `${event} 2${why}`]);
    expect([calls.length, pulled]).toEqual([1, [1]]);
    expect(lines.at(-1)).toEqual(way === 'stop' ? { type: 'paused', why: 'asked' } : { type: 'cancelled' });
  });

  it.each(ways)('by %s in a wait ends the wait', async (way, event, why) => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(1000, () => control[way]());
    const { says } = await send({ clock, control, script: () => ({ status: 429 }) });
    expect(says).toEqual(['start 1.1 first', 'waiting 1 2500 throttled', `${event} 1${why}`]);
    expect(clock.now()).toBe(1_001_000);
  });

  it.each(ways)('by %s before it begins has nothing sent', async (way, event, why) => {
    const control = new SendControl();
    control[way]();
    const { says, calls, pulled } = await send({ control });
    expect([says, calls, pulled]).toEqual([[`${event} 1${why}`], [], []]);
  });

  it.each(ways)('by %s after the last request has nothing to end', async (way) => {
    const control = new SendControl();
    const { says } = await send({
      control,
      hear: (event) => {
        if (event.type === 'accepted' && event.batch === 3) control[way]();
      },
    });
    expect(says.at(-1)).toBe('accepted 3');
  });

  it('while a lost request waits for its repeat leaves it unknown', async () => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(100, () => control.cancel());
    const { says } = await send({ clock, control, script: () => LOST });
    expect(says).toEqual(['start 1.1 first', 'waiting 1 1000 unknown maybe taken', 'cancelled 1']);
  });

  it('at once gives up the request in flight, whose outcome is unknown', async () => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(10, () => control.cancel());
    clock.after(20, () => control.giveUp());
    const { says } = await send({ clock, control, script: () => ({ after: 50_000 }) });
    expect(says).toEqual(['start 1.1 first', 'failed 1 unknown maybe taken', 'cancelled 1']);
    expect(clock.now()).toBe(1_000_020);
  });

  it('has all requests under way awaited', async () => {
    const clock = new SimulatedClock(1_000_000);
    const control = new SendControl();
    clock.after(9000, () => control.cancel());
    const { says, calls, most } = await send({ batches: 100, clock, control, script: () => ({ after: 900 }) });
    expect(most).toBeGreaterThan(4);
    expect(says.filter((text) => text.startsWith('accepted'))).toHaveLength(calls.length);
    expect(says.at(-1)).toBe(`cancelled ${calls.length + 1}`);
  });
});

describe('a run that is resumed', () => {
  const settled: BatchStatus = { isSettled: true, attempts: 1, spent: 0, isUnknown: false };
  const unknown: BatchStatus = { isSettled: false, attempts: 2, spent: 1, isUnknown: true };
  const batchStatus = (batch: number): BatchStatus | undefined =>
    batch === 1 || batch === 3 ? settled : batch === 2 ? unknown : undefined;

  it('sends only what is not settled, and counts attempts on', async () => {
    const { says, lines } = await send({ batches: 4, more: { batchStatus } });
    expect(says).toEqual(['start 2.3 resumed maybe twice', 'accepted 2 maybe twice', 'start 4.1 first', 'accepted 4']);
    expect(lines[0]).toMatchObject({ type: 'attempt-start', batch: 2, attempt: 3, reason: 'resumed' });
  });

  it('names the first batch that is not settled where it cannot go on', async () => {
    const control = new SendControl();
    control.stop();
    expect((await send({ batches: 4, more: { batchStatus }, control })).says).toEqual(['paused 2 asked']);
    const all = () => settled;
    expect((await send({ batches: 4, more: { batchStatus: all }, control })).says).toEqual([]);
  });

  it('settles what is unknown before anything later, where that is wanted', async () => {
    const slow = (batch: number) => ({ after: 900, ...(batch === 30 ? LOST : {}) });
    const lateUnknown = (batch: number) => (batch === 30 ? unknown : undefined);
    const run = (settlesUnknownFirst: boolean) =>
      send({
        batches: 60,
        script: (_, batch, ofBatch) => (ofBatch <= 2 ? slow(batch) : { after: 900 }),
        more: { batchStatus: lateUnknown, settlesUnknownFirst },
      });
    const between = ({ says }: Awaited<ReturnType<typeof send>>) =>
      says.slice(says.indexOf('start 30.3 resumed maybe twice') + 1, says.indexOf('accepted 30 maybe twice'));
    const startsLater = (text: string) => /^start (3[1-9]|[4-6]\d)/.test(text);
    expect(between(await run(true)).filter(startsLater)).toEqual([]);
    expect(between(await run(false)).filter(startsLater).length).toBeGreaterThan(0);
  });
});

describe('bodies', () => {
  const lost: LostBody = { kind: 'lost', number: 3, message: 'It was changed.', remedy: 'Send it again.' };
  const body = (number: number): PlannedBody => ({
    kind: 'body',
    number,
    operations: 1,
    body: JSON.stringify({ batch: number }),
  });

  it('that are not what was planned end it, and nothing of them is sent', async () => {
    const { says, calls, events } = await send({ batches: 4, bodies: [body(1), body(2), lost, body(4)] });
    expect(says.slice(-3)).toEqual(['accepted 2', 'failed 3 not-sent', 'paused 3 source']);
    expect(calls.map(({ batch }) => batch)).toEqual([1, 2]);
    expect(events.at(-1)).toMatchObject({ cause: 'It was changed.', remedy: 'Send it again.' });
  });

  it('that cannot be made, and tenants with bugs, are our own mistakes', async () => {
    function* broken(): Generator<PlannedBody> {
      yield body(1);
      throw new RangeError('our bug');
    }
    await expect(send({ bodies: broken() })).rejects.toThrow('our bug');
    await expect(send({ bodies: [body(9)] })).rejects.toThrow('batch 9 is not in the plan');
    const tenant = { upload: () => Promise.reject(new RangeError('another bug')) } as unknown as JobTenant;
    const options = sendingOptions(createManualClock(), 1);
    await expect(
      sendBatches(tenant, [body(1)], options)
        .next()
        .then(() => undefined),
    ).resolves.toBeUndefined();
    const all = async () => {
      for await (const { type } of sendBatches(tenant, [body(1)], options)) expect(type).toBe('batch-start');
    };
    await expect(all()).rejects.toThrow('another bug');
  });

  it('end, and requests in flight are awaited and written down, when nobody listens any more', async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<PlannedBody> {
      try {
        for (let number = 1; number <= 5; number++) yield await Promise.resolve(body(number));
      } finally {
        isClosed = true;
      }
    }
    let answer: () => void = () => undefined;
    const tenant = {
      upload: () =>
        new Promise((resolve) => {
          answer = () => resolve({ requestId: 'r', clientRequestId: 'c', acceptedAt: '', location: '' });
        }),
    } as unknown as JobTenant;
    const options = sendingOptions(createManualClock(), 5);
    const listen = async () => {
      for await (const event of sendBatches(tenant, source(), options)) if (event.type === 'batch-start') break;
    };
    const listening = listen();
    await new Promise((resolve) => setImmediate(resolve));
    answer();
    await listening;
    expect(isClosed).toBe(true);
    expect(options.lines).toMatchObject([{ type: 'attempt-start' }, { type: 'attempt-end', outcome: 'accepted' }]);
  });
});
