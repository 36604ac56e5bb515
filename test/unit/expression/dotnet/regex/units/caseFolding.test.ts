import { describe, expect, it } from 'vitest';
import {
  foldUnit,
  rangesOfAnyCase,
  unitsOfAnyCase,
} from '../../../../../../src/core/expression/dotnet/regex/units/caseFolding';
import { UnitSet } from '../../../../../../src/core/expression/dotnet/regex/units/unitSet';

const text = (units: readonly number[]) => String.fromCharCode(...units.toSorted((a, b) => a - b));

describe('letters of any case', () => {
  it.each([
    ['a', 'Aa'],
    ['K', 'Kk\u212a'],
    ['å', 'Åå\u212b'],
    ['Ω', 'Ωω\u2126'],
    ['θ', 'Θθϴ'],
    ['ǅ', 'ǄǅǆǄ'.slice(0, 3)],
    ['ß', 'ßẞ'],
    ['σ', 'Σσ'],
    ['ς', 'ς'],
    ['ſ', 'ſ'],
    ['i', 'Ii'],
    ['İ', 'İ'],
    ['ı', 'ı'],
    ['1', '1'],
    ['東', '東'],
  ])('%s is one of %s', (letter, expected) => {
    expect(text(unitsOfAnyCase(letter.charCodeAt(0)))).toBe(expected);
  });

  it('fold to one of them', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const units = unitsOfAnyCase(unit);
      expect(units.includes(unit), String(unit)).toBe(true);
      expect(new Set(units.map(foldUnit)).size, String(unit)).toBe(1);
    }
  });

  it.each([
    [[[0x61, 0x7a]], 'AZaz\u212a', '@[é'],
    [[[0x61, 0xffff]], 'AKZ', '@[1'],
    [[[0x41, 0x40]], '', 'Aa'],
  ] as const)('of ranges are in them as well: %j', (ranges, members, others) => {
    const set = new UnitSet({ ranges: rangesOfAnyCase(ranges) });
    expect(members.split('').filter((letter) => !set.has(letter.charCodeAt(0)))).toEqual([]);
    expect(others.split('').filter((letter) => set.has(letter.charCodeAt(0)))).toEqual([]);
  });
});
