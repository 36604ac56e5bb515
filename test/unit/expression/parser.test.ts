import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../src/core/expression/check';
import { parseExpression } from '../../../src/core/expression/parser';
import { walk } from '../../../src/core/expression/syntax';
import { problemLines } from '../../support/problemLines';

function problemsOf(text: string): readonly string[] {
  const { expression, problems } = parseExpression(text);
  return problemLines(text, expression === undefined ? problems : [...problems, ...checkExpression(expression)]);
}

describe('problems of expressions', () => {
  it.each([
    ['', ['1:1 error expression.syntax']],
    ['ToLower([a])', []],
    ['ToLower([a]', ['1:8 error expression.syntax']],
    ['ToLower([a', ['1:9 error expression.syntax', '1:8 error expression.syntax']],
    [
      'Join("a, [b])',
      ['1:6 error expression.syntax', '1:5 error expression.syntax', '1:1 error expression.argument-count'],
    ],
    ['tolower([a])', ['1:1 error expression.unknown-function']],
    ['Frobnicate([a])', ['1:1 error expression.unknown-function']],
    ['ToLower()', ['1:1 error expression.argument-count']],
    ['ToLower([a], [b])', ['1:1 error expression.argument-count']],
    ['Join("-", )', ['1:10 error expression.argument-count']],
    ['Switch([a], , "k")', ['1:1 error expression.argument-count']],
    ['Switch([a], , "k", "v", "l")', ['1:24 error expression.argument-count']],
    ["Join('x', [a])", ['1:6 error expression.syntax']],
    ['Join("-", [a] = "b")', ['1:11 error expression.syntax']],
    ['IIF([a] = "b" = "c", "1", "2")', ['1:15 error expression.syntax']],
    ['Join("-" [a])', ['1:10 error expression.syntax', '1:1 error expression.argument-count']],
    ['Join("-", NULL)', ['1:11 error expression.syntax']],
    ['ToLower([a]) + 1', ['1:14 error expression.syntax']],
    ['FormatDateTime([a], , "q", "yyyy")', ['1:23 error expression.argument-type']],
    ['Replace([a], , "x", , "", , )', ['1:1 error expression.not-evaluated']],
    ['Replace([a], "x", , , , , )', ['1:1 error expression.argument-count']],
  ])('%s', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it('refuses calls nested beyond reason without exhausting the stack', () => {
    const text = 'ToLower('.repeat(5000) + '[a]' + ')'.repeat(5000);
    expect(problemsOf(text)).toContain('1:801 error expression.syntax');
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'Switch',
    'Join(',
    '(',
    ')',
    ',',
    '[a',
    '[a]',
    '"x',
    '"x"',
    '\\"',
    '=',
    '<>',
    ' ',
    '\n',
    '#',
    '&HG',
    '-',
    '7',
    "'",
    'é',
    '}',
    '@',
  );
  it('parses to a tree whose spans lie inside the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { expression, problems } = parseExpression(text);
        const spans = [
          ...problems.map((problem) => problem.span),
          ...(expression === undefined ? [] : [...walk(expression)].map((node) => node.span)),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
