import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../src/core/expression/check';
import { compileExpression } from '../../../src/core/expression/compile';
import { EMPTY_CONTEXT } from '../../../src/core/expression/context';
import { parseExpression } from '../../../src/core/expression/parser';
import type { Value } from '../../../src/core/expression/value';
import { EvaluationError } from '../../../src/core/expression/value';

type Source = Readonly<Record<string, string | null>>;

function evaluate(text: string, source: Source = {}): Value | { error: string } {
  const { expression, problems } = parseExpression(text);
  if (expression === undefined) throw new Error(`no tree for ${text}`);
  const all = [...problems, ...checkExpression(expression)].filter((problem) => problem.severity === 'error');
  if (all.length > 0) throw new Error(`${text}: ${all.map((problem) => problem.message).join(' ')}`);
  const run = compileExpression<Source>(expression, (name) => (record) => record[name] ?? null);
  try {
    const value = run(source, EMPTY_CONTEXT);
    // Whole numbers are compared as text, which is also how they are shown
    return typeof value === 'bigint' ? value.toString() : value;
  } catch (error) {
    if (error instanceof EvaluationError) return { error: error.code };
    throw error;
  }
}

const cases: readonly (readonly [expression: string, source: Source, expected: Value | { error: string }])[] = [
  ['Append([UserID], "@contoso.com")', { UserID: 'ana' }, 'ana@contoso.com'],
  ['Append([UserID], "@contoso.com")', {}, null],
  ['Join("@", ToLower([UserID]), "contoso.com")', { UserID: 'ANA' }, 'ana@contoso.com'],
  ['Join(", ", "", [surname], [givenName])', { surname: 'Doe', givenName: 'John' }, 'Doe, John'],
  ['Join("", 1000, [x])', { x: '1' }, '10001'],
  ['Join("-", [a], [b])', {}, ''],
  ['Switch([s], , "Active", "True", "Inactive", "False")', { s: 'Active' }, 'True'],
  ['Switch([s], , "Active", "True", "Inactive", "False")', { s: 'active' }, null],
  ['Switch([s], "other", "Active", "True")', { s: 'x' }, 'other'],
  ['Switch([s], [s], "", "none")', {}, 'none'],
  ['IIF([Country]="USA", [Country], [Department])', { Country: 'USA', Department: 'Sales' }, 'USA'],
  ['IIF([Country]<>"USA", "a", "b")', { Country: 'USA' }, 'b'],
  ['IIF([n]=1, "a", "b")', { n: '01' }, 'a'],
  ['IIF([n]>9, "a", "b")', { n: '10' }, 'a'],
  ['IIF([missing]="", "a", "b")', {}, 'b'],
  ['IIF(CDate([a]) < CDate([b]), "before", "after")', { a: '9/1/2026', b: '10/1/2026' }, 'before'],
  ['IIF(CDate([a]) >= CDate([b]), "before", "after")', { a: '2026-09-01', b: '9/1/2026' }, 'before'],
  ['RemoveDuplicates([x])', {}, null],
  ['RemoveDuplicates(Split([x], ","))', { x: 'b,a,b' }, ['b', 'a']],
  ['Left([x], -1)', { x: 'abc' }, 'abc'],
  ['Left([x], 2)', {}, ''],
  ['Mid([x], 0, 2)', { x: 'abc' }, { error: 'E_INDEX' }],
  ['Mid([x], 1, -2)', { x: 'abc' }, { error: 'E_INDEX' }],
  ['Mid([x], 4, 2)', { x: 'abc' }, ''],
  ['Word([x], 0, " ")', { x: 'a b' }, ''],
  ['Word([x], 2, " -")', { x: 'a--b c' }, 'b'],
  ['InStr("abcabc", "C", 4, vbTextCompare)', {}, '6'],
  ['InStr("abc", "C", , vbBinaryCompare)', {}, '0'],
  ['CBool([x])', { x: 'maybe' }, { error: 'E_TYPE' }],
  ['CBool([x])', { x: '-1' }, true],
  ['CDate([x])', { x: '' }, { error: 'E_DATE' }],
  ['DateAdd("d", 1, [x])', { x: 'soon' }, { error: 'E_DATE' }],
  ['DateFromNum([x])', { x: '-1' }, { error: 'E_DATE' }],
  ['BitAnd([x], 1)', { x: 'y' }, { error: 'E_TYPE' }],
  ['ToUpper([x], "tr-TR")', { x: 'istanbul' }, 'İSTANBUL'],
  ['ToUpper([x], "nowhere")', { x: 'a' }, { error: 'E_TYPE' }],
  ['Item([x], 2)', { x: 'a' }, { error: 'E_INDEX' }],
  ['DefaultDomain()', {}, { error: 'E_CONTEXT' }],
  ['Now()', {}, { error: 'E_CONTEXT' }],
  ['Guid()', {}, { error: 'E_CONTEXT' }],
  ['SelectUniqueValue([a], [b])', { a: 'x', b: 'y' }, { error: 'E_CONTEXT' }],
  ['Replace([x], , [p], , "", , )', { x: 'a1', p: '[0-9]' }, 'a'],
  ['Replace([x], , [p], , "", , )', { x: 'a1', p: '(' }, { error: 'E_REGEX' }],
  ['ConvertToUTF8Hex([x])', { x: 'é€😀' }, 'C3A9E282ACF09F9880'],
  ['ConvertToBase64([x])', { x: 'aé' }, 'YQDpAA=='],
  ['IIF([missing]<>"x", "a", "b")', {}, 'a'],
  ['IIF(IsNullOrEmpty([m]), "none", [m])', {}, 'none'],
  ['IIF(IsNullOrEmpty([m]), "none", [m])', { m: 'x' }, 'x'],
  ['IIF([x]="a", IgnoreAttributeFlow, "b")', { x: 'a' }, { directive: 'IgnoreAttributeFlow' }],
  ['IIF([x]="a", "b", IgnoreObjectFlow)', { x: 'b' }, { directive: 'IgnoreObjectFlow' }],
  ['Join("", "a", vbTextCompare)', {}, 'avbTextCompare'],
  ['IsNullOrEmpty([m])', { m: '' }, true],
  ['ToLower([x])', { x: 'ÄÖÜ İ' }, 'äöü İ'],
  ['Replace([p], "-", , , " ", , )', { p: '1-2-3' }, '1 2 3'],
  ['Replace([p], "-", , , "")', { p: '1-2-3' }, '123'],
  ['Replace([p], "$&", , , "$1")', { p: 'a$&b' }, 'a$1b'],
  ['FormatDateTime([d], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")', { d: '2026-11-23' }, '2026-11-23T00:00:00Z'],
  [
    'FormatDateTime([d], , "M/d/yyyy h:mm:ss tt", "yyyyMMddHHmmss.fZ")',
    { d: '1/5/2026 9:07:00 PM' },
    '20260105210700.0Z',
  ],
  ['FormatDateTime([d], , "yyyy-MM-ddzzz", "yyyy-MM-dd")', { d: '2021-06-30+08:00' }, '2021-06-29'],
  ['FormatDateTime([d], , "dd MMM yyyy", "dddd, d MMMM yy")', { d: '01 mar 2024' }, 'Friday, 1 March 24'],
  ['FormatDateTime([d], , "yyyy-MM-dd", "yyyy")', { d: '2024-02-30' }, { error: 'E_DATE' }],
  ['FormatDateTime([d], , "yyyy-MM-dd", "yyyy")', { d: '2024-2-3' }, { error: 'E_DATE' }],
  ['FormatDateTime([d], , "M/d/yyyy hh:mm:ss tt", "yyyy")', { d: '1/15/2050 7:00:00 AM' }, { error: 'E_DATE' }],
  ['FormatDateTime([d], , "yyyy-MM-dd", "yyyy")', {}, null],
  ['Join("", "a\\"b", "\\\\", "\\d")', {}, 'a"b\\\\d'],
  ['Join("", &HFF, -3)', {}, '255-3'],
  ['Join("", [emails[type eq "work"].value], "!")', { 'emails[type eq "work"].value': 'a@b' }, 'a@b!'],
];

describe('evaluation', () => {
  it.each(cases)('%s of %j is %j', (expression, source, expected) => {
    expect(evaluate(expression, source)).toEqual(expected);
  });

  it('takes checked expressions only', () => {
    const { expression } = parseExpression('Join("-", Foo([a]))');
    if (expression === undefined) throw new Error('no tree');
    expect(() => compileExpression(expression, () => () => null)).toThrow(/Foo was compiled before/);
  });

  it('evaluates only the branch that is taken', () => {
    expect(evaluate('Switch([end], FormatDateTime([end], , "yyyy-MM-dd", "yyyy"), "", "never")', { end: null })).toBe(
      'never',
    );
  });
});
