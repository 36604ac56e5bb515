import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRegex } from '../../../../../src/core/expression/dotnet/regex/dotnetRegex';
import { parseRegex } from '../../../../../src/core/expression/dotnet/regex/parseRegex';

function refusalOf(pattern: string): string {
  const compiled = compileRegex(pattern);
  if ('regex' in compiled) return 'evaluated';
  const { code, construct, offset } = compiled.refusal;
  return `${code} ${construct} at ${offset}`;
}

describe('patterns that .NET refuses', () => {
  it.each([
    ['(unclosed', 'invalid (unclosed at 0'],
    ['a)', 'invalid ) at 1'],
    ['[a', 'invalid [a at 0'],
    // The bracket comes first, so it is a member and closes nothing.
    ['[]', 'invalid [] at 0'],
    ['*a', 'invalid * at 0'],
    ['a|+', 'invalid + at 2'],
    ['(?)', 'invalid ? at 1'],
    ['{2}', 'invalid { at 0'],
    ['a**', 'invalid * at 2'],
    ['a{2}{3}', 'invalid { at 4'],
    ['a{3,2}', 'invalid {3,2} at 1'],
    ['a{9999999999}', 'invalid 9999999999 at 2'],
    ['(?s)*', 'invalid * at 4'],
    ['a\\', 'invalid \\ at 1'],
    ['\\y', 'invalid \\y at 0'],
    ['\\_', 'invalid \\_ at 0'],
    ['\\x4', 'invalid \\x at 0'],
    ['\\u12g4', 'invalid \\u at 0'],
    ['\\c1', 'invalid \\c1 at 0'],
    ['(a)\\2', 'invalid \\2 at 3'],
    ['\\k<none>', 'invalid \\k<none> at 0'],
    ['\\k', 'invalid \\k at 0'],
    ['(?<1a>b)', 'invalid (?<1 at 0'],
    ['(?<0>b)', 'invalid (?<0 at 0'],
    ['(?<>b)', 'invalid (?< at 0'],
    ['(?<a b>c)', 'invalid (?<a at 0'],
    ['(?P<a>b)', 'invalid (?P at 0'],
    ['(?#open', 'invalid ( at 0'],
    ['[b-a]', 'invalid a at 3'],
    ['[a-\\d]', 'invalid \\d at 3'],
    ['[a-[b]c]', 'invalid [a-[b] at 0'],
    ['\\p{Foo}', 'invalid \\p{Foo} at 0'],
    ['\\p{lu}', 'invalid \\p{lu} at 0'],
    ['\\pL', 'invalid \\p at 0'],
    ['\\p{IsKlingon}', 'invalid \\p{IsKlingon} at 0'],
    ['(?<01>b)', 'invalid (?<01> at 0'],
    ['(?<a-b>c)', 'invalid (?<a-b> at 0'],
    ['(?<a>b)(?<-a->c)', 'invalid (?<-a at 7'],
    ['(?<a>b)(?<->c)', 'invalid (?<- at 7'],
    ['(?(2)a|b)', 'invalid (?(2) at 0'],
    ['(a)(?(1x)b|c)', 'invalid (?(1 at 3'],
    ['(a)(?(1)b|c|d)', 'invalid (?(1)b|c|d) at 3'],
    ['(?(a)b|c|d)', 'invalid (?(a)b|c|d) at 0'],
    ['(?(?<n>a)b|c)', 'invalid (?(?< at 0'],
    ['(?(?#x)a|b)', 'invalid (?(?# at 0'],
    ['(?(?i)a|b)', 'invalid (?(?i) at 0'],
    ['(?(a)*b)', 'invalid * at 5'],
    ['(?(a)b', 'invalid (?(a)b at 0'],
    ['(?x)a #b\n* *', 'invalid * at 11'],
  ])('%s', (pattern, expected) => {
    expect(refusalOf(pattern)).toBe(expected);
  });
});

describe('patterns whose meaning is not kept', () => {
  it.each([
    ['[a-[b-[c-[d-[e-[f]]]]]]', 'unsupported [ at 15'],
    ['((a{1,9}){1,999}b){1,999}', 'unsupported ((a{1,9}){1,999}b){1,999} at 0'],
  ])('%s', (pattern, expected) => {
    expect(refusalOf(pattern)).toBe(expected);
  });

  it('refuses patterns without measure', () => {
    expect(refusalOf('('.repeat(300))).toBe('unsupported ( at 200');
    expect(refusalOf('a'.repeat(10_001))).toMatch(/^unsupported/);
  });
});

describe('patterns that look odd and are none', () => {
  it.each(['', '|', '()', 'a{', 'a{,3}', 'a{x}', '{', '}', ']', '[]a]', '[^]a]', '[a-]', '[-a]', '[\\s-a]', '[\\]]'])(
    '%s',
    (pattern) => {
      expect(refusalOf(pattern)).toBe('evaluated');
    },
  );

  it.each([
    '(?=a)*',
    '^*',
    '\\b+',
    'a(?#note)*',
    '(?#note)a',
    '\\:\\;\\<',
    '(?-i)a',
    '\\<',
    '(a)(?<01>b)',
    '(?(x)a)',
    '(?i-s:a)',
    '\\G',
  ])('%s', (pattern) => {
    expect(refusalOf(pattern)).toBe('evaluated');
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '(',
      ')',
      '(?:',
      '(?<n>',
      "(?'m'",
      '(?<2>',
      '(?=',
      '(?!',
      '(?<=',
      '(?<!',
      '(?>',
      '(?(',
      '(?s)',
      '(?#',
      '(?<a-n>',
    ],
    ...['[', ']', '[^', '-', '-[', '\\d', '\\p{L}', '\\p{', '\\k<n>', '\\1', '\\12', '\\x4', '\\cA', '\\', '\\b'],
    ...['*', '+', '?', '{2}', '{2,', '{', '}', ',', '|', '^', '$', '.', 'a', 'z', '9', '\n', 'é', '\ud83d'],
  );

  it('is a pattern or a refusal that lies in the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const pattern = parts.join('');
        const parsed = parseRegex(pattern);
        if ('tree' in parsed) return true;
        const { construct, offset, message } = parsed.refusal;
        return pattern.startsWith(construct, offset) && construct !== '' && message.endsWith('.');
      }),
      { numRuns: 2000 },
    );
  });
});
