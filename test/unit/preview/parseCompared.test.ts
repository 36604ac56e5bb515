import { describe, expect, it } from 'vitest';
import { COMPARE_WISHES } from '../../../src/preview/comparison/compareState';
import { parseComparedRequest, parseCompareWish } from '../../../src/preview/comparison/parseCompared';

describe('what the page asks of a comparison', () => {
  it.each([
    { view: 0, filter: { text: '' } },
    { view: 7, filter: { text: 'zoe', kind: 'left-out', attribute: 'name.givenName' } },
    { view: 7, filter: { text: '', attribute: '' } },
  ])('is understood: %j', (request) => {
    expect(parseComparedRequest(request)).toEqual(request);
  });

  it.each([
    undefined,
    { view: -1, filter: { text: '' } },
    { view: 0.5, filter: { text: '' } },
    { view: 0 },
    { view: 0, filter: {} },
    { view: 0, filter: { text: 'x'.repeat(10_001) } },
    { view: 0, filter: { text: '', kind: 'mover' } },
    { view: 0, filter: { text: '', attribute: 1 } },
  ])('is refused: %j', (request) => {
    expect(parseComparedRequest(request)).toBeUndefined();
  });

  it('is one of the wishes', () => {
    expect(COMPARE_WISHES.map(parseCompareWish)).toEqual(COMPARE_WISHES);
    for (const wish of [undefined, '', 'Extract', ['extract'], 0]) expect(parseCompareWish(wish)).toBeUndefined();
  });
});
