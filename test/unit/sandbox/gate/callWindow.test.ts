import { describe, expect, it } from 'vitest';
import { createCallWindow, createQuota } from '../../../../src/sandbox/gate/callWindow';
import { randomGuid } from '../../../../src/sandbox/gate/identifiers';
import { createSeededBytes } from '../../../support/seededRandom';

describe('createCallWindow', () => {
  it('slides', () => {
    const window = createCallWindow(2, 100);
    expect([0, 50, 99, 149, 200, 250].map((now) => window.admit(now))).toEqual([true, true, false, false, true, true]);
  });
  it('shuts out who does not stop calling', () => {
    const window = createCallWindow(1, 100);
    expect([0, 60, 120, 180, 281].map((now) => window.admit(now))).toEqual([true, false, false, false, true]);
  });
});

describe('createQuota', () => {
  const DAY = 24 * 3_600_000;

  it.each<[number, readonly number[], readonly boolean[]]>([
    [0, [0], [false]],
    [1, [0, 1, DAY - 1, DAY], [true, false, false, true]],
    [2, [0, DAY / 2, DAY - 1, DAY, DAY + 1, (3 * DAY) / 2], [true, true, false, true, false, true]],
  ])('of %i at %j admits %j', (limit, times, admitted) => {
    const quota = createQuota(limit);
    expect(times.map((now) => quota.admit(now))).toEqual(admitted);
  });
});

describe('randomGuid', () => {
  it('has the form of version 4 and does not repeat', () => {
    const random = createSeededBytes();
    const guids = Array.from({ length: 200 }, () => randomGuid(random));
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(guids).size).toBe(200);
  });
});
