import { describe, expect, it } from 'vitest';
import { argumentAt, literalIn } from '../../../../src/core/expression/functions/callArguments';
import { parseExpression } from '../../../../src/core/expression/parser';
import type { Call } from '../../../../src/core/expression/syntax';

function call(text: string): Call {
  const { expression } = parseExpression(text);
  if (expression?.kind !== 'call') throw new Error(`${text} is not a call`);
  return expression;
}

describe('the arguments of a call that is checked', () => {
  it.each([
    ['f("a")', 'a'],
    ['f("")', ''],
    ['f(12)', '12'],
    ['f(&HFF)', '255'],
    ['f([a])', undefined],
    ['f(g("a"))', undefined],
    ['f(IgnoreAttributeFlow)', undefined],
    ['f("a" = "a")', undefined],
    ['f(, "a")', undefined],
    ['f()', undefined],
  ])('%s has %j written out', (text, expected) => {
    expect(literalIn(call(text).slots[0])?.value).toBe(expected);
  });

  it('are there, or the checker has a mistake', () => {
    const { span } = argumentAt(call('f("a", [b])'), 1);
    expect([span.start, span.end]).toEqual([7, 10]);
    expect(() => argumentAt(call('f("a", )'), 1)).toThrow('argument 1 of f');
    expect(() => argumentAt(call('f("a")'), 1)).toThrow('argument 1 of f');
  });
});
