import { describe, expect, it } from 'vitest';
import { NotSentError, RejectedError, ThrottledError, UnknownOutcomeError } from '../../../../src/tenant/errors';
import type { LostBody, PlannedBody } from '../../../../src/core/run/plannedBody';
import { SendControl } from '../../../../src/tenant/sending/sendControl';
import type { SendEvent } from '../../../../src/tenant/sending/sendEvent';
import { sendBatches } from '../../../../src/tenant/sending/sendBatches';
import type { JobTenant, UploadReceipt } from '../../../../src/tenant/tenant';
import { createManualClock } from '../../../support/manualClock';
import { sendingOptions } from '../../../support/sendingOptions';

const receipt: UploadReceipt = {
  requestId: 'r',
  clientRequestId: 'c',
  acceptedAt: '2026-11-30T08:00:00Z',
  location: '',
};
const facts = { remedy: 'Do something.' };

/** A tenant whose uploads end like this, in turn; after the last all are accepted. */
function tenantWith(outcomes: readonly (Error | (() => void))[]): {
  readonly tenant: JobTenant;
  readonly sent: string[];
} {
  const sent: string[] = [];
  return {
    sent,
    tenant: {
      kind: 'sandbox',
      name: 't',
      jobId: 'j',
      upload: async (body) => {
        const outcome = outcomes[sent.push(body) - 1];
        if (outcome instanceof Error) throw outcome;
        outcome?.();
        return receipt;
      },
      readLog: () => {
        throw new Error('Nobody reads here.');
      },
    },
  };
}

function* batches(count: number, pulled: number[] = []): Generator<PlannedBody> {
  for (let number = 1; number <= count; number++) {
    pulled.push(number);
    yield { kind: 'body', number, operations: 50, body: `body${number}` };
  }
}

const say = (event: SendEvent): string =>
  [
    event.type,
    'batch' in event ? event.batch : '',
    event.type === 'batch-start' && event.attempt > 1 ? `attempt ${event.attempt}` : '',
    event.type === 'waiting' ? `${event.ms} ${event.reason}` : '',
    event.type === 'paused' && event.until !== undefined ? new Date(event.until).toISOString() : '',
  ]
    .filter(Boolean)
    .join(' ');

async function send(
  outcomes: readonly (Error | (() => void))[],
  count: number,
  {
    clock = createManualClock(),
    control = new SendControl(),
  }: { readonly control?: SendControl; readonly clock?: ReturnType<typeof createManualClock> } = {},
): Promise<{ events: string[]; sent: string[]; pulled: number[]; last: SendEvent | undefined }> {
  const { tenant, sent } = tenantWith(outcomes);
  const pulled: number[] = [];
  const all: SendEvent[] = [];
  for await (const event of sendBatches(tenant, batches(count, pulled), {
    ...sendingOptions(clock, count),
    control,
    random: () => 0.5,
    wallClock: () => Date.UTC(2026, 10, 30, 8),
  })) {
    all.push(event);
  }
  return { events: all.map(say), sent, pulled, last: all.at(-1) };
}

