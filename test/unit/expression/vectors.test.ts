import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../src/core/expression/check';
import { compileExpression } from '../../../src/core/expression/compile';
import type { EvaluationContext } from '../../../src/core/expression/context';
import { seededRandom } from '../../../src/core/expression/random';
import { parseDateTime } from '../../../src/core/expression/dotnet/dates/parseDateTime';
import { errorCodeOf } from '../../../src/core/expression/errorCodes';
import { toGraphTree } from '../../../src/core/expression/graphTree';
import { parseExpression } from '../../../src/core/expression/parser';
import type { Value } from '../../../src/core/expression/value';
import { asText, EvaluationError, isDirective, isList, isRoles } from '../../../src/core/expression/value';

interface Vector {
  readonly id: string;
  readonly kind: 'evaluate' | 'parse' | 'error' | 'flow';
  readonly expression: string;
  readonly source?: Readonly<Record<string, unknown>>;
  readonly context?: {
    readonly now?: string;
    readonly existingTargetValues?: readonly string[];
    readonly defaultDomain?: string;
    readonly guid?: string;
  };
  readonly expected?: unknown;
  readonly expectedPattern?: string;
  readonly expectedError?: string;
  readonly recommended?: unknown;
  readonly recommendedError?: string;
  readonly dialect?: string;
}

const vectors = JSON.parse(
  readFileSync(new URL('../../data/expressions/vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];

/** Cases that cannot apply here, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'trim-001': 'Trim belongs to the dialect of cloud sync',
};

type Result = { readonly value: unknown } | { readonly error: string };

/** As the cases compare: True and False, decimal numbers, dates as text. */
function canonical(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(canonical);
  return value;
}

function toValue(json: unknown): Value {
  if (json === undefined || json === null) return null;
  if (Array.isArray(json)) return json.map(String);
  return typeof json === 'boolean' || typeof json === 'string' ? json : JSON.stringify(json);
}

function contextOf({ context = {} }: Vector): EvaluationContext {
  const now = context.now === undefined ? undefined : parseDateTime(context.now);
  const taken = context.existingTargetValues?.map((value) => value.toLowerCase());
  return {
    random: seededRandom(1),
    ...(now === undefined ? {} : { now }),
    ...(context.guid === undefined ? {} : { guid: context.guid }),
    ...(context.defaultDomain === undefined ? {} : { defaultDomain: context.defaultDomain }),
    ...(taken === undefined ? {} : { exists: (value: string) => taken.includes(value.toLowerCase()) }),
  };
}

function run(vector: Vector): Result {
  const { expression, problems } = parseExpression(vector.expression);
  const found = [...problems, ...(expression === undefined || problems.length > 0 ? [] : checkExpression(expression))];
  const first = found.find((problem) => problem.severity === 'error');
  if (first !== undefined) return { error: errorCodeOf(first) };
  if (expression?.kind !== 'call') return { error: 'E_PARSE' };
  const evaluate = compileExpression<Readonly<Record<string, unknown>>>(
    expression,
    (name) => (source) => toValue(source[name]),
  );
  try {
    const value = evaluate(vector.source ?? {}, contextOf(vector));
    if (value !== null && isDirective(value)) return { value };
    if (isRoles(value)) return { value: { roles: value.roles } };
    return { value: isList(value) ? value : asText(value) };
  } catch (error) {
    if (error instanceof EvaluationError) return { error: error.code };
    throw error;
  }
}

const applicable = vectors.filter(({ id }) => !Object.hasOwn(LEFT_OUT, id));

describe('the published cases', () => {
  it('are all there', () => {
    expect(vectors.length).toBe(330);
    expect(applicable.length).toBe(vectors.length - Object.keys(LEFT_OUT).length);
  });

  it.each(applicable.filter(({ kind }) => kind !== 'parse').map((vector) => [vector.id, vector] as const))(
    '%s',
    (_, vector) => {
      const result = run(vector);
      const error = vector.recommendedError ?? (vector.recommended === undefined ? vector.expectedError : undefined);
      if (error !== undefined) expect(result).toEqual({ error });
      else if (vector.expectedPattern !== undefined && vector.recommended === undefined) {
        expect(result).toEqual({ value: expect.stringMatching(new RegExp(vector.expectedPattern)) as unknown });
      } else
        expect(result).toEqual({ value: canonical('recommended' in vector ? vector.recommended : vector.expected) });
    },
  );

  it.each(applicable.filter(({ kind }) => kind === 'parse').map((vector) => [vector.id, vector] as const))(
    '%s',
    (_, vector) => {
      const { expression, problems } = parseExpression(vector.expression);
      expect(problems).toEqual([]);
      expect(expression === undefined ? undefined : withoutEmptyParameters(toGraphTree(expression))).toEqual(
        withoutEmptyParameters(vector.expected),
      );
    },
  );
});

/** A node without parameters is written with an empty list, with null, or without the member. */
function withoutEmptyParameters(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutEmptyParameters);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name, value]) => name !== 'parameters' || (Array.isArray(value) && value.length > 0))
      .map(([name, value]) => [name, withoutEmptyParameters(value)]),
  );
}
