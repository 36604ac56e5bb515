import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throttleBoth, throttleTrailing } from '../../../src/host/throttleTrailing';

describe('what may be called often', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** How often it has run after each call, when the calls come at these milliseconds; at last after all is quiet. */
  function runsAt(throttle: typeof throttleBoth, times: readonly number[]): readonly number[] {
    let runs = 0;
    const { call } = throttle(60, () => runs++);
    let now = 0;
    const seen = times.map((time) => {
      vi.advanceTimersByTime(time - now);
      now = time;
      call();
      return runs;
    });
    vi.advanceTimersByTime(1000);
    return [...seen, runs];
  }

  it.each([
    ['once', [0], [1, 1]],
    ['twice in a row', [0, 10], [1, 1, 2]],
    ['a row longer than the pause', [0, 50, 70, 130], [1, 1, 2, 3, 4]],
    ['with pauses', [0, 200, 400], [1, 2, 3, 3]],
  ])('runs at once, and once more for what follows soon: called %s', (_how, times, expected) => {
    expect(runsAt(throttleBoth, times)).toEqual(expected);
  });

  it('runs once after the last call where the first may wait, too', () => {
    expect(runsAt(throttleTrailing, [0, 10, 80])).toEqual([0, 0, 1, 2]);
  });

  it('does not run any more once it is let go of', () => {
    let runs = 0;
    const { call, dispose } = throttleBoth(60, () => runs++);
    call();
    call();
    dispose();
    vi.advanceTimersByTime(1000);
    expect(runs).toBe(1);
  });
});
