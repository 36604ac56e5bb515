import { checkExpression } from '../core/expression/check';
import { compileExpression } from '../core/expression/compile';
import type { EvaluationContext } from '../core/expression/context';
import { seededRandom } from '../core/expression/random';
import { fromUnixMilliseconds } from '../core/expression/dotnet/dates/instant';
import { parseDateTime } from '../core/expression/dotnet/dates/parseDateTime';
import { errorCodeOf } from '../core/expression/errorCodes';
import type { ExplainedStep } from '../core/expression/explain';
import { explainExpression } from '../core/expression/explain';
import { parseExpression } from '../core/expression/parser';
import type { Call } from '../core/expression/syntax';
import type { Value } from '../core/expression/value';
import { asText, EvaluationError, isDirective, isList, isRoles } from '../core/expression/value';
import type { JsonObject, JsonValue } from '../core/json/jsonValue';
import { member, stringMember } from '../core/json/jsonValue';

/** The answer for one expression. `offset` counts UTF-16 code units from the start of the expression. */
export type Answer =
  | { readonly value: JsonValue }
  | { readonly directive: string }
  | { readonly error: { readonly code: string; readonly message: string; readonly offset: number } };

/** An answer with the answers of its parts. */
export interface ExplainedAnswer {
  readonly expression: string;
  readonly answer: Answer;
  readonly parts: readonly ExplainedAnswer[];
}

/** Evaluates one expression on one record. */
export function answerExpression(text: string, source: JsonObject, context: EvaluationContext): Answer {
  const parsed = usableCall(text);
  if ('error' in parsed) return parsed;
  try {
    return render(compileExpression(parsed.call, attributeOf)(source, context));
  } catch (error) {
    if (error instanceof EvaluationError) return failed(error);
    throw error;
  }
}

/** Like {@link answerExpression}, with every step. An invalid expression has no parts. */
export function explainAnswer(text: string, source: JsonObject, context: EvaluationContext): ExplainedAnswer {
  const parsed = usableCall(text);
  if ('error' in parsed) return { expression: text, answer: parsed, parts: [] };
  return renderStep(explainExpression(parsed.call, attributeOf, source, context));
}

/**
 * Reads a context: `now` (a date), `defaultDomain`, `existingTargetValues` (a list), `guid`, `seed` (a whole number).
 * Defaults: the machine's clock, and fresh random values.
 */
export function readContext(
  json: JsonValue | undefined,
  clock: number,
  seed: number,
): EvaluationContext | { readonly refusal: string } {
  const nowText = stringMember(json, 'now');
  const now = nowText === undefined ? fromUnixMilliseconds(clock) : parseDateTime(nowText);
  if (now === undefined) return { refusal: '"now" must be a date like 2026-11-23T08:00:00Z.' };
  const given = member(json, 'seed') ?? seed;
  if (typeof given !== 'number' || !Number.isInteger(given)) return { refusal: '"seed" must be a whole number.' };
  const existing = member(json, 'existingTargetValues');
  const taken = Array.isArray(existing) ? new Set(existing.map((value) => String(value).toLowerCase())) : undefined;
  const defaultDomain = stringMember(json, 'defaultDomain');
  const guid = stringMember(json, 'guid');
  return {
    now,
    random: seededRandom(given),
    ...(defaultDomain === undefined ? {} : { defaultDomain }),
    ...(guid === undefined ? {} : { guid }),
    ...(taken === undefined ? {} : { exists: (value: string) => taken.has(value.toLowerCase()) }),
  };
}

type Usable = { readonly call: Call } | Extract<Answer, { error: unknown }>;

function usableCall(text: string): Usable {
  const { expression, problems } = parseExpression(text);
  const found = expression === undefined || problems.length > 0 ? problems : [...checkExpression(expression)];
  const first = found.find((problem) => problem.severity === 'error');
  if (first !== undefined)
    return { error: { code: errorCodeOf(first), message: first.message, offset: first.span.start } };
  if (expression?.kind === 'call') return { call: expression };
  const message =
    'An expression must be a function call. A column alone is a direct mapping, a constant alone a constant mapping.';
  return { error: { code: 'E_PARSE', message, offset: 0 } };
}

function attributeOf(name: string): (source: JsonObject) => Value {
  return (source) => toValue(member(source, name));
}

function toValue(json: JsonValue | undefined): Value {
  if (json === undefined || json === null) return null;
  if (Array.isArray(json)) return json.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  return typeof json === 'number' ? String(json) : JSON.stringify(json);
}

function render(value: Value): Answer {
  if (isDirective(value)) return { directive: value.directive };
  if (isRoles(value)) return { value: { roles: value.roles } };
  return { value: isList(value) ? value : asText(value) };
}

function failed(error: EvaluationError): Answer {
  return { error: { code: error.code, message: error.message, offset: error.span.start } };
}

function renderStep({ text, outcome, parts }: ExplainedStep): ExplainedAnswer {
  return {
    expression: text,
    answer: 'value' in outcome ? render(outcome.value) : failed(outcome.error),
    parts: parts.map(renderStep),
  };
}
