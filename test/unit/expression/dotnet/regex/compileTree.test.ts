import { expect, it } from 'vitest';
import { compileTree } from '../../../../../src/core/expression/dotnet/regex/compileTree';
import { parseRegex } from '../../../../../src/core/expression/dotnet/regex/parseRegex';
import type { Program } from '../../../../../src/core/expression/dotnet/regex/program';

function programOf(pattern: string): Program | undefined {
  const parsed = parseRegex(pattern);
  if ('refusal' in parsed) throw new Error(parsed.refusal.message);
  return compileTree(parsed.tree);
}

/** The last instruction is the one that ends a match. */
it.each([
  ['', 1],
  ['abc', 4],
  ['[ab]*', 2],
  ['a{2,500}', 2],
  ['(?:ab){3}', 3 * 2 + 1],
  ['(?:ab){0}', 1],
  // A group keeps a place and captures; a choice is a split, between branches with a jump after it.
  ['(a)', 4],
  ['a|b|c', 3 + 2 * 2 + 1],
  ['(?:ab)*', 2 + 2 + 1],
  ['(?:ab)+', 2 + 2 + 2 + 1],
  ['(?:ab){1,3}', 2 + 2 * 3 + 1],
  // A turn that may be empty begins with a mark and is asked at its end.
  ['(?:a*b*)*', 2 + 2 + 2 + 1],
  ['(?:a*b*){1,2}', 3 + 1 + 1 + 3 + 1],
  ['(?:ab){9999}', 19_999],
  ['c(?:ab){9999}', 20_000],
  ['cc(?:ab){9999}', undefined],
  ['(?:(?:ab){999}){999}', undefined],
])('%s takes %s places', (pattern, expected) => {
  expect(programOf(pattern)?.code.length).toBe(expected);
});

it.each([
  ['a', { slots: 1, registers: 2, crossingSlots: 0 }],
  // A capture needs a register for where it begins.
  ['(a)(b)', { slots: 3, registers: 8, crossingSlots: 0 }],
  ['a|b', { slots: 1, registers: 2, crossingSlots: 1 }],
  ['a*', { slots: 1, registers: 2, crossingSlots: 1 }],
  ['(?=a)', { slots: 1, registers: 2, crossingSlots: 1 }],
  // So does a repetition whose turns may be empty; within it what failed depends on whether it moved.
  ['(?:a*)*', { slots: 1, registers: 2, crossingSlots: 1 }],
  ['(?:a*b?)*', { slots: 1, registers: 3, crossingSlots: 1 + 2 + 2 }],
  ['(?<a>b)(?<-a>c)', { slots: 2, registers: 7, crossingSlots: 0 }],
  ['(a)?(?(1)b|c)', { slots: 2, registers: 5, crossingSlots: 0 }],
  ['(?:(?:a*)*)*', { slots: 1, registers: 2, crossingSlots: 1 }],
  ['(?:(?=a*))*', { slots: 1, registers: 3, crossingSlots: 1 + 2 + 1 }],
  ['(?:a*)*b*', { slots: 1, registers: 2, crossingSlots: 1 + 1 }],
  // With references nothing is remembered.
  ['(a)*\\1', { slots: 2, registers: 5, crossingSlots: 0 }],
])('%s takes this room', (pattern, expected) => {
  expect(programOf(pattern)).toMatchObject(expected);
});
