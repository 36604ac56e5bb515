import { describe, expect, it } from 'vitest';
import { compileTree } from '../../../../../src/core/expression/dotnet/regex/compileTree';
import { Matcher } from '../../../../../src/core/expression/dotnet/regex/matcher';
import { parseRegex } from '../../../../../src/core/expression/dotnet/regex/parseRegex';
import { RegexBudgetError, StepCount } from '../../../../../src/core/expression/dotnet/regex/regexMeter';

const PLENTY = 100_000;

function matcherOf(pattern: string, patience?: number): Matcher {
  const parsed = parseRegex(pattern);
  const program = 'tree' in parsed ? compileTree(parsed.tree) : undefined;
  if (program === undefined) throw new Error(`${pattern} is not evaluated`);
  return new Matcher(program, patience);
}

/** Start and end of the first match and of each group, `-` where one captured nothing; and how many steps it took. */
function search(matcher: Matcher, text: string, from = 0) {
  const steps = new StepCount(PLENTY);
  matcher.begin(text, steps);
  const captures = matcher.find(from)?.captures;
  matcher.end();
  const found = captures?.flatMap((start, at) =>
    at % 2 === 1 ? [] : start < 0 ? '-' : `${start},${captures[at + 1]}`,
  );
  return { found: found?.join(' ') ?? 'none', steps: steps.taken };
}

/** Each case with memory from the first step on and without. */
function finds(cases: readonly (readonly [string, string, string])[]): void {
  it.each(cases)('%s in %j: %s', (pattern, text, expected) => {
    expect([0, Infinity].map((patience) => search(matcherOf(pattern, patience), text).found)).toEqual([
      expected,
      expected,
    ]);
  });
}

describe('runs of one set', () => {
  finds([
    ['a*a', 'aaa', '0,3'],
    ['a*aa', 'aaa', '0,3'],
    ['a*?', 'aaa', '0,0'],
    ['a*?b', 'aab', '0,3'],
    ['a+?', 'aaa', '0,1'],
    ['a??b', 'ab', '0,2'],
    ['a?a', 'a', '0,1'],
    ['a{2}', 'aaa', '0,2'],
    ['a{2}', 'aba', 'none'],
    ['a{2,3}', 'aaaa', '0,3'],
    ['a{2,3}?', 'aaaa', '0,2'],
    ['a{2,3}?b', 'aaaab', '1,5'],
    ['a{2,3}b', 'ab', 'none'],
    ['a{2}?b', 'aaab', '1,4'],
    ['a[^b]', 'a', 'none'],
    ['(?:a[^b]|b)', 'a', 'none'],
    ['[\\0]+', 'a\0\0', '1,3'],
    ['[\\0]+?b', 'a\0\0b', '1,4'],
    ['a{1,3}?b', 'aaaab', '1,5'],
    ['^a{1,3}?b', 'aaaab', 'none'],
    ['^a{0,2}?c', 'aac', '0,3'],
    ['^a{0,2}?c', 'aaac', 'none'],
    ['a{2,}', 'aaaa', '0,4'],
    ['a{2,}?b', 'aaab', '0,4'],
    ['a{0}b', 'ab', '1,2'],
    ['[ab]*b', 'abac', '0,2'],
    ['(a*)(a*)', 'aa', '0,2 0,2 2,2'],
    ['(a*?)(a*)', 'aa', '0,2 0,0 0,2'],
    ['(a*)(a+)', 'aa', '0,2 0,1 1,2'],
    ['(a{0,2})(a{2})', 'aaa', '0,3 0,1 1,3'],
    ['(a??)(a*?)c', 'aac', '0,3 0,0 0,2'],
    ['.*é', 'aéé\né', '0,3'],
  ]);
});

