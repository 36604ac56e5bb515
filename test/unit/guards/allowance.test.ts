import { describe, expect, it } from 'vitest';
import { allowance, grade, shareOf } from '../../../src/core/guards/allowance';

describe('how many a share lets through', () => {
  it.each([
    [2, 1000, 20],
    [2, 1049, 20],
    [2, 1050, 21],
    [0.1, 1000, 1],
    [0.3, 1000, 3],
    [0.29, 10_000, 29],
    [1.1, 1000, 11],
    [2.3, 1000, 23],
    [4.6, 500, 23],
    [100, 7, 7],
  ])('%d %% of %i: %i', (percent, all, expected) => {
    expect(shareOf(percent, all)).toBe(expected);
  });

  it.each([0, 1, 2, 49])('is one of %i, unless it is 0 %', (all) => {
    expect([shareOf(2, all), shareOf(0.001, all), shareOf(0, all)]).toEqual([1, 1, 0]);
  });
});

it('the lower one of count and share counts', () => {
  expect([allowance({ count: 20, percent: 2 }, 100), allowance({ count: 20, percent: 2 }, 10_000)]).toEqual([2, 20]);
});

it('a limit for typing above that for stopping is that for stopping', () => {
  expect([9, 10, 11].map((count) => grade(count, { type: 100, stop: 10 }))).toEqual([
    { decision: 'pass', limit: 10 },
    { decision: 'pass', limit: 10 },
    { decision: 'stop', limit: 10 },
  ]);
});
