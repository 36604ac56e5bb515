import { describe, expect, it } from 'vitest';
import { outcome, remarks } from './run';

/** Lowest and highest numbers that a generator gives. */
const LOW = { random: () => 0 };
const HIGH = { random: () => 1 - 2 ** -32 };

describe('Guid', () => {
  it.each([
    ['all digits at their lowest', LOW, '00000000-0000-4000-8000-000000000000'],
    ['all digits at their highest', HIGH, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
    ['a pinned one', { guid: 'pinned' }, 'pinned'],
    ['a pinned one, before chance', { guid: 'pinned', ...LOW }, 'pinned'],
    ['no seed', {}, { error: 'E_CONTEXT at Guid()' }],
  ])('%s', (_, context, expected) => {
    expect(outcome('Guid()', {}, context)).toEqual(expected);
  });

  it('takes one number for each digit', () => {
    let step = 0;
    const random = () => (step++ % 16) / 16;
    expect(outcome('Guid()', {}, { random })).toBe('01234567-89ab-4def-8123-456789abcdef');
  });
});

describe('RandomString', () => {
  const source = { n: '3', minus: '-1', text: 'x' };

  it.each([
    // The lowest numbers take the first of each kind, and put the first at the end, again and again
    ['RandomString(4, 1, 1, 1, 1)', LOW, '~Aa0'],
    ['RandomString(4, 1, 1, 1, 1)', HIGH, '9/Zz'],
    ['RandomString(5, 2, 0, 0, 1)', HIGH, '99zzz'],
    ['RandomString(3, 0, 0, 0, 0)', LOW, 'aaa'],
    ['RandomString(3, 0, 0, 0, 0)', HIGH, 'zzz'],
    ['RandomString(3, 1, 0, 0, 0)', HIGH, '999'],
    ['RandomString(3, 0, 0, 1, 0)', HIGH, 'ZZZ'],
    ['RandomString(2, 1, 0, 0, 1, "01z")', HIGH, '9y'],
    ['RandomString(2, 1, 0, 0, 1, "01z")', LOW, 'a2'],
    ['RandomString(3, [n], 0, 0, 0)', HIGH, '999'],
    ['RandomString(0, 0, 0, 0, 0)', LOW, ''],
  ])('%s', (text, context, expected) => {
    expect(outcome(text, source, context)).toBe(expected);
  });

  it('puts the drawn characters into any order', () => {
    // Draws 0, ~, A, a; then changes places 4 and 2, 3 and 1, and leaves 2 where it is
    const numbers = [0, 0, 0, 0, 0.25, 0, 0.5];
    expect(outcome('RandomString(4, 1, 1, 1, 1)', {}, { random: () => numbers.shift() ?? NaN })).toBe('Aa0~');
    expect(numbers).toEqual([]);
  });

  it('draws up to 256 characters', () => {
    expect(outcome('RandomString(256, 0, 0, 0, 0)', {}, LOW)).toBe('a'.repeat(256));
  });

  it.each([
    ['RandomString(2, [n], 0, 0, 0)', 'E_TYPE'],
    ['RandomString(3, 1, [n], 0, 0)', 'E_TYPE'],
    ['RandomString(257, [n], 0, 0, 0)', 'E_TYPE'],
    ['RandomString(5, 0, 0, 0, [minus])', 'E_TYPE'],
    ['RandomString([missing], 0, 0, 0, 0)', 'E_TYPE'],
    ['RandomString(5, 0, [text], 0, 0)', 'E_TYPE'],
    ['RandomString(5, 1, 0, 0, 0, "0123456789")', 'E_TYPE'],
    ['RandomString(5, 0, 0, 0, 0, "abcdefghijklmnopqrstuvwxyz")', 'E_TYPE'],
  ])('%s is refused', (text, code) => {
    expect(outcome(text, source, LOW)).toEqual({ error: `${code} at ${text}` });
  });

  it('needs a seed', () => {
    expect(outcome('RandomString(1, 0, 0, 0, 0)')).toEqual({ error: 'E_CONTEXT at RandomString(1, 0, 0, 0, 0)' });
  });

  it.each([
    ['RandomString(4, 1, 1, 1, 1)', []],
    ['RandomString(3, 1, 1, 1, 1)', ['3']],
    ['RandomString("3", "4", 0, 0, 0)', ['"3"']],
    ['RandomString(256, 0, 0, 0, 0)', []],
    ['RandomString(257, 0, 0, 0, 0)', ['257']],
    ['RandomString(257, [n], 0, 0, 0)', []],
    ['RandomString(5, -1, 0, 0, 0)', ['-1']],
    ['RandomString(1, 0, 2, 0, "-2")', ['"-2"']],
    ['RandomString([n], 3, 1, 0, 0)', []],
    ['RandomString(1, Count([x]), 1, 1, 1)', []],
    ['RandomString(4, 1, 1, 1, 1, "99")', []],
  ])('%s can be checked while typing where all numbers are written out', (text, underlined) => {
    expect(remarks(text)).toEqual(underlined.map((piece) => `error expression.argument-type: ${piece}`));
  });
});
