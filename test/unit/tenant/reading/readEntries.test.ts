import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../src/core/logs/logEntry';
import { parseLogEntry } from '../../../../src/core/logs/logEntry';
import type { TenantError } from '../../../../src/tenant/errors';
import { RejectedError, ThrottledError, UnknownOutcomeError } from '../../../../src/tenant/errors';
import { readEntries } from '../../../../src/tenant/reading/readEntries';
import { createSpacing } from '../../../../src/tenant/reading/spacing';
import type { JobTenant } from '../../../../src/tenant/tenant';
import { createManualClock } from '../../../support/manualClock';
import { SimulatedClock } from '../../../support/simulatedClock';

const START = Date.UTC(2026, 10, 30, 8);
const remedy = 'Wait.';
const lost = new UnknownOutcomeError('Lost.', { remedy });

function entry(id: string): LogEntry {
  const parsed = parseLogEntry({ id, activityDateTime: new Date(START).toISOString() });
  if (parsed === undefined) throw new Error('not an entry');
  return parsed;
}

type Look = readonly (readonly string[])[] | TenantError;

/** Reads these looks of pages, one after the other, and stops after the last. */
async function read(looks: readonly Look[], follow?: { readonly outage: number; readonly longestInterval?: number }) {
  const clock = createManualClock(START);
  const stop = new AbortController();
  const [reads, sinces, given, waits]: [number[], unknown[], string[][], number[]] = [[], [], [], []];
  const left = [...looks];
  const tenant: JobTenant = {
    kind: 'real',
    name: 'Contoso',
    jobId: 'j',
    upload: () => Promise.reject(new Error('Nobody sends here.')),
    async *readLog({ since }, _, turn) {
      await turn?.();
      sinces.push(since);
      const look = left.shift() ?? [];
      if (left.length === 0) stop.abort();
      reads.push(clock.now() - START);
      if (!Array.isArray(look)) throw look as TenantError;
      for (const [index, page] of (look as readonly (readonly string[])[]).entries()) {
        if (index > 0) await turn?.();
        yield page.map(entry);
      }
    },
  };
  const options = {
    clock,
    signal: stop.signal,
    random: () => 1,
    wallClock: () => clock.now(),
    ...(follow && { follow: { interval: 30_000, onWait: ({ ms }: { ms: number }) => waits.push(ms), ...follow } }),
  };
  let failure: unknown;
  try {
    for await (const page of readEntries(tenant, options)) given.push(page.map(({ id }) => id));
  } catch (error) {
    failure = error;
  }
  return { reads, sinces, given, waits, failure };
}

describe('entries of a log', () => {
  it('are read once, each once', async () => {
    const { given, reads, failure } = await read([
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      [],
    ]);
    expect([given, reads.length, failure]).toEqual([[['a', 'b'], ['c']], 1, undefined]);
  });

  it('are read from an hour before the newest on, once the whole log has been read', async () => {
    const { given, sinces, reads } = await read([[['a']], [['a', 'b']], []], { outage: 0 });
    expect(given).toEqual([['a'], ['b']]);
    expect(sinces).toEqual([undefined, '2026-11-30T07:00:00.000Z', '2026-11-30T07:00:00.000Z']);
    expect(reads).toEqual([0, 30_000, 60_000]);
  });

  it('are asked for more rarely while nothing new comes, and often again as soon as something does', async () => {
    const same = [['a']] as const;
    const looks = [same, same, same, same, same, same, same, [['a', 'b']], same, []] as const;
    const { reads } = await read(looks, { outage: 0, longestInterval: 200_000 });
    const waits = reads.slice(1).map((at, index) => (at - (reads[index] ?? 0)) / 1000);
    expect(waits).toEqual([30, 30, 30, 30, 60, 120, 200, 30, 30]);
  });

  it('are still read after an outage', async () => {
    const { given, waits, failure } = await read([[['a']], lost, lost, lost, [['a', 'b']], []], { outage: 3_600_000 });
    expect([given, waits, failure]).toEqual([[['a'], ['b']], [5000, 10_000, 20_000], undefined]);
  });

  it.each<[string, Look, { readonly outage: number } | undefined]>([
    ['the log cannot be read once', lost, undefined],
    ['an outage lasts too long', lost, { outage: 0 }],
    ['the log is refused', new RejectedError('No.', { status: 403, remedy }), { outage: 3_600_000 }],
    [
      'the service asks to wait for an hour',
      new ThrottledError('No.', { status: 429, remedy, retryAfterMs: 3_600_000 }),
      { outage: 9e9 },
    ],
  ])('end when %s', async (_, look, follow) => {
    const { failure, waits } = await read([look, [['never']], []], follow);
    expect([failure, waits]).toEqual([look, []]);
  });

  it('come at one pace for all who read the log of a tenant', async () => {
    const clock = new SimulatedClock(START);
    const calls: number[] = [];
    const tenant: JobTenant = {
      kind: 'real',
      name: 'Contoso',
      jobId: 'j',
      logSpacing: createSpacing(clock, 3000),
      upload: () => Promise.reject(new Error('Nobody sends here.')),
      async *readLog(_query, _signal, turn) {
        for (const id of ['a', 'b', 'c']) {
          await turn?.();
          calls.push(clock.now() - START);
          yield await Promise.resolve([entry(id)]);
        }
      },
    };
    const readAll = async (): Promise<void> => {
      for await (const _ of readEntries(tenant, { clock, signal: new AbortController().signal }));
    };
    await clock.during(Promise.all([readAll(), readAll()]));
    // The end of a list takes no turn
    expect(calls).toEqual([0, 3000, 6000, 9000, 12_000, 15_000]);
  });

  it('end without an error when they are stopped', async () => {
    const { failure } = await read([[['a']], lost], { outage: 0 });
    expect(failure).toBeUndefined();
  });
});
