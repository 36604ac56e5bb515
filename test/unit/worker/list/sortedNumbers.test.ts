import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedNumbers } from '../../../../src/worker/list/sortedNumbers';

const compare = (one: number, other: number) => (one % 1000) - (other % 1000);

function sorting(isGivenUp = () => false) {
  const shares: number[] = [];
  return { shares, sorting: { compare, isGivenUp, onProgress: (share: number) => shares.push(share) } };
}

describe('numbers that are sorted in turns', () => {
  it.each([0, 1, 4096, 4097, 100_000])('are %i in order, equal ones as they were', async (count) => {
    const numbers = Uint32Array.from({ length: count }, (_, index) => (index * 7919) % 100_003);
    const { shares, sorting: how } = sorting();
    const sorted = await sortedNumbers(numbers, how);
    expect([...(sorted ?? [])]).toEqual([...numbers].sort(compare));
    expect(shares.every((share, index) => share >= 0 && share <= 1 && share >= (shares[index - 1] ?? 0))).toBe(true);
  });

  it('are as any other sorting has them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 12_000 }), async (numbers) => {
        const sorted = await sortedNumbers(Uint32Array.from(numbers), sorting().sorting);
        expect([...(sorted ?? [])]).toEqual([...numbers].sort(compare));
      }),
      { numRuns: 20 },
    );
  });

  it('are left alone once nobody wants them', async () => {
    let turns = 0;
    const numbers = Uint32Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 300_007);
    expect(await sortedNumbers(numbers, sorting(() => ++turns > 3).sorting)).toBeUndefined();
    expect(turns).toBe(4);
  });
});
