import { describe, expect, it } from 'vitest';
import { parseRegex } from '../../../../../src/core/expression/dotnet/regex/parseRegex';
import type { RegexNode } from '../../../../../src/core/expression/dotnet/regex/regexTree';
import {
  beginsAtStart,
  firstUnits,
  readsCaptures,
  mayBeEmpty,
} from '../../../../../src/core/expression/dotnet/regex/treeFacts';

function rootOf(pattern: string): RegexNode {
  const parsed = parseRegex(pattern);
  if ('refusal' in parsed) throw new Error(parsed.refusal.message);
  return parsed.tree.root;
}

describe('a match may be empty', () => {
  it.each([
    ['', true],
    ['a', false],
    ['[ab]', false],
    ['^', true],
    ['\\b', true],
    ['(?=a)', true],
    ['(?!a)', true],
    ['(?:(a))*', true],
    ['a*', true],
    ['a+', false],
    ['a?', true],
    ['a{0}', true],
    ['a{1,2}', false],
    ['(?:a*)+', true],
    ['(?:a*){2}', true],
    ['a*b*', true],
    ['a*b', false],
    ['ba*', false],
    ['a|b', false],
    ['a|', true],
    ['|a', true],
    ['(a)', false],
    ['(a*)', true],
    ['(?>a)', false],
    ['(?>a*)', true],
    ['(a)?\\1', true],
  ])('%j: %s', (pattern, expected) => {
    expect(mayBeEmpty(rootOf(pattern))).toBe(expected);
  });

  it('by a reference alone', () => {
    expect(mayBeEmpty({ kind: 'reference', slot: 1, ignoreCase: false })).toBe(true);
  });
});

describe('what follows depends on what was captured', () => {
  it.each([
    ['', false],
    ['(a)', false],
    ['^a', false],
    ['(a)\\1', true],
    ['[ab]', false],
    ['(a)[b]', false],
    ['(a)|\\1', true],
    ['(a)|b', false],
    ['(a)(\\1)', true],
    ['(a)(?>\\1)', true],
    ['(a)(?>b)', false],
    ['(a)(?=\\1)', true],
    ['(a)(?<!b)', false],
    ['(a)b*', false],
    ['(?:\\1|(a))*', true],
  ])('%j: %s', (pattern, expected) => {
    expect(readsCaptures(rootOf(pattern))).toBe(expected);
  });
});

describe('every match begins at the start', () => {
  it.each([
    ['', false],
    ['^', true],
    ['\\A', true],
    ['$', false],
    ['(?m)^', false],
    ['a', false],
    ['[a]', false],
    ['^a', true],
    ['a^', false],
    ['^a|^b', true],
    ['^a|b', false],
    ['a|^b', false],
    ['(^a)', true],
    ['(a^)', false],
    ['(?>^a)', true],
    ['(?>a)', false],
    ['(?:^a)+', true],
    ['(?:^a)*', false],
    ['(?:^a){0,3}', false],
    ['(?:^a){2}', true],
    ['a+', false],
    // After a lookaround it may say no.
    ['(?=^a)', false],
    ['(?!^)', false],
    ['(?=a)^', false],
    ['(a)|\\1', false],
  ])('%j: %s', (pattern, expected) => {
    expect(beginsAtStart(rootOf(pattern))).toBe(expected);
  });
});

describe('what a match can begin with', () => {
  const sample = 'abc0\n\u007f';
  it.each([
    ['a', 'a'],
    ['\\n', '\n'],
    ['\\x7f', '\u007f'],
    // Beyond ASCII nothing is ruled out.
    ['\u0080', ''],
    ['é', ''],
    ['ab', 'a'],
    ['[ab]', 'ab'],
    ['[\\x7f\\x80]', '\u007f'],
    ['[^a]', 'bc0\n\u007f'],
    ['^a', 'a'],
    ['(?=a)b', 'b'],
    ['(?!a)b', 'b'],
    ['a|b', 'ab'],
    ['a*b', 'ab'],
    ['a*b*c', 'abc'],
    ['a+b', 'a'],
    ['a{2}b', 'a'],
    ['a{0}b', 'b'],
    ['a{0,1}b', 'ab'],
    ['(?:a*)+b', 'ab'],
    ['(?:a|b*)c', 'abc'],
    ['(?:b*|a)c', 'abc'],
    ['(a)b', 'a'],
    ['(a*)b', 'ab'],
    ['(?>a*)b', 'ab'],
    // A reference may be to anything, or to an empty text and begin with what follows it.
    ['(?:\\1|(a))b', 'abc0\n\u007f'],
    ['(?:(?<=(.))\\1|a)', undefined],
    ['', undefined],
    ['a*', undefined],
    ['a|', undefined],
    ['|a', undefined],
    ['$', undefined],
    ['(?=a)', undefined],
    ['(?:a{0})', undefined],
  ])('%j: %j', (pattern, expected) => {
    const units = firstUnits(rootOf(pattern));
    const found =
      units &&
      sample
        .split('')
        .filter((unit) => units[unit.charCodeAt(0)] === 1)
        .join('');
    expect(found).toBe(expected);
    expect(units === undefined || units.length === 128).toBe(true);
  });
});
