import { describe, expect, it } from 'vitest';
import { detachedCopy } from '../../../src/core/text/detached';

describe('detachedCopy', () => {
  it('is the same value, with any contents', () => {
    const value = { long: 'a text that is a slice', list: ['x', { n: -0, none: undefined, no: null }], far: Infinity };
    const copy = detachedCopy(value);
    expect(copy).toStrictEqual(value);
    expect(copy).not.toBe(value);
    expect(copy.list).not.toBe(value.list);
  });
});
