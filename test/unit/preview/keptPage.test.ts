import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKeptPage, withoutText } from '../../../src/preview/keptPage';

describe('what a page has kept', () => {
  it('is read again', () => {
    const kept = {
      share: { wide: 40, narrow: 30.5 },
      columns: [0, 7],
      widths: { name: 200, 7: 90 },
      extract: 'file:///a.csv',
      mapping: 'file:///a.scimmap',
      record: 12,
      top: 3,
      filter: { state: 'refused' },
      sort: { by: 7, isDescending: true },
      tab: 'requests',
    };
    expect(parseKeptPage(structuredClone(kept))).toEqual(kept);
  });

  it('holds no text that somebody looked for', () => {
    expect(parseKeptPage({ filter: { text: 'Nadia', state: 'refused' } })).toEqual({ filter: { state: 'refused' } });
    expect(withoutText({ text: 'Nadia', state: 'failed' })).toEqual({ state: 'failed' });
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { share: 7 },
    { record: -1, top: 1.5, extract: 7, sort: { by: 'x' }, filter: { state: 'x' }, columns: ['a'], tab: 'x' },
    { share: { wide: 'a', narrow: 3 } },
    { share: { wide: 900 } },
  ])('of %j nothing is taken', (given) => {
    expect(parseKeptPage(given)).toEqual({});
  });

  it('is valid for any input', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(Object.keys(parseKeptPage({ ...(given as object), other: 1 }))).not.toContain('other');
      }),
    );
  });
});
