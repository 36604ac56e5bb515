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
    ['ToLower([a], [b], [c])', ['1:1 error expression.argument-count']],
    ['ToLower([a], , , )', ['1:1 error expression.argument-count']],
    ['ToLower(Mid([a], 2, 64), )', []],
    ['Join("-", )', ['1:10 error expression.argument-count']],
    ['Join("-",)', ['1:1 error expression.argument-count']],
    ['Switch([a], , "k")', ['1:1 error expression.argument-count']],
    ['Switch([a], , "k", "v", "l")', ['1:24 error expression.argument-count']],
    ["Join('x', [a])", ['1:6 error expression.syntax']],
    ['Join("-", [a] = "b")', ['1:11 error expression.syntax']],
    ['IIF([a] = "b" = "c", "1", "2")', ['1:15 error expression.syntax']],
    ['Join("-" [a])', ['1:10 error expression.syntax', '1:1 error expression.argument-count']],
    ['Join("-", NULL)', ['1:11 error expression.syntax']],
    ['ToLower([a]) + 1', ['1:14 error expression.syntax']],
    ['FormatDateTime([a], , "yyyy\'", "yyyy")', ['1:23 error expression.argument-type']],
    ['FormatDateTime([a], "yyyy", "dd")', []],
    ['FormatDateTime([a], "Loose", "yyyy", "dd")', ['1:21 error expression.argument-type']],
    ['Replace([a], , "x", , "", , )', []],
    ['Replace([a], , "(x", , "", , )', ['1:16 error expression.regex']],
    ['Replace([a], , "(?<n>x)", "m", "", , )', ['1:27 warning expression.regex-group']],
    ['Replace([a], , , "g", "", , )', ['1:1 error expression.argument-count']],
    ['Len([a])', ['1:1 error expression.unknown-function']],
    ['DateAdd("q", 1, CDate([a]))', ['1:9 error expression.argument-type']],
    ['DateAdd("d", "x", CDate([a]))', ['1:14 error expression.argument-type']],
    ['DateAdd("d", 1, [a])', ['1:17 information expression.date-not-converted']],
    ['ToLower(SelectUniqueValue([a], [b]))', ['1:9 error expression.nesting']],
    ['SelectUniqueValue([a])', ['1:1 error expression.argument-count']],
    ['Item([a], 0)', ['1:11 warning expression.item-zero']],
    ['Split([a], ", ")', ['1:12 warning expression.split-delimiter']],
    ['RandomString(3, 3, 3, 0, 0)', ['1:14 error expression.argument-type']],
    ['IIF(IsPresent([a]), "b", "c")', ['1:5 warning expression.iif-empty']],
    ['Switch(IsNull([a]), , "True", "b")', ['1:8 warning expression.switch-null-test']],
    ['InStr([a], "b", 1, vbFooCompare)', ['1:20 error expression.syntax', '1:20 error expression.argument-type']],
    ['DefaultDomain()', []],
    ['Now(1)', ['1:1 error expression.argument-count']],
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
