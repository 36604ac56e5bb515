import { describe, expect, it } from 'vitest';
import { shorthandParts } from '../../../../../../src/core/expression/dotnet/regex/units/shorthand';
import { UnitSet } from '../../../../../../src/core/expression/dotnet/regex/units/unitSet';

function membersOf(letter: string): Set<number> {
  const set = new UnitSet(shorthandParts(letter) ?? {});
  return new Set(allUnits().filter((unit) => set.has(unit)));
}

function allUnits(): number[] {
  return Array.from({ length: 0x10000 }, (_, unit) => unit);
}

function unitsLike(pattern: RegExp): Set<number> {
  return new Set(allUnits().filter((unit) => pattern.test(String.fromCharCode(unit))));
}

describe('shorthand classes over all code units', () => {
  it.each([
    ['d', /^\p{Nd}$/u],
    ['D', /^\P{Nd}$/u],
    ['w', /^[\p{L}\p{Mn}\p{Nd}\p{Pc}]$/u],
    ['W', /^[^\p{L}\p{Mn}\p{Nd}\p{Pc}]$/u],
    // Char.IsWhiteSpace: next line belongs to it, the byte order mark does not, other than in JavaScript.
    ['s', /^[\t-\r\u0085\p{Z}]$/u],
    ['S', /^[^\t-\r\u0085\p{Z}]$/u],
  ])('\\%s', (letter, pattern) => {
    expect(membersOf(letter)).toEqual(unitsLike(pattern));
  });

  it('does not have other letters', () => {
    expect(shorthandParts('h')).toBeUndefined();
  });
});
