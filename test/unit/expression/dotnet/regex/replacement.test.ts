import { describe, expect, it } from 'vitest';
import { WrittenText } from '../../../../../src/core/expression/limits/writtenText';
import type { RegexMatch } from '../../../../../src/core/expression/dotnet/regex/matcher';
import type { RegexGroups } from '../../../../../src/core/expression/dotnet/regex/regexTree';
import {
  capturedText,
  parseReplacement,
  writeReplacement,
} from '../../../../../src/core/expression/dotnet/regex/replacement';

/** Groups 1, 2 (named n) and 12. */
const GROUPS: RegexGroups = {
  slots: 4,
  byNumber: new Map([0, 1, 2, 12].map((number, slot) => [number, slot])),
  byCall: new Map(),
  byName: new Map([['n', 2]]),
};
const SOURCE = '<abcd>';
/** Group 1 is b, group 2 is c, group 12 captured nothing. */
const MATCH: RegexMatch = { start: 1, end: 5, captures: [1, 5, 2, 3, 3, 4, -1, -1] };

describe('what a match becomes', () => {
  it.each([
    ['', ''],
    ['x', 'x'],
    ['$1', 'b'],
    ['[$1]', '[b]'],
    ['$1$2', 'bc'],
    ['$01$0', 'babcd'],
    ['${1}2', 'b2'],
    ['${01}', 'b'],
    ['${n}', 'c'],
    ['$12', ''],
    ['${12}', ''],
    ['$+', ''],
    ['$&', 'abcd'],
    ["$`|$'", '<|>'],
    ['$_', '<abcd>'],
    ['$$', '$'],
    ['$$1', '$1'],
    ['$$$1', '$b'],
    ['$0000000001', 'b'],
    ['${00000000012}.', '.'],
    // What names no group, or is not finished, is text.
    ['$3', '$3'],
    ['$13', '$13'],
    ['$123', '$123'],
    ['${3}', '${3}'],
    ['${m}', '${m}'],
    ['${nn}', '${nn}'],
    ['${}', '${}'],
    ['${', '${'],
    ['${n', '${n'],
    ['${1', '${1'],
    ['${1x}', '${1x}'],
    ['${n }', '${n }'],
    ['$n', '$n'],
    ['$', '$'],
    ['a$', 'a$'],
    ['$ 1', '$ 1'],
    ['$-1', '$-1'],
    ['$1000000000', '$1000000000'],
    ['$4294967297', '$4294967297'],
    ['$<n>', '$<n>'],
  ])('%j becomes %j', (replacement, expected) => {
    const written = new WrittenText(1000);
    expect(writeReplacement(parseReplacement(replacement, GROUPS), SOURCE, MATCH, written)).toBe(expected.length);
    expect(written.toString()).toBe(expected);
  });

  it('knows a group whose number has nine digits, and none with ten', () => {
    const groups = { ...GROUPS, byNumber: new Map([[999_999_999, 1], [1_000_000_000, 2]]) }; // prettier-ignore
    expect(parseReplacement('$999999999', groups)).toEqual([{ kind: 'slot', slot: 1 }]);
    expect(parseReplacement('$0999999999', groups)).toEqual([{ kind: 'slot', slot: 1 }]);
    expect(parseReplacement('$1000000000', groups)[0]).toEqual({ kind: 'text', text: '$' });
  });
});

it.each([
  [0, 'abcd'],
  [1, 'b'],
  [2, 'c'],
  [3, undefined],
  [4, undefined],
])('slot %i captured %j', (slot, expected) => {
  expect(capturedText(SOURCE, MATCH, slot)).toBe(expected);
});

it.each([
  ['a$1b', ['a', 1, 'b']],
  ['$1$&', [1, 0]],
  ['ab', ['ab']],
  ['', []],
])('%j has the parts %j', (replacement, expected) => {
  const parts = parseReplacement(replacement, GROUPS);
  expect(parts.map((part) => (part.kind === 'slot' ? part.slot : part.kind === 'text' ? part.text : ''))).toEqual(expected); // prettier-ignore
});
