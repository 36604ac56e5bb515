import { describe, expect, it } from 'vitest';
import { isWhiteSpace, skipWhiteSpace, trimTrailing } from '../../../../src/core/expression/dotnet/whiteSpace';

/** Source: .NET, `Char.IsWhiteSpace`, "members of UnicodeCategory.SpaceSeparator" and the others it lists. */
const WHITE_SPACE = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
  0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
];

describe('white space', () => {
  it('is what .NET takes for it, and nothing else', () => {
    const found = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) =>
      isWhiteSpace(String.fromCharCode(unit)),
    );
    expect(found).toEqual(WHITE_SPACE);
  });

  it.each([
    ['', 0, 0],
    ['a', 0, 0],
    [' \t\u00a0a ', 0, 3],
    ['a  b', 1, 3],
    ['a  ', 1, 3],
    ['\u200ba', 0, 0],
  ])('of %j from %i on ends at %i', (text, at, expected) => {
    expect(skipWhiteSpace(text, at)).toBe(expected);
  });

  it.each([
    ['', ''],
    [' \n', ''],
    [' a b \u0085', ' a b'],
    ['a\u200b', 'a\u200b'],
  ])('at the end of %j is dropped', (text, expected) => {
    expect(trimTrailing(text)).toBe(expected);
  });
});
