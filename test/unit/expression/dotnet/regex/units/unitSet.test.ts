import { expect, it } from 'vitest';
import { categoryMask } from '../../../../../../src/core/expression/dotnet/regex/units/unicodeCategory';
import type { UnitSetParts } from '../../../../../../src/core/expression/dotnet/regex/units/unitSet';
import { UnitSet } from '../../../../../../src/core/expression/dotnet/regex/units/unitSet';

/** The members among all code units, as ranges of hexadecimal digits. */
function membersOf(set: UnitSet): string {
  const ranges: string[] = [];
  for (let unit = 0, start = 0; unit <= 0xffff; unit++) {
    if (!set.has(unit)) start = unit + 1;
    else if (unit === 0xffff || !set.has(unit + 1)) {
      ranges.push([...new Set([start, unit])].map((end) => end.toString(16)).join('-'));
    }
  }
  return ranges.join(' ');
}

const letters = new UnitSet({ ranges: [[0x61, 0x7a]] });

it.each<[string, UnitSetParts, string]>([
  ['nothing', {}, ''],
  ['everything', { negated: true }, '0-ffff'],
  ['an empty range', { ranges: [[0x42, 0x41], [0, -1]] }, ''], // prettier-ignore
  ['one unit', { ranges: [[0x41, 0x41]] }, '41'],
  ['the first and the last', { ranges: [[0, 0], [0xffff, 0xffff]] }, '0 ffff'], // prettier-ignore
  ['ranges apart', { ranges: [[0x30, 0x39], [0x100, 0x10f], [0x300, 0x301]] }, '30-39 100-10f 300-301'], // prettier-ignore
  ['ranges out of order', { ranges: [[0x300, 0x301], [0x30, 0x39], [0x100, 0x10f]] }, '30-39 100-10f 300-301'], // prettier-ignore
  ['a range within another', { ranges: [[0x100, 0x200], [0x110, 0x120]] }, '100-200'], // prettier-ignore
  ['a range within another, and one after', { ranges: [[0x41, 0x5a], [0x42, 0x43], [0x61, 0x63]] }, '41-5a 61-63'], // prettier-ignore
  ['ranges that overlap', { ranges: [[0x100, 0x120], [0x110, 0x130]] }, '100-130'], // prettier-ignore
  ['ranges that touch', { ranges: [[0x100, 0x120], [0x121, 0x130]] }, '100-130'], // prettier-ignore
  ['a range across the end of ASCII', { ranges: [[0x7f, 0x80]] }, '7f-80'],
  ['a category', { categories: categoryMask('Zs') }, '20 a0 1680 2000-200a 202f 205f 3000'],
  ['a category and a range', { ranges: [[0x09, 0x0d]], categories: categoryMask('Zp') }, '9-d 2029'],
  ['what is left out', { ranges: [[0x0a, 0x0a], [0x80, 0xffff]], negated: true }, '0-9 b-7f'], // prettier-ignore
  ['a range without a set', { ranges: [[0x41, 0x7a]], except: letters }, '41-60'],
  ['all but a set', { ranges: [[0x100, 0xffff]], negated: true, except: letters }, '0-60 7b-ff'],
])('%s', (_, parts, members) => {
  const set = new UnitSet(parts);
  expect(membersOf(set)).toBe(members);
  expect(set.has(-1)).toBe(false);
});
