import { describe, expect, it } from 'vitest';
import { ignoringCase } from '../../../../src/core/import/powershell/ignoringCase';

describe('a pattern in any case', () => {
  it.each([
    ['ab1-', '[Aa][Bb]1-', ['AB1-', 'ab1-', 'aB1-'], ['b1-']],
    ['^[a-c]+$', '^[a-cA-C]+$', ['aBc'], ['d', '']],
    ['[^x]', '[^xX]', ['y'], ['x', 'X']],
    ['[0-9F]', '[0-9Ff]', ['f', '5'], ['g']],
    ['[]a]', '[]aA]', undefined, undefined],
    ['\\d\\.(?:x|\\p{Lu})', '\\d\\.(?:[Xx]|\\p{Lu})', undefined, undefined],
    ['\\[a', '\\[[Aa]', ['[A'], ['\\a']],
  ])('%s is %s', (pattern, expected, taken = [], left = []) => {
    const both = ignoringCase(pattern);
    expect(both).toBe(expected);
    for (const text of taken) expect(new RegExp(both ?? '').test(text), text).toBe(true);
    for (const text of left) expect(new RegExp(both ?? '').test(text), text).toBe(false);
  });

  it.each(['(?i)a', '(?<n>a)', 'ä', '\\x41', '\\u0041', '\\k<n>', '(a)\\1', '[a', '[a-z-[m]]', '[A-z]'])(
    '%s is not certain to be had',
    (pattern) => {
      expect(ignoringCase(pattern)).toBeUndefined();
    },
  );
});
