import { describe, expect, it } from 'vitest';
import type { DotnetRegex } from '../../../../../src/core/expression/dotnet/regex/dotnetRegex';
import { compileRegex } from '../../../../../src/core/expression/dotnet/regex/dotnetRegex';
import { RegexBudgetError } from '../../../../../src/core/expression/dotnet/regex/regexMeter';

function regex(pattern: string): DotnetRegex {
  const compiled = compileRegex(pattern);
  if ('refusal' in compiled) throw new Error(`${pattern}: ${compiled.refusal.message}`);
  return compiled.regex;
}

/** [pattern, replacement, text, result] */
type Case = readonly [string, string, string, string];

function replaces(cases: readonly Case[]): void {
  it.each(cases)('%s → %s in %j', (pattern, replacement, text, expected) => {
    expect(regex(pattern).replace(text, replacement)).toBe(expected);
  });
}

describe('patterns of the published examples', () => {
  replaces([
    ['\\+(?<isdCode>\\d* )(?<phoneNumber>\\d{10})', '${phoneNumber}', '+91 9998887777', '9998887777'],
    ['[()\\s-]+', '', '+1 (999) 888-7777', '+19998887777'],
    ['(?<a>b)', '[${a}|$&|$$]', 'abc', 'a[b|b|$]c'],
    ['(\\D)', '', 'jsmith42', '42'],
    ['(?<firstName>[a-zA-Z]+ )(?<lastName>[a-zA-Z]+)', '${lastName}', 'John Smith', 'Smith'],
    ['(?<leadingZeros>^0+)(?<actualValue>[a-zA-Z0-9]+)', '${actualValue}', '00012345', '12345'],
    ['\\+(?<isdCode>\\d* )(?<phoneNumber>.* )[x](?<extension>.*)', '${extension}', '+1 (206) 291-8163 x8125', '8125'],
    ['(.*?)(?<id>.{0,8})$', '${id}', '0000000012345', '00012345'],
    ['([\\/\\\\\\[\\]\\:\\;\\|\\=\\,\\+\\*\\?\\<\\>])', '', 'john[s]:a\\b/c;d|e=f,g+h*i?j<k>', 'johnsabcdefghijk'],
    ['(\\.)*$', '', 'johnsmith..', 'johnsmith'],
    ["['-]+", '', "o'brien-smith", 'obriensmith'],
    ['[a-zA-Z_]*', '', 'user_007', '007'],
  ]);
});

describe('matches of no length', () => {
  replaces([
    // Also directly after a match that had one.
    ['x*', '-', 'axb', '-a--b-'],
    ['', '.', 'ab', '.a.b.'],
    ['$', '!', 'a', 'a!'],
    ['(?=b)', '_', 'abab', 'a_ba_b'],
    ['a|', '#', 'ba', '#b##'],
    ['\\b', '|', 'a b', '|a| |b|'],
  ]);
});

describe('anchors', () => {
  replaces([
    // $ and \Z match before a final line feed, too; \z does not.
    ['$', '!', 'a\n', 'a!\n!'],
    ['\\Z', '!', 'a\n', 'a!\n!'],
    ['\\z', '!', 'a\n', 'a\n!'],
    ['a$', '!', 'a\r\n', 'a\r\n'],
    ['^', '>', 'a\nb', '>a\nb'],
    ['(?m)^', '>', 'a\nb', '>a\n>b'],
    ['(?m)$', '<', 'a\nb\n', 'a<\nb<\n<'],
    ['\\Aa', '', 'aab', 'ab'],
    ['\\Bb', '_', 'bb abb', 'b_ a__'],
    // The zero-width joiner is a word character for \b but not for \w.
    ['a\\b', '_', 'a\u200db', 'a\u200db'],
    ['\\w', '_', 'a\u200db', '_\u200d_'],
  ]);
});

