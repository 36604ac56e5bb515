import { describe, expect, it } from 'vitest';
import { parseRegex } from '../../../../../src/core/expression/dotnet/regex/parseRegex';

const PRINTABLE = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
/** What a class is asked for: printable ASCII and two letters beyond. */
const SAMPLE = `${PRINTABLE}éα`;

/** The members of a class in the sample, or what is refused and where. */
function membersOf(pattern: string): string {
  const parsed = parseRegex(pattern);
  if ('refusal' in parsed) return `${parsed.refusal.code} ${parsed.refusal.construct} at ${parsed.refusal.offset}`;
  const { root } = parsed.tree;
  if (root.kind !== 'set') throw new Error(`${pattern} is not a class`);
  return filtered((member) => root.set.has(member.charCodeAt(0)));
}

const filtered = (keep: (member: string) => boolean) => SAMPLE.split('').filter(keep).join('');
const without = (left: string) => filtered((member) => !left.includes(member));

function holds(cases: readonly (readonly [string, string])[]): void {
  it.each(cases)('%s is %s', (pattern, expected) => {
    expect(membersOf(pattern)).toBe(expected);
  });
}

describe('single characters', () => {
  holds([
    ['[b]', 'b'],
    ['[ba]', 'ab'],
    ['[.$|(*]', '$(*.|'],
    ['[^b]', without('b')],
    ['[b^]', '^b'],
    ['[^^]', without('^')],
    ['[]]', ']'],
    ['[]a]', ']a'],
    ['[^]]', without(']')],
    ['[[]', '['],
    ['[a[]', '[a'],
    ['[ab[c]', '[abc'],
    ['[\\]]', ']'],
    ['[\\^a]', '^a'],
    ['[\\x41\\u0042\\103]', 'ABC'],
    ['[(?#a)]', '#()?a'],
  ]);
});

describe('ranges and hyphens', () => {
  holds([
    ['[a-d]', 'abcd'],
    ['[a-dx-z]', 'abcdxyz'],
    ['[a-a]', 'a'],
    ['[^a-d]', without('abcd')],
    ['[!--]', '!"#$%&\'()*+,-'],
    ['[--/]', '-./'],
    ['[]-a]', ']^_`a'],
    ['[a-]', '-a'],
    ['[-a]', '-a'],
    ['[-]', '-'],
    ['[--]', '-'],
    ['[^-a]', without('-a')],
    ['[a-c-e]', '-abce'],
    ['[\\x61-\\x63]', 'abc'],
    ['[a\\-c]', '-ac'],
    ['[\\--a]', '-a'],
    ['[+-\\-]', '+,-'],
    ['[a-\\-]', 'invalid \\- at 3'],
    ['[\\[-\\]]', '[\\]'],
    ['[\\d-z]', '-0123456789z'],
    ['[x-\\]]', 'invalid \\] at 3'],
    ['[c-a]', 'invalid a at 3'],
    ['[xc-a]', 'invalid a at 4'],
    ['[a-\\d]', 'invalid \\d at 3'],
    ['[a-\\p{L}]', 'invalid \\p{L} at 3'],
  ]);
});

describe('categories and blocks', () => {
  holds([
    ['[\\d]', '0123456789'],
    ['[x\\d]', '0123456789x'],
    ['[\\d\\s]', ' 0123456789'],
    ['[^\\W\\d]', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyzéα'],
    ['[\\p{Lu}0]', '0ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
    ['[\\P{IsBasicLatin}0]', '0éα'],
    ['[\\P{IsGreek}]', `${PRINTABLE}é`],
    ['[^\\p{IsGreek}\\p{IsBasicLatin}]', 'é'],
    ['[\\p{Foo}]', 'invalid \\p{Foo} at 1'],
    ['[\\p{IsKlingon}]', 'invalid \\p{IsKlingon} at 1'],
  ]);
});

describe('classes taken away', () => {
  holds([
    ['[a-e-[bd]]', 'ace'],
    ['[abc-[b]]', 'ac'],
    ['[abcx-[b]]', 'acx'],
    ['[\\d-[5]]', '012346789'],
    ['[a-c-[b-[b]]]', 'abc'],
    ['[a-c-[^b]]', 'b'],
    ['[^a-c-[d]]', without('abcd')],
    // What comes first or is escaped takes nothing away.
    ['[-[b]', '-[b'],
    ['[^-[b]', without('-[b')],
    ['[a\\-[b]', '-[ab'],
    ['[+-\\[]', '+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ['],
    ['[a-e-[b]x]', 'invalid [a-e-[b] at 0'],
    ['[a-e-[b]', 'invalid [a-e-[b] at 0'],
    ['[a-e-[b', 'invalid [b at 5'],
    ['[ab-[x-[y]z]]', 'invalid [x-[y] at 4'],
    ['[a-[b-[c-[d-[e]]]]]', 'a'],
    ['[a-[b-[c-[d-[e-[f]]]]]]', 'unsupported [ at 15'],
  ]);
});

describe('classes that do not end', () => {
  holds([
    ['[', 'invalid [ at 0'],
    ['[^', 'invalid [^ at 0'],
    ['[]', 'invalid [] at 0'],
    ['[^]', 'invalid [^] at 0'],
    ['[a-', 'invalid [a- at 0'],
    ['[a-b', 'invalid [a-b at 0'],
    ['[a\\', 'invalid [a\\ at 0'],
    ['[a\\]', 'invalid [a\\] at 0'],
    ['[\\q]', 'invalid \\q at 1'],
    ['[\\c1]', 'invalid \\c1 at 1'],
  ]);
});
