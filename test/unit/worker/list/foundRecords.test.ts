import { describe, expect, it } from 'vitest';
import { FoundRecords } from '../../../../src/worker/list/foundRecords';

describe('FoundRecords', () => {
  const found = new FoundRecords();
  const even = Array.from({ length: 3000 }, (_, index) => (index + 1) * 2);
  for (const number of even) found.add(number);

  it.each([
    [2, 0],
    [6000, 2999],
    [3000, 1499],
    [1, undefined],
    [3001, undefined],
    [6002, undefined],
  ])('of the even numbers, %i has the place %s', (number, place) => {
    expect(found.placeOf(number)).toBe(place);
  });

  it('gives those from a place on, as many as there are', () => {
    expect([found.slice(2, 2), found.slice(2999, 9), found.slice(5000, 9)]).toEqual([[6, 8], [6000], []]);
    expect([...found]).toEqual(even);
    expect(found.count).toBe(3000);
    expect(new FoundRecords().placeOf(1)).toBeUndefined();
  });
});
