import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTree } from '../../../../../src/core/expression/dotnet/regex/compileTree';
import { Matcher } from '../../../../../src/core/expression/dotnet/regex/matcher';
import { parseRegex } from '../../../../../src/core/expression/dotnet/regex/parseRegex';
import { RegexBudgetError, StepCount } from '../../../../../src/core/expression/dotnet/regex/regexMeter';
import type { RegexTree } from '../../../../../src/core/expression/dotnet/regex/regexTree';
import { PlainMatcher, TooMuchWork } from './plainMatcher';
import { sweepOf } from '../../../../support/sweep';

const NEVER = Infinity;
const AT_ONCE = 0;

function treeOf(pattern: string): RegexTree | undefined {
  const parsed = parseRegex(pattern);
  return 'tree' in parsed ? parsed.tree : undefined;
}

/** Start and end of the first match and of each group, `-` where one captured nothing. */
function findFirst(tree: RegexTree, text: string, patience: number, steps = 50_000): string {
  const program = compileTree(tree);
  if (program === undefined) return 'too long';
  const matcher = new Matcher(program, patience);
  matcher.begin(text, new StepCount(steps));
  const captures = matcher.find(0)?.captures;
  if (captures === undefined) return 'no match';
  const groups = Array.from({ length: program.slots }, (_, slot) => captures.slice(2 * slot, 2 * slot + 2));
  return groups.map(([start, end]) => (start === -1 ? '-' : `${start},${end}`)).join(' ');
}

function findPlainly({ root, groups }: RegexTree, text: string): string {
  const captures = new PlainMatcher(root, text).find();
  if (captures === undefined) return 'no match';
  return Array.from({ length: groups.slots }, (_, slot) => captures.get(slot)?.join(',') ?? '-').join(' ');
}

/** The result, or undefined where one of the two ran out of steps, which says nothing about the other. */
function unlessTooMuch(find: () => string): string | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof TooMuchWork || error instanceof RegexBudgetError) return undefined;
    throw error;
  }
}

const quantifiers = ['*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?', '{2,}', '{0}', '{3,4}?'];
const atoms = ['a', 'b', '.', '[ab]', '[^a]', '\\w', '\\n', '^', '$', '\\b', '\\B', '\\z', '(?m:^)', '(?m:$)'];
const openings = ['(', '(?:', '(?<n>', '(?=', '(?!', '(?<=', '(?<!', '(?>', '(?(?=a)', '(?(b|.)'];
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 10 });

function patternsOf(pool: { atoms: readonly string[]; openings: readonly string[]; depth: number }) {
  const { pattern } = fc.letrec<{ pattern: string; branch: string; part: string; atom: string }>((tie) => ({
    pattern: fc.array(tie('branch'), { minLength: 1, maxLength: 3 }).map((branches) => branches.join('|')),
    branch: fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
    part: fc
      .tuple(tie('atom'), fc.option(fc.constantFrom(...quantifiers), { nil: '' }))
      .map(([atom, quantifier]) => atom + quantifier),
    atom: fc.oneof(
      { depthSize: 'small', maxDepth: pool.depth },
      fc.constantFrom(...pool.atoms),
      fc.tuple(fc.constantFrom(...pool.openings), tie('pattern')).map(([opening, body]) => `${opening}${body})`),
    ),
  }));
  return pattern;
}

describe('any pattern finds what the plain rules find', () => {
  it.each([
    ['without references, remembering from the first step', AT_ONCE, atoms],
    ['without references, never remembering', NEVER, atoms],
    ['with references', AT_ONCE, [...atoms, '\\1', '\\k<n>']],
    ['with balancing groups', AT_ONCE, [...atoms, '(?<n>)', '(?<n>a)', '(?<-n>)', '(?<m-n>.)', '(?(n)a|b)', '\\k<n>']],
  ])('%s', (_, patience, pool) => {
    let compared = 0;
    fc.assert(
      fc.property(patternsOf({ atoms: pool, openings, depth: 4 }), texts, (pattern, text) => {
        const tree = treeOf(pattern);
        if (tree === undefined) return;
        const plain = unlessTooMuch(() => findPlainly(tree, text));
        const own = unlessTooMuch(() => findFirst(tree, text, patience));
        if (plain === undefined || own === undefined) return;
        compared++;
        expect(own).toBe(plain);
      }),
      sweepOf(1500),
    );
    expect(compared).toBeGreaterThan(sweepOf(1500).numRuns / 4);
  });
});

describe('any pattern of the common subset finds what JavaScript finds', () => {
  /** JavaScript forgets what groups captured with every turn, and drops turns that take nothing. */
  const sameInBoth = (pattern: string) => !/\)[*+?{]/.test(pattern);

  it('in texts that end in no line feed', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        patternsOf({
          atoms: ['a', 'b', '.', '[ab]', '[^a]', '\\d', '^', '$', '\\b'],
          openings: openings.filter((opening) => opening !== '(?>' && !opening.startsWith('(?(')),
          depth: 4,
        }),
        fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), maxLength: 12 }),
        (pattern, text) => {
          // Names may not be given twice there, and named groups are numbered among the others.
          const unnamed = pattern.replaceAll('(?<n>', '(');
          const tree = sameInBoth(unnamed) ? treeOf(unnamed) : undefined;
          if (tree === undefined || /[\^$b][*+?{]/.test(unnamed)) return;
          const indices = new RegExp(unnamed, 'd').exec(text)?.indices;
          const written = (range: readonly number[] | undefined) => range?.join(',') ?? '-';
          const expected = indices === undefined ? 'no match' : Array.from(indices, written).join(' ');
          compared++;
          expect(findFirst(tree, text, AT_ONCE)).toBe(expected);
        },
      ),
      sweepOf(3000),
    );
    expect(compared).toBeGreaterThan(sweepOf(3000).numRuns / 8);
  });

  it.each(['[^()\\s-]+', '(?:ab?)*?b', '(?:a|ab)(?:c|bcd)*', '(?:(?:a{2,3}){2}b?)+'])(
    '%s, repeated groups',
    (pattern) => {
      const tree = treeOf(pattern);
      if (tree === undefined) throw new Error(pattern);
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '('), maxLength: 20 }), (text) => {
          const match = new RegExp(pattern).exec(text);
          const expected = match === null ? 'no match' : `${match.index},${match.index + match[0].length}`;
          expect(findFirst(tree, text, AT_ONCE)).toBe(expected);
        }),
      );
    },
  );
});
