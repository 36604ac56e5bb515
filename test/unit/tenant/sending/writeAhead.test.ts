import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../../src/core/journal/journalEvent';
import { failing, send } from './sendingRig';

const full = () => Promise.reject(new Error('No space is left on the disk.'));

describe('the journal of a sending', () => {
  it('has the start of an attempt before its first byte, and its end before its event', async () => {
    const order: string[] = [];
    await send({
      batches: 2,
      append: async (event) => {
        order.push(`writing ${event.type}`);
        await Promise.resolve();
        order.push(`wrote ${event.type}`);
      },
      beforeCall: async () => void order.push('noted in the ledger'),
      script: () => {
        order.push('sent');
        return undefined;
      },
      hear: (event) => order.push(`heard ${event.type}`),
    });
    const batch = [
      'noted in the ledger',
      'writing attempt-start',
      'wrote attempt-start',
      'sent',
      'writing attempt-end',
      'wrote attempt-end',
      'heard accepted',
    ];
    expect(order.filter((text) => text !== 'heard batch-start')).toEqual([...batch, ...batch]);
  });

  it('that takes no start lets nothing be sent', async () => {
    const { says, calls, lines, events } = await send({
      append: (event) => (event.type === 'attempt-start' && event.batch === 2 ? full() : undefined),
    });
    expect(says).toEqual(['start 1.1 first', 'accepted 1', 'paused 2 journal']);
    expect(calls).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ cause: expect.stringContaining('No space is left') as string });
    expect(lines.map(({ type }) => type)).toEqual(['attempt-start', 'attempt-end']);
  });

  it.each([
    ['accepted', undefined, 'unrecorded 2 accepted'],
    ['lost', failing('ECONNRESET'), 'unrecorded 2 unknown'],
    ['refused', { status: 400 }, 'unrecorded 2 rejected'],
  ])('that takes no end gives what became of the request, to be written later: %s', async (_, act, said) => {
    const { says, events, calls } = await send({
      script: (count) => (count === 2 ? act : undefined),
      append: (event) => (event.type === 'attempt-end' && event.batch === 2 ? full() : undefined),
    });
    expect(says).toEqual([
      'start 1.1 first',
      'accepted 1',
      'start 2.1 first',
      said,
      expect.stringMatching(/^paused [23] journal$/),
    ]);
    expect(calls).toHaveLength(2);
    const entry = events.flatMap((event) => (event.type === 'unrecorded' ? [event.entry] : []));
    expect(entry).toMatchObject([{ type: 'attempt-end', batch: 2, attempt: 1, outcome: said.split(' ')[2] }]);
  });

  it('that fails with several requests under way awaits them all', async () => {
    let failed = false;
    const { says, calls, lines } = await send({
      batches: 40,
      script: () => ({ after: 600 }),
      append: (event): Promise<void> | undefined => {
        failed ||= event.type === 'attempt-end' && event.batch === 12;
        return failed ? full() : undefined;
      },
    });
    const ended = says.filter((text) => /^(accepted|unrecorded)/.test(text));
    expect(ended).toHaveLength(calls.length);
    expect(says.filter((text) => text.startsWith('unrecorded')).length).toBeGreaterThan(2);
    expect(calls.length).toBeLessThan(20);
    expect(says.at(-1)).toMatch(/^paused \d+ journal$/);
    expect(lines.some((line) => line.type === 'paused')).toBe(false);
  });

  it('that does not take that a batch is given up keeps it unknown', async () => {
    const { says } = await send({
      batches: 1,
      script: () => failing('ECONNRESET'),
      append: (event) => (event.type === 'given-up' ? full() : undefined),
    });
    expect(says.slice(-2)).toEqual(['failed 1 unknown maybe taken', 'paused 1 journal']);
  });

  it('that does not take a pause does not hide it', async () => {
    const append = (event: JournalEvent) => (event.type === 'paused' ? full() : undefined);
    const { says } = await send({ script: () => ({ status: 400 }), append });
    expect(says).toEqual(['start 1.1 first', 'failed 1 rejected', 'paused 1 journal']);
  });
});

describe('the ledger of calls', () => {
  it('that cannot be written lets nothing be sent', async () => {
    const { says, calls, lines } = await send({ beforeCall: full });
    expect([says, calls, lines]).toEqual([['paused 1 journal'], [], []]);
  });
});