describe('characters and classes', () => {
  replaces([
    ['.', '_', 'a\r\n', '__\n'],
    ['(?s).', '_', 'a\r\n', '___'],
    ['(?s:.)a.', '_', '\na\n', '\na\n'],
    // A pair of surrogates is two characters.
    ['.', '_', '\u{1f600}', '__'],
    ['^.{2}$', '_', '\u{1f600}', '_'],
    ['\\d', '_', '1\u0663a', '__a'],
    ['\\w+', '_', 'Åke_Öst-1', '_-_'],
    ['\\W', '', 'a\u0301-b', 'a\u0301b'],
    ['\\s', '_', 'a\u00a0\u0085\ufeff', 'a__\ufeff'],
    ['[^\\W\\d]', '_', 'a1-', '_1-'],
    ['\\p{Lu}\\P{Lu}', '_', 'ABc', 'A_'],
    ['\\p{IsCombiningDiacriticalMarks}+', '', 'e\u0301u\u0308', 'eu'],
    ['[\\P{IsBasicLatin}]', '?', 'aé\u4e00', 'a??'],
    ['[a-z-[aeiou]]+', '_', 'hello', '_e_o'],
    ['[^a-z-[0-9]]', '_', 'a1-', 'a1_'],
    ['[\\w-[\\d-[5]]]', '_', 'a45', '_4_'],
    ['[]a-]', '_', ']a-b', '___b'],
    ['[\\s-a]', '_', '- ab', '___b'],
    ['[+--]', '_', '+,-.', '___.'],
    ['[a\\-z]', '_', 'a-mz', '__m_'],
    ['[a-c\\b]', '_', 'b\b', '__'],
    ['\\x41\\u0042\\103\\t\\cJ\\e', '_', 'ABC\t\n\u001b', '_'],
    ['a{,2}', '_', 'aa{,2}', 'a_'],
    ['a{1}{', '_', 'a{', '_'],
    // Old .NET: \<name> refers to a group, any other \< is the character.
    ['(?<q>.)\\<q>', '_', 'aab', '_b'],
    ['\\<q', '_', '<q', '_'],
  ]);
});

describe('groups', () => {
  replaces([
    // Unnamed groups are numbered first, then the named ones.
    ['(?<n>a)(b)(c)', '$1$2$3', 'abc', 'bca'],
    ['(?<b>x)(?<a>y)', '$1$2', 'xy', 'xy'],
    ['(?<7>a)(b)', '$7$1', 'ab', 'ab'],
    ['(?<1>a)(b)', '$1', 'ab', 'b'],
    ["(?'q'a)", '<${q}>', 'a', '<a>'],
    // Groups of one name are one group.
    ['(?<n>a)|(?<n>b)', '<${n}>', 'ab', '<a><b>'],
    // What a group captured in an earlier turn stays, other than in JavaScript.
    ['^(?:(a)|b)*$', '<$1>', 'ab', '<a>'],
    // A last turn that takes nothing captures nothing's place.
    ['^(a*)*$', '<$1>', 'aa', '<>'],
    ['^(a|b?)*c', '<$1>', 'abc', '<>'],
    // It is the last one, also after it captured for one turn.
    ['^(?:\\1a|(?=(a)))+', '<$&>', 'aa', '<>aa'],
    ['^(?:\\1a|(?=(a))){1,3}', '<$&>', 'aa', '<>aa'],
    // Turns that must be taken are taken nevertheless.
    ['^(?:\\1a|(?=(a))){2}', '<$&>', 'aa', '<aa>'],
    ['(a)(?:b)(?n:(c))(?<d>d)', '$1$2', 'abcd', 'ad'],
    // A group that captured nothing is not matched by a reference to it, other than in JavaScript.
    ['(a)?\\1b', '_', 'b aab', 'b _'],
    ['(\\w)\\1', '<$1>', 'aabc', '<a>bc'],
    ['(?<c>\\w)\\k<c>', '<${c}>', 'aabc', '<a>bc'],
    ['(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', '_', 'abcdefghijj', '_'],
    // Without a tenth group \10 is a character.
    ['(a)\\10', '_', 'a\b', '_'],
    ['(?>a+)ab', '_', 'aaab', 'aaab'],
    ['(?>a|ab)c', '_', 'abc', 'abc'],
    ['(?>a+)b', '_', 'aaab', '_'],
  ]);
});

describe('looking around', () => {
  replaces([
    ['a(?=b)', '_', 'abac', '_bac'],
    ['a(?!b)', '_', 'abac', 'ab_c'],
    ['(?<=a)b', '_', 'abcb', 'a_cb'],
    ['(?<!a)b', '_', 'abcb', 'abc_'],
    ['(?=(\\w+))\\w', '[$1]', 'ab', '[ab][b]'],
    // Inside, matching runs from right to left, so the second group takes first.
    ['(?<=(\\d+)(\\d+))$', '<$1,$2>', '1053', '1053<1,053>'],
    ['(?<=\\1(a))b', '_', 'aab', 'aa_'],
    ['(?!(a)b)a\\1?', '_', 'acab', '_cab'],
    ['(?<=^|,)(?=,|$)', '-', ',a,', '-,a,-'],
  ]);
});

describe('substitutions', () => {
  replaces([
    ['b', '[$`]', 'abc', 'a[a]c'],
    ['b', "[$']", 'abc', 'a[c]c'],
    ['b', '[$_]', 'abc', 'a[abc]c'],
    ['(a)|(b)', '[$+]', 'ab', '[][b]'],
    ['b', '[$+]', 'abc', 'a[b]c'],
    ['(b)', '$0${0}${1}$1', 'abc', 'abbbbc'],
    // $12 is group 12 and nothing else; what names no group is text.
    ['(b)', '$12', 'abc', 'a$12c'],
    ['(b)', '${1}2', 'abc', 'ab2c'],
    ['(?<n>b)', '$n ${m} ${n ${} $', 'abc', 'a$n ${m} ${n ${} $c'],
    ['(b)', '$99999999999', 'abc', 'a$99999999999c'],
    ['b', '$<n>\\1', 'abc', 'a$<n>\\1c'],
    ['(x)?b', '[$1]', 'abc', 'a[]c'],
  ]);
});

