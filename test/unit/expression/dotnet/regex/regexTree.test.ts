import { describe, expect, it } from 'vitest';
import { parseRegex } from '../../../../../src/core/expression/dotnet/regex/parseRegex';
import { writeTree } from './writeTree';

/** What a pattern is read as, or where it is refused. */
function read(pattern: string): string {
  const parsed = parseRegex(pattern);
  return 'tree' in parsed ? writeTree(parsed.tree.root) : `${parsed.refusal.code} ${parsed.refusal.construct}`;
}

function reads(cases: readonly (readonly [string, string])[]): void {
  it.each(cases)('%j is %s', (pattern, expected) => {
    expect(read(pattern)).toBe(expected);
  });
}

describe('branches and sequences', () => {
  reads([
    ['', 'empty'],
    ['a', 'a'],
    ['ab', 'sequence(a b)'],
    ['a|b', 'either(a b)'],
    ['a||', 'either(a empty empty)'],
    ['|', 'either(empty empty)'],
    ['ab|c', 'either(sequence(a b) c)'],
    ['(a|b)c', 'sequence(capture1(either(a b)) c)'],
    [']}', 'sequence(] })'],
  ]);
});

describe('quantifiers', () => {
  reads([
    ['a*', '0..(a)'],
    ['a+', '1..(a)'],
    ['a?', '0..1(a)'],
    ['a*?', 'lazy0..(a)'],
    ['a+?', 'lazy1..(a)'],
    ['a??', 'lazy0..1(a)'],
    ['a{3}', '3..3(a)'],
    ['a{12,}', '12..(a)'],
    ['a{2,3}', '2..3(a)'],
    ['a{2,2}', '2..2(a)'],
    ['a{0}', 'empty'],
    ['(?:a+){2}', '2..(a)'],
    ['(?:(a)+){2,3}', '2..(capture1(a))'],
    ['(?:a{2,})?', '0..1(2..(a))'],
    ['(?:a{3,5}){2}', '2..2(3..5(a))'],
    ['(?:a?){3}', '0..3(a)'],
    ['(?:a+?)+?', 'lazy1..(a)'],
    ['(?:a+?)+', '1..(lazy1..(a))'],
    ['(?>a+){2}', 'atomic(2..(a))'],
    ['(?:(?:a+){1}){2}', '2..(a)'],
    ['a{10,20}?', 'lazy10..20(a)'],
    ['a{2147483648}', 'invalid 2147483648'],
    ['a{2147483647}', '2147483647..2147483647(a)'],
    ['ab*', 'sequence(a 0..(b))'],
    ['(ab)*', '0..(capture1(sequence(a b)))'],
    ['(?:ab)*c', 'sequence(0..(sequence(a b)) c)'],
    ['[ab]+', '1..([a])'],
    // A brace that is none of a quantifier stands for itself.
    ['a{', 'sequence(a {)'],
    ['a{}', 'sequence(a { })'],
    ['a{,2}', 'sequence(a { , 2 })'],
    ['a{1', 'sequence(a { 1)'],
    ['a{1,', 'sequence(a { 1 ,)'],
    ['a{1,2', 'sequence(a { 1 , 2)'],
    ['a{1x}', 'sequence(a { 1 x })'],
    ['a{1,x}', 'sequence(a { 1 , x })'],
    ['a{1,2,3}', 'sequence(a { 1 , 2 , 3 })'],
    ['a{x1}', 'sequence(a { x 1 })'],
    ['x{y{1}', 'sequence(x { y)'],
  ]);
});

describe('comments', () => {
  reads([
    ['(?#)', 'empty'],
    ['(?#note)a', 'a'],
    ['a(?#note)', 'a'],
    ['a(?#one)(?#two)b', 'sequence(a b)'],
    ['a(?#*)*', '0..(a)'],
    ['a*(?#note)?', 'lazy0..(a)'],
    ['a*(?#note)b', 'sequence(0..(a) b)'],
    ['a(?#(note)b', 'sequence(a b)'],
    ['a*(?#note)*', 'invalid *'],
    ['a*?(?#note)*', 'invalid *'],
    ['(?#note)*', 'invalid *'],
    ['(?#note)|(?#note)', 'either(empty empty)'],
    ['a)(?#note', 'invalid )'],
    ['a(?#note', 'invalid ('],
    ['a(?#', 'invalid ('],
  ]);
});

