import { describe, expect, it } from 'vitest';
import { outcome, remarks } from './run';

describe('lists', () => {
  it.each([
    ['Count([x])', null, 0n],
    ['Count([x])', '', 1n],
    ['Count([x])', 'a,b', 1n],
    ['Count([x])', [], 0n],
    ['Count([x])', ['a', 'b'], 2n],
    ['Count(AppRoleAssignmentsComplex([x]))', ['a', 'b'], 2n],
    ['Item([x], 1)', ['a', 'b'], 'a'],
    ['Item([x], 2)', ['a', 'b'], 'b'],
    ['Item([x], 3)', ['a', 'b'], { error: 'E_INDEX at Item([x], 3)' }],
    ['Item([x], 0)', ['a', 'b'], { error: 'E_INDEX at Item([x], 0)' }],
    ['Item([x], 1)', 'a', 'a'],
    ['Item([x], 5)', [], null],
    ['Item([x], 5)', null, null],
    ['Item(AssertiveAppRoleAssignmentsComplex([x]), 2)', ['a', 'b'], 'b'],
    ['RemoveDuplicates([x])', ['b', 'a', 'B', 'b', ''], ['b', 'a', 'B', '']],
    ['RemoveDuplicates([x])', 'a', ['a']],
    ['RemoveDuplicates([x])', [], []],
    ['RemoveDuplicates([x])', null, null],
  ])('%s of %j', (text, x, expected) => {
    expect(outcome(text, { x })).toEqual(expected);
  });

  it.each([
    ['Item([x], 0)', '0'],
    ['Item([x], "0")', '"0"'],
    ['Item([x], "00")', '"00"'],
  ])('%s finds nothing', (text, underlined) => {
    expect(remarks(text)).toEqual([`warning expression.item-zero: ${underlined}`]);
  });

  it.each(['Item([x], 10)', 'Item([x], "01")', 'Item([0], [0])', 'Item([0], Count([0]))'])('%s may', (text) => {
    expect(remarks(text)).toEqual([]);
  });

  it('are evaluated once at each depth', () => {
    const depth = 90;
    const text = `${'RemoveDuplicates('.repeat(depth)}[x]${')'.repeat(depth)}`;
    expect(outcome(text, { x: ['a', 'a'] })).toEqual(['a']);
  });
});
