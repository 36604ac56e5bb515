import { describe, expect, it } from 'vitest';
import { backOff } from '../../../../src/tenant/backOff';
import type { Pace } from '../../../../src/tenant/sending/throttle';
import { createPace, paceTime } from '../../../../src/tenant/sending/throttle';
import { createSeededRandom } from '../../../support/seededRandom';
import { SimulatedClock } from '../../../support/simulatedClock';

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

/** When calls start that are each answered after a while, at most so many at a time. */
async function startsOf(calls: number, clock: SimulatedClock, pace: Pace, latency: () => number, lanes = 1) {
  const starts: number[] = [];
  const lane = async (): Promise<void> => {
    while (starts.length < calls) {
      const wait = pace.wait();
      if (wait > 0) {
        await clock.delay(Math.min(wait, 1000));
        continue;
      }
      const turn = pace.take();
      starts.push(clock.now());
      await clock.delay(latency());
      turn.answered();
    }
  };
  await clock.during(Promise.all(Array.from({ length: lanes }, lane)));
  return starts;
}

describe('paceTime', () => {
  it.each([0, 1, 2, 40])('is what the pace takes for %i calls that are answered at once', async (calls) => {
    const clock = new SimulatedClock(1000);
    const starts = await startsOf(calls, clock, createPace({ clock }), () => 0);
    expect(paceTime(calls)).toBe((starts.at(-1) ?? 0) - (starts[0] ?? 0));
  });
});

describe('createPace', () => {
  it.each([
    ['quick answers', { latency: 5, lanes: 1 }, 0.98],
    ['slow answers', { latency: 900, lanes: 8 }, 0.84],
    ['answers of any length', { latency: 3000, lanes: 8 }, 0.5],
  ])('has no window over 40 calls, wherever they arrive, with %s', async (_, { latency, lanes }, share) => {
    const clock = new SimulatedClock();
    const random = createSeededRandom(7);
    const arrivals: number[] = [];
    const delay = (): number => {
      const whole = random() * latency;
      // A call is counted when it arrives, somewhere between its start and its answer
      arrivals.push(clock.now() + random() * whole);
      return whole;
    };
    const starts = await startsOf(3000, clock, createPace({ clock }), delay, lanes);
    arrivals.sort((left, right) => left - right);
    expect(busiest(arrivals, 5000)).toBeLessThanOrEqual(40);
    expect(starts.length / (((starts.at(-1) ?? 0) * 8) / 1000)).toBeGreaterThan(share);
  });

  it('can be made slower, and no faster than the window permits', () => {
    const clock = new SimulatedClock();
    expect(createPace({ clock, perSecond: 2 }).spacing).toBe(500);
    expect(createPace({ clock, perSecond: 1000 }).spacing).toBe(createPace({ clock }).spacing);
    expect(createPace({ clock }).spacing).toBeGreaterThan(125);
  });

  it('spaces calls evenly, and makes up for timers that fire late', () => {
    const clock = new SimulatedClock(1000);
    const pace = createPace({ clock, perSecond: 4 });
    expect(pace.wait()).toBe(0);
    pace.take().answered();
    expect(pace.wait()).toBe(250);
    clock.after(260, () => undefined);
    return clock.during(clock.delay(260)).then(() => {
      expect(pace.wait()).toBe(0);
      pace.take().answered();
      expect(pace.wait()).toBe(240);
    });
  });

  it('does not make up for a pause', async () => {
    const clock = new SimulatedClock();
    const pace = createPace({ clock, perSecond: 4 });
    pace.take().answered();
    await clock.during(clock.delay(60_000));
    pace.take().answered();
    expect(pace.wait()).toBe(250);
  });

  it('waits for an answer when all slots are under way', async () => {
    const clock = new SimulatedClock();
    const pace = createPace({ clock, window: { calls: 1, ms: 1000 } });
    const first = pace.take();
    expect(pace.wait()).toBe(Infinity);
    await clock.during(clock.delay(50));
    first.answered();
    // Saying it twice gives no second slot back
    first.answered();
    expect(pace.wait()).toBe(1005);
    await clock.during(clock.delay(1005));
    expect(pace.wait()).toBe(0);
    pace.take();
    expect(pace.wait()).toBe(Infinity);
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