describe('anchors and sets', () => {
  reads([
    ['^$', 'sequence(<start> <endOrFinalNewline>)'],
    ['(?m)^$', 'sequence(<lineStart> <lineEnd>)'],
    ['\\A\\Z\\z\\b\\B', 'sequence(<start> <endOrFinalNewline> <end> <wordBoundary> <notWordBoundary>)'],
    ['\\d\\D', 'sequence([0] [aZ¶])'],
    ['\\w\\W\\s\\S', 'sequence([aZ0] [¶] [¶] [aZ0])'],
    ['\\p{Lu}x', 'sequence([Z] x)'],
    ['\\P{L}x', 'sequence([0¶] x)'],
    ['\\p{IsGreek}\\P{IsGreek}', 'sequence([] [aZ0¶])'],
    ['.', '[aZ0]'],
    ['(?s).', '[aZ0¶]'],
  ]);
});

describe('escapes', () => {
  reads([
    ['\\a\\e\\f\\n', 'sequence(\\u0007 \\u001b \\u000c \\u000a)'],
    ['\\r\\t\\v', 'sequence(\\u000d \\u0009 \\u000b)'],
    ['\\.\\*\\\\\\-\\ ', 'sequence(. * \\ - \\u0020)'],
    ['\\é', 'invalid \\é'],
    ['\\€', '\\u20ac'],
    ['\\x4a\\x4B\\xfF', 'sequence(J K \\u00ff)'],
    ['\\x414', 'sequence(A 4)'],
    ['\\u004a0', 'sequence(J 0)'],
    ['\\u20aC', '\\u20ac'],
    ['\\x', 'invalid \\x'],
    ['\\x4', 'invalid \\x'],
    ['\\x4g', 'invalid \\x'],
    ['\\xg4', 'invalid \\x'],
    ['\\u004', 'invalid \\u'],
    ['\\u004g', 'invalid \\u'],
    ['\\cA\\cz\\c@\\c_\\c[', 'sequence(\\u0001 \\u001a \\u0000 \\u001f \\u001b)'],
    ['\\c]\\c^\\c\\', 'sequence(\\u001d \\u001e \\u001c)'],
    ['\\c', 'invalid \\c'],
    ['\\c`', 'invalid \\c`'],
    ['\\c{', 'invalid \\c{'],
    ['\\0', '\\u0000'],
    ['\\07', '\\u0007'],
    ['\\08', 'sequence(\\u0000 8)'],
    ['\\101', 'A'],
    ['\\1014', 'sequence(A 4)'],
    // Of three digits the lowest eight bits are kept.
    ['\\541', 'a'],
    ['\\18', 'sequence(\\u0001 8)'],
    ['\\1', 'invalid \\1'],
    ['\\8', 'invalid \\8'],
    ['\\9', 'invalid \\9'],
    ['\\80', 'invalid \\8'],
    ['\\p', 'invalid \\p'],
    ['\\p{}', 'invalid \\p{}'],
    ['\\p{L', 'invalid \\p'],
    ['\\pL', 'invalid \\p'],
    ['\\pL}', 'invalid \\p'],
    ['\\px{L}', 'invalid \\p'],
    ['\\p{ L}', 'invalid \\p'],
    ['\\p{Is}', 'invalid \\p{Is}'],
    ['\\p{Is-x}a', 'invalid \\p{Is-x}'],
    ['\\P{Nope}', 'invalid \\P{Nope}'],
    ['\\p{xIsGreek}', 'invalid \\p{xIsGreek}'],
    ['\\h', 'invalid \\h'],
    ['\\', 'invalid \\'],
  ]);
});