describe('options in the pattern', () => {
  replaces([
    ['(?i)anna', '-', 'ANNA, Anna, anna, annā', '-, -, -, annā'],
    ['an(?i)na', '-', 'anNA ANna', '- ANna'],
    ['(?i:a)b', '-', 'Ab AB', '- AB'],
    ['(?i)a(?-i)b', '-', 'Ab AB', '- AB'],
    ['(?i)[^k-m]', '-', 'JKLMN', '-KLM-'],
    ['(?i)[à-ü]+', '-', 'ÀÉÜ x', '- x'],
    ['(?i)(a)\\1', '-', 'aA Aa ab', '- - ab'],
    ['(a)(?i)\\1', '-', 'aA Aa', '- Aa'],
    ['(?i)k', '-', 'kK\u212a', '---'],
    // By the lower case of single characters: no final sigma, no long s, no dotted I
    ['(?i)σ', '-', 'Σσς', '--ς'],
    ['(?i)s', '-', 'Ssſ', '--ſ'],
    ['(?i)i', '-', 'Iiİı', '--İı'],
    ['(?i)ß', '-', 'ßẞs', '--s'],
    ['(?i)\\p{Lu}', '-', 'aÉ1', '--1'],
    ['\\p{Lu}', '-', 'aÉ1', 'a-1'],
    ['(?i)[\\p{Ll}-[x]]', '-', 'aXY', '-X-'],
    ['(?i)\\u0041\\x42', '-', 'ab', '-'],
    ['(?x) a \\ b [ ] c # and nothing\n d', '-', 'a b cd abcd', '- abcd'],
    ['(?x: a b )c d', '-', 'abc d', '-'],
    ['(?s).', '-', 'a\n', '--'],
    ['(?m)^', '-', 'a\nb', '-a\n-b'],
    ['(?n)(a)(?<x>b)', '$1', 'ab', 'b'],
    ['(?im)^x$', '-', 'X\nx', '-\n-'],
  ]);
});

describe('where the last match ended', () => {
  replaces([
    ['\\Ga', '-', 'aaba', '--ba'],
    ['\\G\\d', '*', '12a34', '**a34'],
    ['a\\Gb', '-', 'ab', 'ab'],
    // A match that took nothing was not where the next search begins
    ['\\Ga?', '-', 'aab', '---b'],
    ['(?<=\\G.)b', '-', 'abb', 'a-b'],
  ]);
});

describe('conditions', () => {
  replaces([
    ['(a)?(?(1)b|c)', '-', 'ab c b', '- - b'],
    ['(?<q>")?\\w+(?(q)")', '-', '"ab" cd "ef', '- - "-'],
    ['(?(?=\\d)\\d{2}|[a-z])', '-', '12 a 3 b', '- - 3 -'],
    ['(?(\\d)\\d{2}|[a-z])', '-', '12 a 3 b', '- - 3 -'],
    ['(?(?!x)a|x)', '-', 'axb', '--b'],
    ['(?(?<=x)a|b)', '-', 'xa b a', 'x- - a'],
    // Once the condition holds, the other branch is not tried
    ['(?(a)ab|ac)', '-', 'ab ac', '- ac'],
    ['(?(a)b)', '-', 'ab', 'a-b-'],
    ['(?((a))\\1a|b)', '-', 'aa b', '- -'],
    ['(?<=(?(a)a|b)c)d', '-', 'acd bcd ccd', 'ac- bc- ccd'],
  ]);
});

