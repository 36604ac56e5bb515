import { describe, expect, it } from 'vitest';
import { casingOf } from '../../../../src/core/expression/dotnet/culture';
import {
  toInvariantLower,
  toInvariantUpper,
  toLowerCase,
  toUpperCase,
} from '../../../../src/core/expression/dotnet/invariantCase';
import { toProperCase } from '../../../../src/core/expression/dotnet/properCase';

describe('lower and upper case', () => {
  // text, lower, upper: with the invariant culture, in Turkish, in every other culture
  it.each([
    ['Straße', ['straße', 'STRAßE'], ['straße', 'STRAßE'], ['straße', 'STRAßE']],
    ['Izmir', ['izmir', 'IZMIR'], ['ızmir', 'IZMİR'], ['izmir', 'IZMIR']],
    ['İı', ['İı', 'İı'], ['iı', 'İI'], ['iı', 'İI']],
    ['ΟΔΟΣ ς', ['οδοσ ς', 'ΟΔΟΣ Σ'], ['οδοσ ς', 'ΟΔΟΣ Σ'], ['οδοσ ς', 'ΟΔΟΣ Σ']],
    ['ᾳᾼ', ['ᾳᾳ', 'ᾼᾼ'], ['ᾳᾳ', 'ᾼᾼ'], ['ᾳᾳ', 'ᾼᾼ']],
    ['ᾐᾘ', ['ᾐᾐ', 'ᾘᾘ'], ['ᾐᾐ', 'ᾘᾘ'], ['ᾐᾐ', 'ᾘᾘ']],
    ['ﬁŉ', ['ﬁŉ', 'ﬁŉ'], ['ﬁŉ', 'ﬁŉ'], ['ﬁŉ', 'ﬁŉ']],
    ['ẞ', ['ß', 'ẞ'], ['ß', 'ẞ'], ['ß', 'ẞ']],
    ['Ǆǅǆ', ['ǆǆǆ', 'ǄǄǄ'], ['ǆǆǆ', 'ǄǄǄ'], ['ǆǆǆ', 'ǄǄǄ']],
    ['𐐀𐐨', ['𐐨𐐨', '𐐀𐐀'], ['𐐨𐐨', '𐐀𐐀'], ['𐐨𐐨', '𐐀𐐀']],
    ['Ì\ud800', ['ì\ud800', 'Ì\ud800'], ['ì\ud800', 'Ì\ud800'], ['ì\ud800', 'Ì\ud800']],
    ['', ['', ''], ['', ''], ['', '']],
  ])('%s', (text, ...expected) => {
    const found = (['invariant', 'turkic', 'other'] as const).map((casing) => [
      toLowerCase(text, casing),
      toUpperCase(text, casing),
    ]);
    expect(found).toEqual(expected);
    expect([toInvariantLower(text), toInvariantUpper(text)]).toEqual(expected[0]);
  });

  it('never change how many characters there are', () => {
    const wrong: number[] = [];
    for (let code = 0; code < 0x20000; code++) {
      const character = String.fromCodePoint(code);
      const mapped = toLowerCase(character, 'other') + toUpperCase(character, 'turkic');
      if (Array.from(mapped).length !== 2) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });
});

describe('casingOf', () => {
  it.each([
    ['', 'invariant'],
    ['en-US', 'other'],
    ['ja-JP', 'other'],
    ['de', 'other'],
    ['lt-LT', 'other'],
    ['fil', 'other'],
    ['sr-Latn-RS', 'other'],
    ['es-419', 'other'],
    ['de-DE-1996', 'other'],
    ['sl-rozaj', 'other'],
    ['tr', 'turkic'],
    ['TR-tr', 'turkic'],
    ['az-Latn-AZ', 'turkic'],
    ['tur', 'turkic'],
    ['aze-AZ', 'turkic'],
  ])('%s', (culture, casing) => {
    expect(casingOf(culture)).toBe(casing);
  });

  it.each(['xx-YY', 'en_US', 'english', 'e', 'en-', 'en-U', 'en-US-x', ' en', 'tr TR', 'Türkisch', '1033'])(
    '%s is not a culture',
    (culture) => {
      expect(casingOf(culture)).toBeUndefined();
    },
  );
});

describe('toProperCase', () => {
  it.each([
    // Documented for PCase
    ['PABLO GONSALVES (SECOND)', undefined, 'Pablo Gonsalves (Second)'],
    ["PINTO-DE'SILVA", " '-", "Pinto-De'Silva"],
    ['GREGORY JAMES', undefined, 'Gregory James'],
    // An apostrophe is punctuation, which separates
    ["O'NEIL", undefined, "O'Neil"],
    ["st john's", undefined, "St John'S"],
    ["PINTO-DE'SILVA lopez", ' ', "Pinto-de'silva Lopez"],
    // A word begins with a letter, unless the separators are given
    ['3RD floor', undefined, '3Rd Floor'],
    ['3RD floor', ' ', '3rd Floor'],
    ['a3B', undefined, 'A3b'],
    ['snake_CASE a+b x\u00adY z\u2028w', undefined, 'Snake_Case A+B X\u00adY Z\u2028W'],
    ['e\u0301COLE', undefined, 'E\u0301cole'],
    ['ÉCOLE straße', undefined, 'École Straße'],
    ['𐐨𐐨 𐐨', undefined, '𐐀𐐨 𐐀'],
    ['one😀two', '😀', 'One😀Two'],
    ['ONE TWO', '', 'One two'],
    ['', undefined, ''],
  ])('%s with %j', (text, separators, expected) => {
    expect(toProperCase(text, separators)).toBe(expected);
  });
});