describe('repetitions of groups', () => {
  finds([
    ['(ab)*', 'ababa', '0,4 2,4'],
    ['(ab)*?', 'abab', '0,0 -'],
    ['(ab)+?', 'abab', '0,2 0,2'],
    ['(ab){2}', 'ababab', '0,4 2,4'],
    ['(ab){1,2}', 'ababab', '0,4 2,4'],
    ['(ab){1,2}?', 'ababab', '0,2 0,2'],
    ['(ab){0,1}?c', 'abc', '0,3 0,2'],
    ['(ab){2,}', 'ab', 'none'],
    ['(ab){0}c', 'abc', '2,3 -'],
    ['(a|ab)(bc|c)*$', 'abcbc', '0,5 0,1 3,5'],
    ['(?:(a)|b)*', 'ab', '0,2 0,1'],
    ['(a|b)*?c', 'abc', '0,3 1,2'],
    ['((a)|(b))+', 'ab', '0,2 1,2 0,1 1,2'],
    ['(a*)*', 'aa', '0,2 2,2'],
    ['(a*)+', 'aa', '0,2 2,2'],
    ['(a*){2}', 'aa', '0,2 2,2'],
    ['(a*){3,5}', 'aa', '0,2 2,2'],
    ['(a*)*?b', 'aab', '0,3 0,2'],
    ['(a?)*?b', 'aab', '0,3 1,2'],
    ['(a?){2,3}?b', 'aaab', '0,4 2,3'],
    ['(a|b?){0,2}c', 'abc', '0,3 1,2'],
    ['(?:(?:a?)*b?)*c', 'aabac', '0,5'],
    ['(?:(a?)*(b?))*c', 'aabac', '0,5 4,4 4,4'],
    ['(?:|a)+b', 'ab', '0,2'],
    ['^(?:|a)+?b', 'ab', '0,2'],
    ['^(?:a?b??)*$', 'ab', '0,2'],
  ]);
});

describe('branches', () => {
  finds([
    ['a|ab', 'ab', '0,1'],
    ['ab|a', 'ab', '0,2'],
    ['(?:a|ab)c', 'abc', '0,3'],
    ['(a)|(b)|(c)', 'c', '0,1 - - 0,1'],
    ['(?:(a)x|ab)', 'ab', '0,2 -'],
    ['(?:(a)|(b)){2}c|ab', 'ab', '0,2 - -'],
    ['b|', 'ab', '0,0'],
    ['x|y|', 'y', '0,1'],
  ]);
});

describe('references', () => {
  finds([
    ['(a+)\\1', 'aaaaa', '0,4 0,2'],
    ['(a*)b\\1c', 'aabac', '1,5 1,2'],
    ['(ab)\\1', 'abaab', 'none'],
    ['(ab)\\1', 'aba', 'none'],
    ['(a)?\\1', 'b', 'none'],
    ['(a?)\\1b', 'b', '0,1 0,0'],
    ['(?:(a)|b)+\\1', 'aba', '0,3 0,1'],
    ['(?<=(ab)x)\\1', 'abxab', '3,5 0,2'],
    ['(?<=\\1(ab))', 'aabab', '5,5 3,5'],
    ['(?<=\\1(ab))c', 'bab abc', 'none'],
    ['(?<=\\1(aab))c', 'baabc', 'none'],
  ]);
});

describe('lookarounds and atomic groups', () => {
  finds([
    ['(?=(a+))a', 'aaa', '0,1 0,3'],
    ['(?=(a+))a*b\\1', 'baaabac', '3,6 3,4'],
    ['(?=a)b', 'ab', 'none'],
    ['(?!(a))b', 'ab', '1,2 -'],
    ['(?!(a)b)a', 'aab', '0,1 -'],
    ['(?!a)', 'aab', '2,2'],
    ['(?!a|b)', 'ab', '2,2'],
    ['(?!(?!a))', 'ba', '1,1'],
    ['(?!(?=a)b)a', 'a', '0,1'],
    ['(?=(?!b)(.))', 'ba', '1,1 1,2'],
    ['(?<=a)', 'ba', '2,2'],
    ['(?<=[^a])b', 'b', 'none'],
    ['(?<=[^a]{2})b', 'bb', 'none'],
    ['(?:(?=a*b)a)*b', 'aab', '0,3'],
    ['(?:(?=a*?b)a)*b', 'aab', '0,3'],
    ['(?:(?!a*c)a)*b', 'aab', '0,3'],
    ['(?:a(?<=^a*))*b', 'aab', '0,3'],
    ['(?:(?=(?>a*)b)a)*b', 'aab', '0,3'],
    ['(?:(?=(?:a|b)+c)(?:a|b))*c', 'abc', '0,3'],
    ['(?<=ab)c', 'abc', '2,3'],
    ['(?<=(a)(b))c', 'abc', '2,3 0,1 1,2'],
    ['(?<=(a*?)(a*))b', 'aab', '2,3 0,0 0,2'],
    ['(?<=a{2})b', 'ab aab', '5,6'],
    ['(?<=^a{1,2}?)b', 'aab', '2,3'],
    ['(?<=(?:ab){2})c', 'ababc', '4,5'],
    ['(?<!a|b)c', 'acbcc', '4,5'],
    ['(?<=(?=b).)c', 'bc', '1,2'],
    ['(?<=(?>a|ba))c', 'bac', '2,3'],
    ['(?<=b(?>a|ba))c', 'bbac', '3,4'],
    ['(?>a*)a', 'aaa', 'none'],
    ['(?>a*?)a', 'aa', '0,1'],
    ['(?>(a)|b)*c', 'abc', '0,3 0,1'],
    ['(?>(a+)b|a)a', 'aab aa', '4,6 -'],
    ['(?>a(?>b|bc)|abc)d', 'abcd', 'none'],
    ['a(?>b?)c|ab', 'ab', '0,2'],
    ['(a(?=(b)))*', 'ab', '0,1 0,1 1,2'],
    ['(?:(?=(a))|b)+\\1', 'aa', '0,1 0,1'],
    ['(?=(a|ab)(?=c))', 'abc', '0,0 0,2'],
    ['(?=(a|ab)c)', 'abc', '0,0 0,2'],
    ['(?>(?=a)(a|b))*', 'aab', '0,2 1,2'],
  ]);
});

