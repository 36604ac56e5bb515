import { describe, expect, it } from 'vitest';
import { EMPTY_CONTEXT } from '../../../src/core/expression/context';
import { seededRandom } from '../../../src/core/expression/random';
import type { ExplainedStep } from '../../../src/core/expression/explain';
import { explainExpression } from '../../../src/core/expression/explain';
import { parseExpression } from '../../../src/core/expression/parser';

/** Each step on a line: its text and its value or error, indented below what it belongs to. */
function lines(text: string, source: Readonly<Record<string, string>>): readonly string[] {
  const { expression } = parseExpression(text);
  if (expression === undefined) throw new Error(text);
  const step = explainExpression<Readonly<Record<string, string>>>(
    expression,
    (name) => (record) => record[name] ?? null,
    source,
    EMPTY_CONTEXT,
  );
  const describeStep = ({ text: own, outcome, parts }: ExplainedStep, depth: number): readonly string[] => [
    `${'  '.repeat(depth)}${own} -> ${'value' in outcome ? JSON.stringify(outcome.value) : outcome.error.code}`,
    ...parts.flatMap((part) => describeStep(part, depth + 1)),
  ];
  return describeStep(step, 0);
}

describe('an explanation', () => {
  it('has every call with its arguments, in the order of their evaluation', () => {
    expect(lines('Join("@", ToLower([u]), "x")', { u: 'ANA' })).toEqual([
      'Join("@", ToLower([u]), "x") -> "ana@x"',
      '  "@" -> "@"',
      '  ToLower([u]) -> "ana"',
      '    [u] -> "ANA"',
      '  "x" -> "x"',
    ]);
  });

  it('leaves out what was not evaluated', () => {
    expect(lines('IIF([a] = "1", "yes", ToLower([b]))', { a: '1', b: 'B' })).toEqual([
      'IIF([a] = "1", "yes", ToLower([b])) -> "yes"',
      '  [a] = "1" -> true',
      '    [a] -> "1"',
      '    "1" -> "1"',
      '  "yes" -> "yes"',
    ]);
  });

  it('shows where an error arose, and what it took along', () => {
    expect(lines('Append(CDate([d]), "x")', { d: 'soon' })).toEqual([
      'Append(CDate([d]), "x") -> E_DATE',
      '  CDate([d]) -> E_DATE',
      '    [d] -> "soon"',
    ]);
  });
});

describe('an explanation', () => {
  it('passes on what is not an error of the language', () => {
    const { expression } = parseExpression('Join("-", [a], "b")');
    if (expression === undefined) throw new Error('no tree');
    const broken = () => {
      throw new Error('the source is broken');
    };
    expect(() => explainExpression(expression, () => broken, {}, EMPTY_CONTEXT)).toThrow('the source is broken');
  });
});

describe('the random numbers of a seed', () => {
  it('are the same again, spread over 0 to 1, and others for another seed', () => {
    const draw = (seed: number, count: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: count }, () => random());
    };
    expect(draw(1, 5)).toEqual(draw(1, 5));
    expect(draw(1, 5)).not.toEqual(draw(2, 5));
    const many = draw(3, 4000);
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...many)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      expect(many.filter((number) => Math.floor(number * 10) === tenth).length).toBeGreaterThan(300);
    }
    expect(draw(1, 3).map((number) => number.toFixed(6))).toEqual(['0.627074', '0.002736', '0.527447']);
  });
});
