import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimits } from '../../../../src/sandbox/gate/limits';
import type { SandboxClock } from '../../../../src/sandbox/clock';
import { createSeededRandom } from '../../../support/seededRandom';
import { SimulatedClock } from '../../../support/simulatedClock';
import type { Act } from './sendingRig';
import { failing, send } from './sendingRig';

/** Calls a second that the service permits. */
const PERMITTED = 8;

describe('requests under way', () => {
  it.each([
    [0, 1],
    [50, 1],
    [120, 1],
    [200, 2],
    [400, 4],
    [900, 8],
    [5000, 8],
  ])('of %i ms each are %i at most, as many as the pace needs', async (after, most) => {
    const sent = await send({ batches: 60, script: () => ({ after }) });
    expect(sent.most).toBe(most);
  });

  it('become fewer when answers come sooner again', async () => {
    let [underWay, most] = [0, 0];
    const sent = await send({
      batches: 120,
      script: (count) => ({ after: count < 40 ? 900 : 20 }),
      hear: (event) => {
        if (event.type === 'batch-start') underWay += 1;
        if (event.type === 'accepted') underWay -= 1;
        if (event.type === 'batch-start' && event.batch > 80) most = Math.max(most, underWay);
      },
    });
    expect([sent.most, most]).toEqual([8, 1]);
  });
});

describe('the pace of a sending', () => {
  it.each([
    [0, 0.95],
    [40, 0.95],
    [120, 0.95],
    [200, 0.95],
  ])(
    'with answers after %i ms is at least %d of what the sandbox permits, and none is refused, over 2,000 calls',
    async (after, share) => {
      const clock = new SimulatedClock(1_000_000);
      const limits = createLimits(sandboxClock(clock), { uploadsPerDay: 10_000 });
      const refused: number[] = [];
      const sent = await send({
        batches: 2000,
        clock,
        script: (count) => {
          if (limits.refuse('upload') === undefined) return { after };
          refused.push(count);
          return { status: 429 };
        },
      });
      const seconds = ((sent.calls.at(-1)?.at ?? 0) - (sent.calls[0]?.at ?? 0)) / 1000;
      expect(refused).toEqual([]);
      expect(sent.calls).toHaveLength(2000);
      expect(1999 / seconds / PERMITTED).toBeGreaterThanOrEqual(share);
    },
  );

  it('has no window over 40 and no call within a demanded wait, over 10,000 calls of every kind', async () => {
    const random = createSeededRandom(4);
    const clock = new SimulatedClock(1_000_000);
    /** When each call is answered, and how long no other may be made from then on. */
    const demands: (readonly [answeredAt: number, until: number])[] = [];
    const script = (): Act => {
      const after = random() * 700;
      const kind = random();
      if (kind < 0.004) {
        const seconds = Math.ceil(random() * 20);
        demands.push([clock.now() + after, clock.now() + after + seconds * 1000]);
        return { after, status: kind < 0.002 ? 429 : 503, headers: { 'retry-after': String(seconds) } };
      }
      return kind < 0.006 ? { after, ...failing('ECONNRESET') } : { after };
    };
    // Each run checks its windows of five seconds, see `checkCalls`
    const sent = await send({ batches: 10_000, clock, script, random });
    expect(sent.calls.length).toBeGreaterThan(10_000);
    expect(demands.length).toBeGreaterThan(20);
    const early = demands.flatMap(([from, until]) => sent.calls.filter(({ at }) => at > from && at < until));
    expect(early).toEqual([]);
    expect(sent.says.at(-1)).toMatch(/^accepted/);
  });
});

describe('the order of requests', () => {
  const fault = fc.constantFrom<Act>(
    {},
    {},
    {},
    failing('ECONNRESET'),
    failing('ENOTFOUND'),
    { status: 503 },
    { status: 429, headers: { 'retry-after': '2' } },
  );
  const acts = fc.array(fc.tuple(fault, fc.integer({ min: 0, max: 2000 })), { minLength: 1, maxLength: 40 });

  it('is that of the plan for each first attempt, and a batch is under way once at a time', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.integer({ min: 1, max: 30 }), async (script, batches) => {
        const underWay = new Set<number>();
        const sent = await send({
          batches,
          script: (count) => {
            const [act, after] = script[count % script.length] ?? [{}, 0];
            return { ...act, after };
          },
          hear: (event) => {
            if (event.type === 'batch-start') {
              expect(underWay.has(event.batch)).toBe(false);
              underWay.add(event.batch);
            } else if ('operations' in event) underWay.delete(event.batch);
          },
        });
        expect(underWay.size).toBe(0);
        expect(sent.most).toBeLessThanOrEqual(8);
        const firsts = sent.lines.flatMap((line) =>
          line.type === 'attempt-start' && line.attempt === 1 ? [line.batch] : [],
        );
        expect(firsts).toEqual([...firsts].sort((left, right) => left - right));
        const starts = sent.lines.flatMap((line) =>
          line.type === 'attempt-start' ? [`${line.batch}.${line.attempt}`] : [],
        );
        const ends = sent.lines.flatMap((line) =>
          line.type === 'attempt-end' ? [`${line.batch}.${line.attempt}`] : [],
        );
        expect(new Set(starts).size).toBe(starts.length);
        expect([...ends].sort()).toEqual([...starts].sort());
      }),
      { numRuns: 100, seed: 16 },
    );
  });
});

function sandboxClock(clock: SimulatedClock): SandboxClock {
  return { now: () => clock.now(), after: () => ({ dispose: () => undefined }) };
}
