import { describe, expect, it } from 'vitest';
import {
  ALL_CATEGORIES,
  categoryMask,
  isOfCategory,
} from '../../../../../../src/core/expression/dotnet/regex/units/unicodeCategory';

/** Every category of Unicode and a code unit of it. */
const MEMBERS: readonly (readonly [string, number])[] = [
  ['Lu', 0x41],
  ['Ll', 0x61],
  ['Lt', 0x01c5],
  ['Lm', 0x02b0],
  ['Lo', 0x05d0],
  ['Mn', 0x0301],
  ['Mc', 0x0903],
  ['Me', 0x20dd],
  ['Nd', 0x30],
  ['Nl', 0x2160],
  ['No', 0xb2],
  ['Zs', 0x20],
  ['Zl', 0x2028],
  ['Zp', 0x2029],
  ['Cc', 0x00],
  ['Cf', 0x200d],
  ['Cs', 0xd83d],
  ['Co', 0xe000],
  ['Pc', 0x5f],
  ['Pd', 0x2d],
  ['Ps', 0x28],
  ['Pe', 0x29],
  ['Pi', 0xab],
  ['Pf', 0xbb],
  ['Po', 0x21],
  ['Sm', 0x2b],
  ['Sc', 0x24],
  ['Sk', 0x5e],
  ['So', 0xa9],
  ['Cn', 0xffff],
];

const namesOf = (unit: number) =>
  MEMBERS.map(([name]) => name).filter((name) => isOfCategory(unit, categoryMask(name)));

describe('one category holds a code unit', () => {
  it.each(MEMBERS)('%s', (name, unit) => {
    expect(namesOf(unit)).toEqual([name]);
    expect(isOfCategory(unit, categoryMask(name.charAt(0)))).toBe(true);
    expect(isOfCategory(unit, ALL_CATEGORIES)).toBe(true);
    expect(isOfCategory(unit, ALL_CATEGORIES & ~categoryMask(name))).toBe(false);
  });
});

it.each(['', 'l', 'lu', 'LU', 'Lx', 'Letter', 'X', 'Lu '])('there is no category %j', (name) => {
  expect(categoryMask(name)).toBe(0);
});
