import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../src/core/expression/check';
import { compileExpression } from '../../../src/core/expression/compile';
import type { EvaluationContext } from '../../../src/core/expression/context';
import { seededRandom } from '../../../src/core/expression/random';
import { parseDateTime } from '../../../src/core/expression/dotnet/dates/parseDateTime';
import { explainExpression } from '../../../src/core/expression/explain';
import { fromGraphTree, toGraphTree } from '../../../src/core/expression/graphTree';
import { parseExpression } from '../../../src/core/expression/parser';
import { printExpression } from '../../../src/core/expression/print';
import type { Expression } from '../../../src/core/expression/syntax';
import { walk } from '../../../src/core/expression/syntax';
import type { Value } from '../../../src/core/expression/value';
import { EvaluationError } from '../../../src/core/expression/value';
import { arbitraryExpression } from './arbitraryExpression';
import { sweepOf } from '../../support/sweep';

const { numRuns, seed = Math.floor(Math.random() * 2 ** 31) } = sweepOf(1500);

/** Runs a property and says how often and from which seed, so that a failure can be had again. */
function holds<Input>(what: string, arbitrary: fc.Arbitrary<Input>, property: (input: Input) => void): void {
  it(`${what} (${numRuns} runs, seed ${seed})`, () => {
    fc.assert(fc.property(arbitrary, property), { numRuns, seed });
  });
}

function withoutSpans(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (name, value: unknown) => (name === 'span' || name === 'nameSpan' ? undefined : value)),
  );
}

const values: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(null, '', 'a', 'True', '1', '2026-11-23', '11/23/2026 8:00:00 AM', '129699324000000000', 'Ana María'),
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.boolean(),
  fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
);
const sources = fc.dictionary(
  fc.constantFrom('a', 'b', 'Worker ID', 'name.givenName', 'emails[type eq "work"].value'),
  values,
);

function context(): EvaluationContext {
  const now = parseDateTime('2026-11-23T08:00:00Z');
  return {
    random: seededRandom(7),
    defaultDomain: 'contoso.com',
    exists: (value) => value === 'a',
    ...(now === undefined ? {} : { now }),
  };
}

function isUsable(expression: Expression): boolean {
  return [...checkExpression(expression)].every((problem) => problem.severity !== 'error');
}

describe('an expression', () => {
  holds('printed and parsed is the same tree', arbitraryExpression, (expression) => {
    const printed = printExpression(expression);
    const parsed = parseExpression(printed);
    expect(parsed.problems, printed).toEqual([]);
    expect(parsed.expression === undefined ? undefined : withoutSpans(parsed.expression), printed).toEqual(
      withoutSpans(expression),
    );
  });

  holds('survives the tree of Microsoft Graph', arbitraryExpression, (expression) => {
    const tree = toGraphTree(expression);
    if ('refusal' in tree) {
      expect([...walk(expression)].some((node) => node.kind === 'comparison')).toBe(true);
      return;
    }
    const read = fromGraphTree(JSON.parse(JSON.stringify(tree)));
    expect('expression' in read ? printExpression(read.expression) : read.refusal).toBe(printExpression(expression));
  });

  holds(
    'yields a value or a documented error, the same each time, and never undefined',
    fc.tuple(arbitraryExpression, sources),
    ([expression, source]) => {
      if (!isUsable(expression)) return;
      const evaluate = compileExpression<Readonly<Record<string, Value>>>(
        expression,
        (name) => (record) => record[name] ?? null,
      );
      const outcome = () => {
        try {
          const value = evaluate(source, context());
          expect(value).not.toBeUndefined();
          return { value };
        } catch (error) {
          expect(error).toBeInstanceOf(EvaluationError);
          return { error: (error as EvaluationError).code };
        }
      };
      expect(outcome()).toEqual(outcome());
    },
  );

  holds('is explained with the value that it has', fc.tuple(arbitraryExpression, sources), ([expression, source]) => {
    if (!isUsable(expression)) return;
    const resolve = (name: string) => (record: Readonly<Record<string, Value>>) => record[name] ?? null;
    const step = explainExpression(expression, resolve, source, context());
    try {
      expect(step.outcome).toEqual({ value: compileExpression(expression, resolve)(source, context()) });
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      expect(step.outcome).toMatchObject({ error: { code: error.code } });
    }
  });

  holds(
    'cut off anywhere gives a tree with spans inside the text',
    fc.tuple(arbitraryExpression, fc.double({ min: 0, max: 1, noNaN: true })),
    ([expression, share]) => {
      const whole = printExpression(expression);
      const text = whole.slice(0, Math.floor(whole.length * share));
      const parsed = parseExpression(text);
      const spans = [
        ...parsed.problems.map((problem) => problem.span),
        ...(parsed.expression === undefined ? [] : [...walk(parsed.expression)].map((node) => node.span)),
      ];
      for (const { start, end } of spans) expect(start >= 0 && start <= end && end <= text.length, text).toBe(true);
    },
  );
});
