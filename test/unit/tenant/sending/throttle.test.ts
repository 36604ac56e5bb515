import { describe, expect, it } from 'vitest';
import { backOff } from '../../../../src/tenant/backOff';
import { createPace, paceTime } from '../../../../src/tenant/sending/throttle';
import { createManualClock } from '../../../support/manualClock';
import { createSeededRandom } from '../../../support/seededRandom';

/** The greatest number of these instants in any window of `ms`. */
function busiest(instants: readonly number[], ms: number): number {
  let most = 0;
  let from = 0;
  for (let to = 0; to < instants.length; to++) {
    while ((instants[from] ?? 0) <= (instants[to] ?? 0) - ms) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

describe('paceTime', () => {
  it.each([0, 1, 2, 100])('is what the pace takes for %i calls that are answered at once', async (calls) => {
    const clock = createManualClock();
    const pace = createPace({ clock });
    const start = clock.now();
    let last = start;
    for (let call = 0; call < calls; call++) {
      const turn = await pace.turn();
      last = clock.now();
      turn?.answered();
    }
    expect(paceTime(calls)).toBe(last - start);
  });
});

describe('createPace', () => {
  it.each([
    ['the default pace', { options: {}, latency: 400, ms: 5000, most: 21, least: 8 }],
    ['a pace over the limit', { options: { perSecond: 1000 }, latency: 60, ms: 5000, most: 36, least: 35 }],
    [
      'a small window',
      { options: { perSecond: 1000, window: { calls: 3, ms: 1000 } }, latency: 60, ms: 1000, most: 3, least: 3 },
    ],
  ])(
    'keeps %s within the window where calls arrive, over 10,000 calls',
    async (_, { options, latency, ms, most, least }) => {
      const clock = createManualClock();
      const random = createSeededRandom(7);
      const pace = createPace({ clock, ...options });
      const arrivals: number[] = [];
      for (let call = 0; call < 10_000; call++) {
        const turn = await pace.turn();
        clock.advance(random() * latency);
        arrivals.push(clock.now());
        clock.advance((random() * latency) / 4);
        turn?.answered();
      }
      expect(busiest(arrivals, ms)).toBeLessThanOrEqual(most);
      expect(busiest(arrivals, ms)).toBeGreaterThanOrEqual(least);
    },
  );

  it('spaces calls evenly when answers are quick', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ clock, perSecond: 4 });
    const starts: number[] = [];
    for (let call = 0; call < 4; call++) {
      const turn = await pace.turn();
      starts.push(clock.now());
      turn?.answered();
    }
    expect(starts).toEqual([0, 255, 510, 765]);
  });

  it('waits for an answer when all slots are under way', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ clock, perSecond: 1000, window: { calls: 1, ms: 1000 } });
    const first = await pace.turn();
    const waiting = pace.turn();
    const order: string[] = [];
    const second = waiting.then(() => order.push(`second at ${clock.now()}`));
    await Promise.resolve();
    clock.advance(50);
    order.push('first answered');
    first?.answered();
    first?.answered();
    await second;
    expect(order).toEqual(['first answered', 'second at 1055']);

    // Saying twice that a call was answered gave no second slot back
    const third = pace.turn().then(() => order.push(`third at ${clock.now()}`));
    clock.advance(500);
    (await waiting)?.answered();
    await third;
    expect(order.at(-1)).toBe('third at 2560');
  });

  it('gives no turn to who has stopped waiting, and the next to the next', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ clock, perSecond: 1 });
    (await pace.turn())?.answered();
    const abort = new AbortController();
    clock.after(100, () => abort.abort());
    const [stopped, given] = await Promise.all([pace.turn(abort.signal), pace.turn()]);
    expect(stopped).toBeUndefined();
    expect(given).toBeDefined();
    expect(clock.now()).toBe(1005);
  });
});

describe('backOff', () => {
  it('waits all of what is asked for, and at most a tenth more', () => {
    expect(backOff(1, 10_000, () => 0)).toBe(10_000);
    expect(backOff(9, 10_000, () => 0.999)).toBeLessThanOrEqual(11_000);
    expect(backOff(1, 0, () => 0.5)).toBe(0);
  });
  it('doubles from 5 s to 5 min without a demand, anywhere below', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8, 30].map((count) => backOff(count, undefined, () => 1));
    expect(longest).toEqual([5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000]);
    expect(backOff(5, undefined, () => 0)).toBe(0);
  });
});