describe('groups', () => {
  reads([
    ['(a)(b)', 'sequence(capture1(a) capture2(b))'],
    ['((a)b)', 'capture1(sequence(capture2(a) b))'],
    ['()', 'capture1(empty)'],
    ['(?:a)', 'a'],
    ['(?>a)', 'atomic(a)'],
    ['(?=a)', 'Lookahead(a)'],
    ['(?!a)', 'notLookahead(a)'],
    ['(?<=a)', 'Lookbehind(a)'],
    ['(?<!a)', 'notLookbehind(a)'],
    ['(?<n>a)(b)', 'sequence(capture2(a) capture1(b))'],
    ["(?'n'a)(?'m'b)(?<n>c)", 'sequence(capture1(a) capture2(b) capture1(c))'],
    ['(?<n_1é>a)', 'capture1(a)'],
    ['(?<7>a)(b)', 'sequence(capture2(a) capture1(b))'],
    ['(?<12>a)(?<7>b)(?<12>c)', 'sequence(capture2(a) capture1(b) capture2(c))'],
    // A named group takes the next number that nobody has.
    ['(?<n>a)(?<2>b)(c)(?<m>d)', 'sequence(capture3(a) capture2(b) capture1(c) capture4(d))'],
    ['(?<3>a)(?<n>b)(?<m>c)(?<o>d)', 'sequence(capture3(a) capture1(b) capture2(c) capture4(d))'],
    ['(?', 'invalid (?'],
    ['(', 'invalid ('],
    ['(a', 'invalid (a'],
    ['(a|b', 'invalid (a|b'],
    ['((a)', 'invalid ((a)'],
    ['(?<n', 'invalid (?<n'],
    ['(?<n a)', 'invalid (?<n'],
    ["(?<n'a)", 'invalid (?<n'],
    ["(?'n>a)", "invalid (?'n"],
    ['(?<', 'invalid (?<'],
    ['(?<00>a)', 'invalid (?<00'],
    ['(?<m>a)(?<n-m>b)', 'sequence(capture1(a) capture2-1(b))'],
    ['(?<n-m>a)', 'invalid (?<n-m>'],
    ["(?'m'a)(?'-m'b)", 'sequence(capture1(a) capture-1(b))'],
    ['(?<1-2>a)', 'invalid (?<1-2>'],
    ['(a)(?<1-1>b)', 'sequence(capture1(a) capture1-1(b))'],
    ['(?(1)a|b)', 'invalid (?(1)'],
    ['(x)(?(1)a|b)', 'sequence(capture1(x) if1(a b))'],
    ['(?<x>y)(?(x)a)', 'sequence(capture1(y) if1(a empty))'],
    ['(?(x)a|b)', 'if(x a b)'],
    ['(?(?!x)a|b)', 'if(notLookahead(x) a b)'],
    ['(?(x(y))(a)|b)', 'if(sequence(x capture1(y)) capture2(a) b)'],
    ['(?*a)', 'invalid (?*'],
    ['(?<99999999999>a)', 'invalid 99999999999'],
    ['(?)', 'invalid ?'],
    ['(?a)', 'invalid (?a'],
  ]);
});

