import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/tenant/clock';

describe('systemClock', () => {
  it('stops waiting at once when it is aborted, however long the wait', async () => {
    const abort = new AbortController();
    const waiting = systemClock.delay(10 * 365 * 86_400_000, abort.signal);
    abort.abort();
    await waiting;
    await systemClock.delay(10 * 365 * 86_400_000, AbortSignal.abort());
    expect(abort.signal.aborted).toBe(true);
  });
  it('does not wait for nothing', async () => {
    const before = systemClock.now();
    await systemClock.delay(0);
    await systemClock.delay(-5);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  });
});
