import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../src/core/expression/check';
import { compileExpression } from '../../../src/core/expression/compile';
import { EMPTY_CONTEXT } from '../../../src/core/expression/context';
import { explainExpression } from '../../../src/core/expression/explain';
import { parseExpression } from '../../../src/core/expression/parser';
import { MAX_RESULT, sizeOf } from '../../../src/core/expression/limits/resultLimit';
import type { Expression } from '../../../src/core/expression/syntax';
import type { Value } from '../../../src/core/expression/value';
import { EvaluationError } from '../../../src/core/expression/value';
import { underBudget, WorkBudget } from '../../../src/core/expression/limits/workBudget';

type Source = Readonly<Record<string, Value>>;

function parsed(text: string): Expression {
  const { expression, problems } = parseExpression(text);
  if (expression === undefined) throw new Error(`no tree for ${text}`);
  const all = [...problems, ...checkExpression(expression)].filter(({ severity }) => severity === 'error');
  if (all.length > 0) throw new Error(`${text}: ${all.map(({ message }) => message).join(' ')}`);
  return expression;
}

const read = (name: string) => (source: Source) => source[name] ?? null;

/** The size of the value, or the error's code. */
function outcome(text: string, source: Source): number | string {
  const run = compileExpression<Source>(parsed(text), read);
  try {
    return sizeOf(run(source, EMPTY_CONTEXT));
  } catch (error) {
    if (error instanceof EvaluationError) return error.code;
    throw error;
  }
}

const half = 'a'.repeat(MAX_RESULT / 2);
const full = 'a'.repeat(MAX_RESULT);
const thousand = 'a'.repeat(1024);

/** What each function that can make more than it is given makes at its limit, and one step beyond it. */
const cases: readonly (readonly [expression: string, within: Source, size: number, beyond: Source])[] = [
  ['Append([x], [y])', { x: half, y: half }, MAX_RESULT, { x: half, y: `${half}a` }],
  ['Join("", [x], [x])', { x: half }, MAX_RESULT, { x: `${half}a` }],
  ['Join([y], "a", [x])', { x: 'a', y: 'a'.repeat(MAX_RESULT - 2) }, MAX_RESULT, { x: 'a', y: full }],
  ['Join([y], [x])', { x: ['a', 'b', 'c'], y: 'a'.repeat(9) }, 21, { x: Array.from({ length: 1026 }, () => 'a'), y: thousand }], // prettier-ignore
  ['Replace([x], "a", , , [y], , )', { x: thousand, y: thousand }, MAX_RESULT, { x: thousand, y: `${thousand}a` }],
  ['Replace([x], "a", , , , , [y])', { x: thousand, y: thousand }, MAX_RESULT, { x: `${thousand}a`, y: thousand }],
  ['Replace([x], , "a", , [y], , )', { x: thousand, y: thousand }, MAX_RESULT, { x: thousand, y: `${thousand}a` }],
  ['Replace([x], , "(?<G>a)", "G", [y], , )', { x: thousand, y: thousand }, MAX_RESULT, { x: thousand, y: `${thousand}a` }], // prettier-ignore
  ['Replace([x], , "^a", , [y], , )', { x: 'a', y: '$_$_' }, 2, { x: 'ab'.repeat(2000), y: '$_'.repeat(1000) }],
  ['ConvertToBase64([x])', { x: 'a'.repeat(393_216) }, MAX_RESULT, { x: 'a'.repeat(393_217) }],
  ['ConvertToUTF8Hex([x])', { x: half }, MAX_RESULT, { x: `${half}a` }],
  ['ConvertToUTF8Hex([x])', { x: 'é'.repeat(MAX_RESULT / 4) }, MAX_RESULT, { x: 'é'.repeat(MAX_RESULT / 4 + 1) }],
  ['NormalizeDiacritics([x])', { x: 'æ'.repeat(MAX_RESULT / 2) }, MAX_RESULT, { x: 'æ'.repeat(MAX_RESULT / 2 + 1) }],
  ['ToLower([x])', { x: full }, MAX_RESULT, { x: `${full}a` }],
  ['Split([x], ",")', { x: 'a,'.repeat(10) }, 20, { x: `${full},a` }],
  ['FormatDateTime(CDate("2020-01-01"), , "yyyy", [x])', { x: '-'.repeat(MAX_RESULT) }, MAX_RESULT, { x: 'dddd-'.repeat(MAX_RESULT / 8) }], // prettier-ignore
  ['AppRoleAssignmentsComplex([x])', { x: ['a'] }, 102, { x: Array.from({ length: 20_000 }, () => 'a') }],
];

