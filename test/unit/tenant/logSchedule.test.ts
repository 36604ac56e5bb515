import { expect, it } from 'vitest';
import type { LogSchedule } from '../../../src/tenant/reconciling/logSchedule';
import { sandboxSchedule, tenantSchedule } from '../../../src/tenant/reconciling/logSchedule';

const MINUTE = 60_000;

/** Every look, in minutes. */
function looks(schedule: LogSchedule): readonly number[] {
  const all: number[] = [];
  for (let at = schedule.next(0); at !== undefined; at = schedule.next(at)) all.push(at / MINUTE);
  return all;
}

it('a tenant is asked after 5, 10, 20 and 40 minutes, then hourly, for a day', () => {
  const [first, second, third, fourth, ...hourly] = looks(tenantSchedule);
  expect([first, second, third, fourth]).toEqual([5, 10, 20, 40]);
  expect(hourly).toEqual([...Array.from({ length: 23 }, (_, index) => 100 + index * 60), 1440]);
});

it.each([
  [-1, 5],
  [0, 5],
  [5 * MINUTE - 1, 5],
  [5 * MINUTE, 10],
  [40 * MINUTE, 100],
  [100 * MINUTE - 1, 100],
  [100 * MINUTE, 160],
  [1420 * MINUTE, 1440],
  [1440 * MINUTE - 1, 1440],
])('after %d ms the next look of a tenant is at minute %d, whenever it begins', (elapsed, minute) => {
  expect(tenantSchedule.next(elapsed)).toBe(minute * MINUTE);
});

it('a tenant is not asked after a day', () => {
  expect(tenantSchedule.next(1440 * MINUTE)).toBeUndefined();
  expect(tenantSchedule.next(Infinity)).toBeUndefined();
});

it('a sandbox is asked every three seconds for two minutes, and for as long as its scenario holds entries back', () => {
  expect(looks(sandboxSchedule())).toEqual(Array.from({ length: 40 }, (_, index) => (index + 1) / 20));
  expect(looks(sandboxSchedule(10 * MINUTE)).at(-1)).toBe(12);
  expect(sandboxSchedule().next(3001)).toBe(6000);
});
