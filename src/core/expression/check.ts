import { expressionProblems } from './expressionProblems';
import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import { checkCall } from './checkCall';
import type { Expression } from './syntax';
import { walk } from './syntax';

/** The service refuses longer expressions. Source: known issues of application provisioning, read 2026-11. */
export const MAX_LENGTH = 10_000;

export const tooLongMessage = `An expression may have at most ${MAX_LENGTH} characters.`;

/**
 * Yields the problems of an expression that can be found without reading a record.
 * @param expression a tree without syntax problems
 * @param condition whether the expression is a condition, like that of `IIF`, so that it may be a comparison
 */
export function* checkExpression(expression: Expression, condition = false): Generator<Problem> {
  if (expression.span.end - expression.span.start > MAX_LENGTH) {
    yield problemOf(expressionProblems.tooLong, expression.span, tooLongMessage);
  }
  if (expression.kind === 'comparison' && !condition) yield misplacedComparison(expression);
  for (const node of walk(expression)) {
    if (node.kind !== 'call') continue;
    yield* checkCall(node);
    if (node.name === 'SelectUniqueValue' && node !== expression) yield nested(node);
  }
}

function nested(node: Expression): Problem {
  return problemOf(
    expressionProblems.nesting,
    node.span,
    'SelectUniqueValue must be the outermost call of an expression; it cannot be an argument.',
  );
}

function misplacedComparison(node: Expression): Problem {
  return problemOf(
    expressionProblems.syntax,
    node.span,
    'A comparison is allowed only as the condition of IIF or CBool.',
  );
}