describe('the result of a function', () => {
  it.each(cases)('%s is at most 1 MiB', (expression, within, size, beyond) => {
    expect(outcome(expression, within)).toBe(size);
    expect(outcome(expression, beyond)).toBe('E_SIZE');
  });

  it.each([
    ['text by text', (inner: string) => `Replace(${inner}, "a", , , "aaaaaaaaaaaaaaaa", , )`],
    ['template', (inner: string) => `Replace(${inner}, "a", , , , , "aaaaaaaaaaaaaaaa")`],
    ['join', (inner: string) => `Join("", ${inner}, ${inner}, ${inner})`],
    ['append', (inner: string) => `Append(${inner}, ${inner})`],
  ])('is refused where nine calls nest that multiply it: %s', (_, nest) => {
    const depth = nest('[x]').split('[x]').length > 2 ? 6 : 9;
    const text = Array.from({ length: depth }).reduce<string>(nest, '[x]');
    expect(outcome(text, { x: thousand })).toBe(depth === 6 && text.startsWith('Append') ? 64 * 1024 : 'E_SIZE');
    expect(outcome(text, { x: '' })).toBe(0);
  });

  it('is refused before it is made, however much it would be', () => {
    const before = process.memoryUsage().heapUsed;
    const begun = performance.now();
    for (const [, text] of Object.entries({
      text: 'Replace([x], "a", , , [x], , )',
      pattern: 'Replace([x], , "a", , [x], , )',
      group: 'Replace([x], , "(?<G>a)", "G", [x], , )',
      quoting: 'Replace([x], , "a", , "$_$_$_$_", , )',
      list: 'Join([x], Split([y], ","))',
    }))
      expect(outcome(text, { x: full, y: 'a,'.repeat(500_000) })).toBe('E_SIZE');
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 2 ** 20);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('of a column alone is what the column holds', () => {
    expect(outcome('[x]', { x: `${full}a` })).toBe(MAX_RESULT + 1);
  });
});

describe('the way to a result', () => {
  const wide = (count: number) => `Join("", ${Array.from({ length: count }, () => 'Left([x], 1)').join(', ')})`;

  it('is at most 4 MiB, what functions read included', () => {
    expect(outcome(wide(3), { x: full })).toBe(3);
    expect(outcome(wide(4), { x: full })).toBe('E_SIZE');
  });

  it('is bounded for each evaluation separately', () => {
    const run = compileExpression<Source>(parsed(wide(3)), read);
    for (let time = 0; time < 5; time++) expect(run({ x: full }, EMPTY_CONTEXT)).toBe('aaa');
  });

  it('is bounded where it is explained, with the steps up to there', () => {
    const step = explainExpression(parsed(wide(4)), read, { x: full }, EMPTY_CONTEXT);
    expect(step.outcome).toMatchObject({ error: { code: 'E_SIZE' } });
    expect(step.parts.length).toBeGreaterThan(3);
  });
});

describe('the budget of a run', () => {
  const text = 'Left(Replace([x], "a", , , [y], , ), 1)';

  function underBudgetOf(reserve: number) {
    const budget = new WorkBudget(reserve);
    const compiled = compileExpression<Source>(parsed(text), read, { meter: budget.meter });
    return { budget, run: underBudget(compiled, budget, ({ x }) => sizeOf(x ?? null)) };
  }

  it('refuses what makes much once others have used it up, and nothing else', () => {
    const { run, budget } = underBudgetOf(1_000_000);
    const much = { x: 'a'.repeat(200), y: 'a'.repeat(3000) };
    expect(run(much, EMPTY_CONTEXT)).toBe('a');
    expect(budget.cost).toBeGreaterThan(500_000);
    expect(run(much, EMPTY_CONTEXT)).toBe('a');
    expect(() => run(much, EMPTY_CONTEXT)).toThrow(/for earlier records/);
    expect(run({ x: 'a', y: 'b' }, EMPTY_CONTEXT)).toBe('b');
    expect(budget.cost).toBe(0);
  });

  it('counts little of what long cells make', () => {
    const { run } = underBudgetOf(1);
    const long = { x: 'b'.repeat(500_000), y: 'a' };
    for (let time = 0; time < 20; time++) expect(run(long, EMPTY_CONTEXT)).toBe('b');
  });
});
