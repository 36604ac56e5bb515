import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKeptPage } from '../../../src/preview/keptPage';

describe('what a page has kept', () => {
  it('is read again', () => {
    const kept = { share: { wide: 40, narrow: 30.5 } };
    expect(parseKeptPage(structuredClone(kept))).toEqual(kept);
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { share: 7 },
    { share: { wide: 'a', narrow: 3 } },
    { share: { wide: 900 } },
  ])('of %j nothing is taken', (given) => {
    expect(parseKeptPage(given)).toEqual({});
  });

  it('is nothing else than what it may be, whatever is given', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(Object.keys(parseKeptPage({ ...(given as object), other: 1 }))).not.toContain('other');
      }),
    );
  });
});