describe('options', () => {
  const dot = '[aZ0]';
  const all = '[aZ0¶]';
  reads([
    ['(?s)..', `sequence(${all} ${all})`],
    ['.(?s).', `sequence(${dot} ${all})`],
    ['(?s:.).', `sequence(${all} ${dot})`],
    ['((?s).).', `sequence(capture1(${all}) ${dot})`],
    ['(?s).(?-s).', `sequence(${all} ${dot})`],
    ['(?s)(?-s:.).', `sequence(${dot} ${all})`],
    ['(?s)(.)', `capture1(${all})`],
    ['(?s)(?=.)', `Lookahead(${all})`],
    ['(?s)(?>.)', `atomic(${all})`],
    ['(?s)(?<n>.)', `capture1(${all})`],
    ['(?s)(?<7>.)', `capture1(${all})`],
    // What one branch switches holds in those after it.
    ['.|(?s).|.', `either(${dot} ${all} ${all})`],
    ['(?sm).^', `sequence(${all} <lineStart>)`],
    ['(?SM).^', `sequence(${all} <lineStart>)`],
    ['(?s-m).^', `sequence(${all} <start>)`],
    ['(?m-s+s).^', `sequence(${all} <lineStart>)`],
    ['(?-s+m).^', `sequence(${dot} <lineStart>)`],
    ['(?m)(?-m:^)$', 'sequence(<start> <lineEnd>)'],
    ['(?m)(?s)^', '<lineStart>'],
    ['(?n)(a)(?<n>b)', 'sequence(a capture1(b))'],
    ['(?n:(a))(b)', 'sequence(a capture1(b))'],
    ['(?n)(?-n)(a)', 'capture1(a)'],
    ['(?n)(.)|b', `either(${dot} b)`],
    ['(?n)(?s)(.)', all],
    ['(?-i)a', 'a'],
    ['(?-x:a)', 'a'],
    ['(?-ix+s).', all],
    ['(?i)a', '[a]'],
    ['(?i)(a)\\1', 'sequence(capture1([a]) same1AnyCase)'],
    ['(?x) a b # c\n + ', 'sequence(a 1..(b))'],
    ['(?x:\\ [ ]a) b', 'sequence(sequence(\\u0020 [] a) \\u0020 b)'],
    ['(?x)(?-x) a', 'sequence(\\u0020 a)'],
    ['(?I)a', '[a]'],
    ['(?-s+x)a b', 'sequence(a b)'],
    ['(?smn', 'invalid (?smn'],
    ['(?sq)', 'invalid (?sq'],
    ['(?s', 'invalid (?s'],
  ]);
});

describe('references', () => {
  reads([
    ['(a)\\1', 'sequence(capture1(a) same1)'],
    ['(?<n>a)\\1', 'sequence(capture1(a) same1)'],
    ['\\1(a)', 'sequence(same1 capture1(a))'],
    ['(?<7>a)\\7', 'sequence(capture1(a) same1)'],
    ['(?<n>a)(b)\\k<n>\\k<1>', 'sequence(capture2(a) capture1(b) same2 same1)'],
    ["(?<n>a)\\k'n'\\<n>\\'n'", 'sequence(capture1(a) same1 same1 same1)'],
    ['(a)\\<1>', 'sequence(capture1(a) same1)'],
    // Of two digits, a group or a character, whichever there is.
    ['(?<12>a)\\12', 'sequence(capture1(a) same1)'],
    ['(?<80>a)\\80', 'sequence(capture1(a) same1)'],
    ['(a)\\12', 'sequence(capture1(a) \\u000a)'],
    ['(a)\\18', 'sequence(capture1(a) \\u0001 8)'],
    ['(a)\\2', 'invalid \\2'],
    ['(a)\\9', 'invalid \\9'],
    ['(a)\\k<2>', 'invalid \\k<2>'],
    ['(?<n>a)\\k<m>', 'invalid \\k<m>'],
    ['(?<n>a)\\<m>', 'invalid \\<m>'],
    ['\\k', 'invalid \\k'],
    ['\\kn', 'invalid \\k'],
    ['\\k<', 'invalid \\k<'],
    ["\\k'", "invalid \\k'"],
    ['\\k<n', 'invalid \\k'],
    ["\\k<n'", 'invalid \\k'],
    // What only begins like a reference is a character and more.
    ['\\<', '<'],
    ["\\'", "'"],
    ['\\<>', 'sequence(< >)'],
    ["(?<n>a)\\<n'", "sequence(capture1(a) < n ')"],
    ["(?<n>a)\\'n>", "sequence(capture1(a) ' n >)"],
    ['(a)\\<1', 'sequence(capture1(a) < 1)'],
  ]);
});

describe('measures', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}${')'.repeat(depth)}`;
  it.each([
    ['the deepest groups', nested(200), 'capture1(capture2('],
    ['groups too deep', nested(201), 'unsupported ('],
    ['as many groups side by side', '()'.repeat(300), 'sequence(capture1(empty)'],
    ['the longest pattern', 'a'.repeat(10_000), 'sequence(a a'],
    ['a pattern too long', 'a'.repeat(10_001), 'unsupported a'],
  ])('%s', (_, pattern, expected) => {
    expect(read(pattern).slice(0, expected.length)).toBe(expected);
  });
});