describe('sendBatches', () => {
  it('sends one batch after the other', async () => {
    const { events, sent, last } = await send([], 2);
    expect(events).toEqual(['batch-start 1', 'accepted 1', 'batch-start 2', 'accepted 2']);
    expect(sent).toEqual(['body1', 'body2']);
    expect(last).toMatchObject({ type: 'accepted', batch: 2, operations: 50, receipt });
  });

  it('does not run out of turns', async () => {
    expect((await send([], 100)).sent).toHaveLength(100);
  });

  it('sends nothing of nothing', async () => {
    expect((await send([], 0)).events).toEqual([]);
  });

  it.each([
    ['rejected', new RejectedError('no', facts)],
    ['unknown', new UnknownOutcomeError('who knows', facts)],
    ['not sent', new NotSentError('offline', facts)],
  ])('stops at a batch that is %s, once, and pulls no other', async (_, error) => {
    const { events, sent, pulled, last } = await send([() => undefined, error], 4);
    expect(events).toEqual(['batch-start 1', 'accepted 1', 'batch-start 2', 'failed 2']);
    expect(sent).toEqual(['body1', 'body2']);
    expect(pulled).toEqual([1, 2]);
    expect(last).toMatchObject({ error });
  });

  it('waits out a 429 and sends the same bytes again', async () => {
    const clock = createManualClock(0);
    const throttled = new ThrottledError('wait', facts);
    const demanding = new ThrottledError('wait', { ...facts, retryAfterMs: 60_000 });
    const { events, sent } = await send([throttled, throttled, demanding], 1, { clock });
    expect(events).toEqual([
      'batch-start 1',
      'waiting 1 2500 throttled',
      'batch-start 1 attempt 2',
      'waiting 1 5000 throttled',
      'batch-start 1 attempt 3',
      'waiting 1 63000 daily-limit-likely',
      'batch-start 1 attempt 4',
      'accepted 1',
    ]);
    expect(new Set(sent)).toEqual(new Set(['body1']));
    expect(clock.now()).toBe(2500 + 5000 + 63_000);
  });

  it('takes a long demand for the daily limit', async () => {
    const { events } = await send([new ThrottledError('wait', { ...facts, retryAfterMs: 300_001 })], 1);
    expect(events[1]).toBe('waiting 1 315002 daily-limit-likely');
  });

  it.each([
    [600_001, 'paused 1 2026-11-30T08:10:00.001Z'],
    [86_400_000, 'paused 1 2026-12-01T08:00:00.000Z'],
    [315_360_000_000, 'paused 1 2036-11-27T08:00:00.000Z'],
  ])('sits out no demand of %i ms: it pauses, and says until when', async (retryAfterMs, paused) => {
    const clock = createManualClock(0);
    const { events, sent, pulled } = await send([new ThrottledError('wait', { ...facts, retryAfterMs })], 3, { clock });
    expect(events).toEqual(['batch-start 1', paused]);
    expect([sent, pulled, clock.now()]).toEqual([['body1'], [1], 0]);
  });

  it.each([
    [600_000, 'waiting 1 600000 daily-limit-likely'],
    [590_000, 'waiting 1 600000 daily-limit-likely'],
    [300_000, 'waiting 1 315000 throttled'],
  ])('waits out %i ms, and what it adds makes no pause of it', async (retryAfterMs, waiting) => {
    const { events } = await send([new ThrottledError('wait', { ...facts, retryAfterMs })], 1);
    expect(events).toEqual(['batch-start 1', waiting, 'batch-start 1 attempt 2', 'accepted 1']);
  });

  it('does not go on at once again and again when it is asked for no wait', async () => {
    const clock = createManualClock(0);
    const none = new ThrottledError('wait', { ...facts, retryAfterMs: 0 });
    const { events } = await send([none, none, none], 1, { clock });
    expect(events.filter((event) => event.startsWith('waiting'))).toEqual([
      'waiting 1 0 throttled',
      'waiting 1 5000 throttled',
      'waiting 1 10000 daily-limit-likely',
    ]);
  });

  it('gives up when nothing but 429 comes', async () => {
    const { events, sent } = await send(Array<Error>(20).fill(new ThrottledError('wait', facts)), 2);
    expect(events.at(-1)).toBe('failed 1');
    expect(sent).toHaveLength(10);
  });

  it('lets the request in flight finish when it is cancelled', async () => {
    const control = new SendControl();
    const { events, sent } = await send([() => control.cancel()], 3, { control });
    expect(events).toEqual(['batch-start 1', 'accepted 1', 'cancelled 2']);
    expect(sent).toEqual(['body1']);
  });

  it('stops waiting when it is cancelled', async () => {
    const control = new SendControl();
    const clock = createManualClock(0);
    clock.after(1000, () => control.cancel());
    const { events } = await send([new ThrottledError('wait', facts)], 3, { control, clock });
    expect(events).toEqual(['batch-start 1', 'waiting 1 2500 throttled', 'cancelled 1']);
    expect(clock.now()).toBe(1000);
  });

  it('sends nothing when it was cancelled before', async () => {
    const control = new SendControl();
    control.cancel();
    const { events, sent } = await send([], 3, { control });
    expect([events, sent]).toEqual([['cancelled 1'], []]);
  });

  it('lets our own errors rise', async () => {
    await expect(send([new RangeError('our bug')], 1)).rejects.toThrow('our bug');
  });

  it('stops at a body that is not what was planned, and sends nothing of it', async () => {
    const { tenant, sent } = tenantWith([]);
    const lost: LostBody = { kind: 'lost', number: 3, message: 'It was changed.', remedy: 'Send it again.' };
    const events: SendEvent[] = [];
    const bodies = [...batches(2), lost, ...batches(1)];
    for await (const event of sendBatches(tenant, bodies, sendingOptions(createManualClock(), 4))) events.push(event);
    expect(sent).toEqual(['body1', 'body2']);
    expect(events.at(-1)).toMatchObject({
      type: 'failed',
      batch: 3,
      error: { name: 'ChangedSourceError', outcome: 'not-sent', message: 'It was changed.', remedy: 'Send it again.' },
    });
  });

  it('gives its turn back and ends the source when nobody listens any more', async () => {
    let ended = false;
    async function* source(): AsyncGenerator<PlannedBody> {
      try {
        yield* batches(5);
      } finally {
        ended = true;
      }
    }
    const { tenant, sent } = tenantWith([]);
    for await (const event of sendBatches(tenant, source(), sendingOptions(createManualClock(), 5))) {
      if (event.type === 'accepted') break;
    }
    expect(sent).toEqual(['body1']);
    expect(ended).toBe(true);
  });
});
