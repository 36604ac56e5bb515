import { describe, expect, it } from 'vitest';
import type { LimitOptions } from '../../../../src/sandbox/gate/limits';
import { createLimits } from '../../../../src/sandbox/gate/limits';
import type { CallKind } from '../../../../src/sandbox/routes';
import { createManualClock } from '../../../support/manualClock';

/** A gate, and the number of the first call of so many that it refuses; 0 when it refuses none. */
function gate(options: LimitOptions = {}) {
  const clock = createManualClock();
  const limits = createLimits(clock, options);
  const call = (kind: CallKind) => limits.refuse(kind);
  const firstRefused = (kind: CallKind, count: number) =>
    Array.from({ length: count }, () => call(kind)).findIndex((refusal) => refusal !== undefined) + 1;
  return { clock, call, firstRefused };
}

describe('the limits of the service', () => {
  it.each<[CallKind, number]>([
    ['upload', 41],
    ['log', 6],
    ['jobs', 0],
    ['applications', 0],
    ['users', 0],
  ])('of %s: call %i of a burst is the first to be refused', (kind, ordinal) => {
    expect(gate().firstRefused(kind, 100)).toBe(ordinal);
  });

  it.each<[CallKind, number, number]>([
    ['upload', 40, 5000],
    ['log', 5, 10_000],
  ])('of %s: after %i calls another one is taken %i ms later, no sooner', (kind, count, ms) => {
    const early = gate();
    expect(early.firstRefused(kind, count)).toBe(0);
    early.clock.advance(ms - 1);
    expect(early.call(kind)).toBeDefined();
    const late = gate();
    expect(late.firstRefused(kind, count)).toBe(0);
    late.clock.advance(ms);
    expect(late.call(kind)).toBeUndefined();
  });

  it('count uploads and reading the log apart', () => {
    const { call, firstRefused } = gate();
    expect(firstRefused('log', 6)).toBe(6);
    expect(call('upload')).toBeUndefined();
  });

  it('say why, and when to come again where the service says it', () => {
    const burst = gate({ retryAfter: 7 });
    burst.firstRefused('log', 5);
    expect(burst.call('log')).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '7' },
      code: 'TooManyRequests',
      message: 'Too many requests in a short time.',
    });
    const day = gate({ uploadsPerDay: 0 });
    const refusal = day.call('upload');
    expect(refusal?.message).toBe('The daily quota of the tenant is used up.');
    expect(refusal?.headers?.['Retry-After']).toBeUndefined();
  });

  it('of a day are for uploads alone, and end with the day', () => {
    const { clock, call, firstRefused } = gate({ uploadsPerDay: 3 });
    expect(firstRefused('upload', 4)).toBe(4);
    expect(call('log')).toBeUndefined();
    clock.advance(24 * 3_600_000 - 1);
    expect(call('upload')).toBeDefined();
    clock.advance(1);
    expect(call('upload')).toBeUndefined();
  });

  it('of a day do not count what a burst was refused', () => {
    const { clock, firstRefused } = gate({ uploadsPerDay: 80 });
    expect(firstRefused('upload', 60)).toBe(41);
    clock.advance(5000);
    expect(firstRefused('upload', 40)).toBe(0);
    clock.advance(5000);
    expect(firstRefused('upload', 1)).toBe(1);
  });
});
