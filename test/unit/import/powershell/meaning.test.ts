import { describe, expect, it } from 'vitest';
import type { ConditionMeaning, TextMeaning } from '../../../../src/core/import/powershell/meaning';
import { asTruth, both, certainly, either, equalsAny, negated } from '../../../../src/core/import/powershell/meaning';
import { compileExpression } from '../../../../src/core/expression/compile';
import { parseExpression } from '../../../../src/core/expression/parser';

const column = (name: string): TextMeaning => ({
  kind: 'text',
  expression: `[${name}]`,
  isNullWhenEmpty: true,
  isNullWhenNothing: false,
});
const text = (value: string): TextMeaning => ({
  kind: 'text',
  expression: `"${value}"`,
  constant: value,
  isNullWhenEmpty: false,
  isNullWhenNothing: false,
});

/** What the condition gives for these cells, by the evaluator of the mapping language. */
function gives(condition: ConditionMeaning, cells: Readonly<Record<string, string>>): unknown {
  const { expression } = parseExpression(asTruth(condition).expression);
  if (expression === undefined) throw new Error('no expression');
  return compileExpression(expression, (name) => () => cells[name] ?? null)(undefined, {});
}

const isActive = equalsAny(column('S'), [text('Active')], false);
const isLocal = equalsAny(column('L'), [text('DE'), text('At')], true);

describe('a condition', () => {
  it.each([
    ['ignores case', isActive, { S: 'ACTIVE' }, 'True'],
    ['is false of other words', isActive, { S: 'Left' }, 'False'],
    ['minds case where it is asked to', isLocal, { L: 'de' }, 'False'],
    ['takes any of several values', isLocal, { L: 'At' }, 'True'],
    ['that is negated', negated(isActive), { S: 'active' }, 'False'],
    ['that holds with another', both(isActive, isLocal), { S: 'active', L: 'DE' }, 'True'],
    ['that holds without the other', both(isActive, isLocal), { S: 'active', L: 'FR' }, 'False'],
    ['one is enough', either(isActive, isLocal), { S: 'left', L: 'DE' }, 'True'],
    ['none holds', either(isActive, isLocal), { S: 'left', L: 'FR' }, 'False'],
    ['that always holds', certainly(true), {}, 'True'],
  ] as const)('%s', (_, condition, cells, expected) => {
    expect(gives(condition, cells)).toBe(expected);
  });

  it('compares digits and marks without changing their case', () => {
    expect(asTruth(equalsAny(column('S'), [text('1')], false)).expression).toBe('Switch([S], "False", "1", "True")');
    expect(asTruth(equalsAny(column('S'), [text('Y')], false)).expression).toBe(
      'Switch(ToLower([S]), "False", "y", "True")',
    );
  });

  it('names a value once that it compares with twice', () => {
    const twice = equalsAny(column('S'), [text('Yes'), text('YES')], false);
    expect(asTruth(twice).expression).toBe('Switch(ToLower([S]), "False", "yes", "True")');
  });

  it('knows what it is of empty cells', () => {
    const isEmpty = equalsAny(column('S'), [text('')], false);
    const facts = [isActive, isEmpty, negated(isActive), both(isEmpty, isActive), either(isEmpty, isActive)];
    expect(facts.map(({ whenEmpty }) => whenEmpty)).toEqual([false, true, true, false, true]);
  });
});
