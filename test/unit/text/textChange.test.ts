import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../../src/core/text/textChange';

describe('changeBetween', () => {
  it.each([
    ['', '', { start: 0, end: 0, inserted: 0 }],
    ['same', 'same', { start: 4, end: 4, inserted: 0 }],
    ['ab', 'axb', { start: 1, end: 1, inserted: 1 }],
    ['axb', 'ab', { start: 1, end: 2, inserted: 0 }],
    ['one two', 'one 2', { start: 4, end: 7, inserted: 1 }],
    ['aa', 'aaa', { start: 2, end: 2, inserted: 1 }],
    ['abab', 'ab', { start: 2, end: 4, inserted: 0 }],
    ['', 'new', { start: 0, end: 0, inserted: 3 }],
  ])('%j to %j', (before, after, expected) => {
    expect(changeBetween(before, after)).toEqual(expected);
  });

  it('makes the one text of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, inserted } = changeBetween(before, after);
        expect(before.slice(0, start) + after.slice(start, start + inserted) + before.slice(end)).toBe(after);
      }),
    );
  });
});
