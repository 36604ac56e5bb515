import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { isJsonObject, member, stringMember } from '../../core/json/jsonValue';
import { checkExpression } from '../../core/expression/check';
import { compileExpression } from '../../core/expression/compile';
import { expressionProblems } from '../../core/expression/expressionProblems';
import type { EvaluationContext } from '../../core/expression/context';
import { toGraphTree } from '../../core/expression/graphTree';
import { parseExpression } from '../../core/expression/parser';
import type { Expression } from '../../core/expression/syntax';
import type { Value } from '../../core/expression/value';
import { asText, EvaluationError, isList } from '../../core/expression/value';

/**
 * `POST …/schema/parseExpression`: parses an expression and evaluates it if there is a test object. Source: Microsoft
 * Graph, synchronizationSchema: parseExpression. The result comes from this product's evaluator.
 */
export function answerParseExpression(body: unknown, context: EvaluationContext): JsonObject {
  const text = stringMember(body, 'expression') ?? '';
  const { expression, problems } = parseExpression(text);
  const problem =
    problems[0] ??
    (expression === undefined
      ? NOTHING
      : [...checkExpression(expression)].find(({ severity }) => severity === 'error'));
  if (expression === undefined || problem !== undefined) {
    const { code, message } = problem ?? NOTHING;
    return outcome({ error: { code, message } });
  }
  const tree = toGraphTree(expression);
  const parsed: Outcome = { parsingSucceeded: true, parsedExpression: 'refusal' in tree ? null : toJson(tree) };
  const test = member(body, 'testInputObject');
  if (!isJsonObject(test)) return outcome(parsed);
  return outcome({ ...parsed, ...evaluate(expression, propertiesOf(test), context) });
}

const NOTHING = { code: expressionProblems.syntax.code, message: 'Missing expression.' };

interface Outcome {
  readonly parsingSucceeded?: boolean;
  readonly parsedExpression?: JsonValue;
  readonly evaluationSucceeded?: boolean;
  readonly evaluationResult?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string };
}

function outcome({ error, ...rest }: Outcome): JsonObject {
  return {
    parsingSucceeded: false,
    parsedExpression: null,
    evaluationSucceeded: false,
    evaluationResult: [],
    ...rest,
    error: error === undefined ? null : { ...error },
  };
}

function evaluate(expression: Expression, properties: ReadonlyMap<string, Value>, context: EvaluationContext): Outcome {
  const run = compileExpression<ReadonlyMap<string, Value>>(expression, (name) => (source) => source.get(name) ?? null);
  try {
    return { evaluationSucceeded: true, evaluationResult: resultTexts(run(properties, context)) };
  } catch (error) {
    if (error instanceof EvaluationError) return { error: { code: error.code, message: error.message } };
    throw error;
  }
}

function resultTexts(value: Value): readonly string[] {
  if (isList(value)) return value;
  const text = asText(value);
  return text === null ? [] : [text];
}

function propertiesOf(test: JsonObject): ReadonlyMap<string, Value> {
  const properties = member(test, 'properties');
  const list = Array.isArray(properties) ? (properties as readonly JsonValue[]) : [];
  return new Map(
    list.flatMap((property) => {
      const key = stringMember(property, 'key');
      return key === undefined ? [] : [[key, inputValue(member(property, 'value'))] as const];
    }),
  );
}

function inputValue(value: JsonValue | undefined): Value {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => textOf(item) ?? '');
  if (typeof value === 'boolean') return value;
  return textOf(value);
}

function textOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Converts the type; the values are already JSON. */
function toJson(tree: object): JsonValue {
  return JSON.parse(JSON.stringify(tree)) as JsonValue;
}
