import { checkExpression } from '../../../../src/core/expression/check';
import { compileExpression } from '../../../../src/core/expression/compile';
import type { EvaluationContext } from '../../../../src/core/expression/context';
import { EMPTY_CONTEXT } from '../../../../src/core/expression/context';
import type { Evaluate } from '../../../../src/core/expression/functions/functionEntry';
import { parseExpression } from '../../../../src/core/expression/parser';
import type { Expression } from '../../../../src/core/expression/syntax';
import type { Value } from '../../../../src/core/expression/value';
import { asText, EvaluationError, isDateTime } from '../../../../src/core/expression/value';

export type Source = Readonly<Record<string, Value>>;

/** What is said of an expression, as `severity code: what is underlined`. */
export function remarks(text: string): readonly string[] {
  return [...checkExpression(parsed(text))].map(
    ({ severity, code, span }) => `${severity} ${code}: ${text.slice(span.start, span.end)}`,
  );
}

/** An expression without errors, ready for any number of sources. */
export function compiled(text: string): Evaluate<Source> {
  const errors = remarks(text).filter((remark) => remark.startsWith('error '));
  if (errors.length > 0) throw new Error(`${text}: ${errors.join(', ')}`);
  return compileExpression<Source>(parsed(text), (name) => (source) => source[name] ?? null);
}

/** A value, dates as texts; or `CODE at what is underlined`. */
export type Outcome = Value | { readonly error: string };

export function outcome(text: string, source: Source = {}, context: EvaluationContext = EMPTY_CONTEXT): Outcome {
  return outcomeOf(compiled(text), text, source, context);
}

/** The outcome of an expression that was compiled once, from `text`. */
export function outcomeOf(
  evaluate: Evaluate<Source>,
  text: string,
  source: Source = {},
  context: EvaluationContext = EMPTY_CONTEXT,
): Outcome {
  try {
    const value = evaluate(source, context);
    return isDateTime(value) ? asText(value) : value;
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return { error: `${error.code} at ${text.slice(error.span.start, error.span.end)}` };
  }
}

function parsed(text: string): Expression {
  const { expression, problems } = parseExpression(text);
  if (expression === undefined || problems.length > 0) throw new Error(`${text} cannot be read`);
  return expression;
}