describe('anchors', () => {
  finds([
    ['^', '', '0,0'],
    ['^a', 'ba', 'none'],
    ['^a|b', 'cb', '1,2'],
    ['(?m)^a', 'b\na', '2,3'],
    ['(?m)^', '\n', '0,0'],
    ['(?m)a$', 'a\rb\na\n', '4,5'],
    ['(?m)a$', 'ba', '1,2'],
    ['a$', 'a\n', '0,1'],
    ['a$', 'ab', 'none'],
    ['a$', 'a\nb', 'none'],
    ['a$', 'a\n\n', 'none'],
    ['\\n$', 'a\n\n', '1,2'],
    ['a\\z', 'a\na', '2,3'],
    ['\\z', 'a\n', '2,2'],
    ['\\b', ' a', '1,1'],
    ['\\b', ' ', 'none'],
    ['\\b', '', 'none'],
    ['a\\b', 'aab', 'none'],
    ['a\\b', 'aa', '1,2'],
    ['\\B', '', '0,0'],
    ['\\B', 'a', 'none'],
    ['\\B', 'ab', '1,1'],
    ['\\Ba', 'a a', 'none'],
  ]);
});

describe('where a search begins', () => {
  it.each([
    ['a', 'aba', 1, '2,3'],
    ['a', 'aba', 3, 'none'],
    ['^a', 'aa', 0, '0,1'],
    ['^a', 'aa', 1, 'none'],
    ['', 'ab', 2, '2,2'],
    ['', 'ab', 3, 'none'],
    ['é', 'aé', 0, '1,2'],
    ['[^a]', 'aé', 0, '1,2'],
    ['\u0080', 'a\u0080', 0, '1,2'],
    ['(?<=a)b', 'ab', 1, '1,2'],
  ])('%s in %j from %i: %s', (pattern, text, from, expected) => {
    expect(search(matcherOf(pattern), text, from).found).toBe(expected);
  });
});

describe('how much work a search is', () => {
  // A match is a step, and nine with its slot to take it down. What comes before it is a step per instruction.
  const MATCH = 10;
  it.each([
    ['', '', MATCH],
    ['abc', 'abc', MATCH + 3],
    // Each group is a place kept, a place captured and a slot.
    ['(a)', 'a', MATCH + 1 + 3],
    ['((a))', 'a', MATCH + 1 + 6],
    // Four units at which no match can begin are a step.
    ['a', 'bbbba', MATCH + 1 + 1],
    ['a', 'bbba', MATCH + 1],
    ['a', 'b'.repeat(400) + 'a', MATCH + 1 + 100],
    ['a', 'b'.repeat(400), 0],
    ['\u00e9', 'b'.repeat(400), 0],
    ['^a', 'bb', 0],
    ['(?=a)', 'bb', 3 * 3],
    // Two units of a run are a step, and one for each that is given back or added.
    ['a{8}', 'a'.repeat(8), MATCH + 1 + 4],
    ['a{8}', 'a'.repeat(7), 1 + 3 + 1 + 3 + 1 + 2 + 1 + 2 + 1 + 1 + 1 + 1 + 1],
    ['[ab]*', 'a'.repeat(8), MATCH + 1 + 4],
    ['[ab]{2,4}', 'a'.repeat(8), MATCH + 1 + 1 + 1],
    ['^[ab]*c', 'a'.repeat(8), 1 + 1 + 4 + 1 + 8 * 2],
    ['^[ab]*?c', 'aac', MATCH + 1 + 1 + 3 + 2],
    ['^[ab]{0,2}?c', 'aac', MATCH + 1 + 1 + 3 + 2],
    ['(?:ab)*', 'abab', MATCH + 3 * 2 + 2 * 2],
    ['a|b', 'b', MATCH + 1 + 1 + 1],
    ['(?>a)', 'a', MATCH + 3],
    ['(?=a)a', 'a', MATCH + 4],
    ['(?!a)', '', MATCH + 2 + 1],
    // A reference compares four units a step.
    ['(a{8})\\1', 'a'.repeat(16), MATCH + 1 + 1 + 4 + 2 + 1 + 2],
  ])('%s in %j', (pattern, text, expected) => {
    expect(search(matcherOf(pattern), text).steps).toBe(expected);
  });
});