describe('groups that take captures away', () => {
  replaces([
    ['^(?:[^()]|(?<o>\\()|(?<-o>\\)))*(?(o)(?!))$', 'balanced', '(a(b)(c))', 'balanced'],
    ['^(?:[^()]|(?<o>\\()|(?<-o>\\)))*(?(o)(?!))$', 'balanced', '(a(b)(c)', '(a(b)(c)'],
    ['^(?:[^()]|(?<o>\\()|(?<-o>\\)))*(?(o)(?!))$', 'balanced', 'a)b(', 'a)b('],
    // The text between the two
    ['(?<o>\\[)[^\\[\\]]*(?<in-o>\\])', '<${in}>', '[ab][c]', '<ab><c>'],
    ['(?<o>a)(?<o>b)(?<-o>c)(?(o)d|e)', '-', 'abcd', '-'],
    ['(?<o>a)(?<-o>b)(?(o)c|d)', '-', 'abd', '-'],
    ['(?<o>a)(?<o>b)(?<-o>c)\\k<o>', '-', 'abca abcb', '- abcb'],
    ['(?<o>a)?(?<-o>b)', '-', 'ab b', '- b'],
    ['(?<o>a)(?:(?<-o>b)x|by)(?(o)1|0)', '-', 'aby1 abx0 aby0', '- - aby0'],
    // What lies in the other is what they share
    ['(?<o>abc)(?<=(?<n-o>b)c)', '<${n}>', 'abc', '<b>'],
    ['(a)(?<1-1>b)', '<$1>', 'ab', '<>'],
  ]);

  it('gives up what takes too much work', () => {
    const ambiguous = regex('^(?:(?<o>a)|(?<-o>a)|a)*b');
    expect(() => ambiguous.replace('a'.repeat(60), '-')).toThrow(RegexBudgetError);
  });
});

describe('repetitions of repetitions', () => {
  replaces([
    // (?:a+){2} is a{2,}: where captures show it, the last turn is one of one
    ['(?:(a*)+){2}', '<$1>', 'aa', '<><>'],
    ['(?:(ab)+){2}', '<$1>', 'ababab', '<ab>'],
    ['(?:a+){3}', '-', 'aa aaa', 'aa -'],
    ['(?>a+){2}', '-', 'aaa', '-'],
  ]);
});

describe('replaceGroup', () => {
  it.each([
    ['(?<streetNumber>^\\d*)', 'streetNumber', '888', '545 Tremont Street', '888 Tremont Street'],
    ['(?<Suffix>@(.)*)', 'Suffix', '', 'jsmith@contoso.com', 'jsmith'],
    ['a(?<n>b)c', 'n', 'X', 'abc-abc', 'aXc-aXc'],
    ['a(?<n>b)?c', 'n', 'X', 'ac-abc', 'ac-aXc'],
    ['a(?<n>b)+c', 'n', 'X', 'abbc', 'abXc'],
    ['a(b)c', '1', 'X', 'abc', 'aXc'],
    // The replacement is taken literally.
    ['a(?<n>b)', 'n', '$0', 'ab', 'a$0'],
    ['a(?<n>b)', 'm', 'X', 'ab', 'ab'],
    ['(?=(?<n>.b))', 'n', 'X', 'abab', 'XX'],
    ['(?=.*(?<n>b))a', 'n', 'X', 'aab', 'aaX'],
    ['a(b)?', '0', 'X', 'abca', 'XcX'],
    ['(?<n>)a', 'n', '-', 'aba', '-ab-a'],
    ['(?<n>b*)', 'n', '-', 'abb', '-a--'],
    ['(a)(b)', '2', 'X', 'abab', 'aXaX'],
    ['(a)(b)', '3', 'X', 'ab', 'ab'],
    ['(a)(b)', '01', 'X', 'ab', 'Xb'],
    ['(a)(b)', '', 'X', 'ab', 'ab'],
    ['(a)(b)', 'x1', 'X', 'ab', 'ab'],
    ['(a)(b)', '1x', 'X', 'ab', 'ab'],
    ['(?<10>a)(b)', '10', 'X', 'ab', 'Xb'],
    ['(?<999999999>a)(b)', '999999999', 'X', 'ab', 'Xb'],
  ])('%s, %s → %s in %s', (pattern, group, replacement, text, expected) => {
    expect(regex(pattern).replaceGroup(text, group, replacement)).toBe(expected);
  });
});

describe('firstGroup', () => {
  it.each([
    ['\\+(?<isd>\\d* )(?<phone>\\d{10})', 'phone', '+91 8887779999', '8887779999'],
    ['(?<n>a)|b', 'n', 'ba', undefined],
    ['(?<n>a)', 'n', 'xyz', undefined],
    ['(?<n>a)', 'm', 'a', undefined],
    ['(?<n>x*)', 'n', 'a', ''],
    ['(a)b', '1', 'ab', 'a'],
  ])('%s, %s of %s', (pattern, group, text, expected) => {
    expect(regex(pattern).firstGroup(text, group)).toBe(expected);
  });
});

it('names the groups of a pattern', () => {
  const groups = regex('(?<b>x)(y)(?<a>z)(?<b>w)');
  const names = ['b', 'a', '0', '1', '2', '3', '01', 'c', ''];
  expect(names.filter((name) => groups.hasGroup(name))).toEqual(['b', 'a', '0', '1']);
  // Without names and gaps a number may begin with zeros
  expect(names.filter((name) => regex('(x)(y)').hasGroup(name))).toEqual(['0', '1', '2', '01']);
  expect(names.filter((name) => regex('(x)(?<3>y)').hasGroup(name))).toEqual(['0', '1', '3']);
});