describe('how much work is spared by remembering what failed', () => {
  // Over 40 and 80 units: in proportion to the length, where otherwise it is its square or worse.
  it.each([
    ['[ab]*', 41, 71],
    ['[ab]*c', 141, 281],
    ['^[ab]*?c', 83, 163],
    ['^(a+)+$b', 379, 759],
    ['^(a*)*b', 509, 1009],
    ['^(?:(?:a*|b)*|b)*b', 1479, 2939],
    // What .NET makes one repetition of costs as much as one
    ['^(?:(?:a*)*)*b', 103, 203],
    ['(?:a|a)*b', 404, 804],
    ['^(?:a{1,2}|b){1,3}b', 54, 54],
    ['^(?:a{0,2}?|b)*?b', 727, 1447],
    ['^(?:(?>a|aa))*b', 328, 648],
    ['(?:(?!a*b)a)*b', 426, 846],
    ['^(a)*\\1b', 284, 564],
    ['^(?:(?:(?:(?:a*|b)*|b)*|b)*|b)*b', 5622, 11203],
    ['(?:(?=a)a|(?!b)a)*b', 649, 1289],
    ['^(?(?=a+b)b|(?:a|a)*)*c', 1268, 2528],
    ['(?:a?|b){3}b', 1089, 2169],
    // What succeeded in a lookaround is forgotten, and looked for again from the next place.
    ['(?:(?=[ab]*a)a)*b', 1045, 3285],
  ])('%s', (pattern, ...expected) => {
    const steps = [40, 80].map((length) => search(matcherOf(pattern, 0), 'a'.repeat(length)).steps);
    expect(steps).toEqual(expected);
  });

  it('begins with the step that patience allows', () => {
    const steps = (patience: number) => search(matcherOf('[ab]*', patience), 'a'.repeat(40)).steps;
    expect([steps(1), steps(2)]).toEqual([steps(0), steps(Infinity)]);
  });
});

describe('one text after the other', () => {
  const all = (matcher: Matcher, text: string) => {
    const found: string[] = [];
    matcher.begin(text, new StepCount(PLENTY));
    for (let from = 0; from <= text.length; from++) {
      const match = matcher.find(from);
      if (match === undefined) break;
      found.push(match.captures.join());
      from = match.end;
    }
    matcher.end();
    return found;
  };

  it.each([
    ['(a)|(b)', 'a-b', ['0,1,0,1,-1,-1', '2,3,-1,-1,2,3']],
    ['a*b', 'aab-ab', ['0,3', '4,6']],
    ['(?=a*(b))a', 'a-aab', ['2,3,4,5']],
    ['(?:a|b)+c', 'abc-bc', ['0,3', '4,6']],
  ])('%s in %j', (pattern, text, expected) => {
    for (const patience of [0, Infinity]) expect(all(matcherOf(pattern, patience), text)).toEqual(expected);
  });

  it.each([
    ['^(?:(a)|b)*?c', 'abab'],
    ['(?=(a*)*c)a', 'aaaa'],
  ])('%s, after a search that was stopped', (pattern, text) => {
    for (let most = 1; most < 12; most++) {
      const matcher = matcherOf(pattern, 3);
      matcher.begin(text, new StepCount(most));
      expect(() => matcher.find(0)).toThrow(RegexBudgetError);
      matcher.end();
      expect(search(matcher, 'bc')).toEqual(search(matcherOf(pattern, 3), 'bc'));
    }
  });

  it('throws at a program that does not end', () => {
    const program = { code: [], slots: 1, registers: 2, crossingSlots: 0, atStart: false, first: undefined };
    const matcher = new Matcher(program);
    matcher.begin('a', new StepCount(PLENTY));
    expect(() => matcher.find(0)).toThrow('A regular expression ran out of its program.');
  });
});
