import { checkExpression, MAX_LENGTH, tooLongMessage } from '../../expression/check';
import { expressionProblems } from '../../expression/expressionProblems';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import type { EmbeddedExpression } from '../embeddedExpression';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';

/**
 * The problems of the expressions in the sources, at their places inside the strings. Their kinds are those of all
 * expressions and are therefore not listed here; offsets in the data count from the start of the expression.
 */
export const expressions: JobCheck = {
  kinds: [],
  find: eachAttribute(function* ({ expression }) {
    if (expression === undefined || expression.embedded.text.trim() === '') return;
    const { embedded, parsed } = expression;
    const found = [...parsed.problems];
    if (parsed.expression !== undefined && found.length === 0)
      for (const problem of checkExpression(parsed.expression)) found.push(problem);
    // An expression with syntax problems is not checked, but may also be too long
    else if (embedded.text.length > MAX_LENGTH) found.push(tooLong(embedded.text.length));
    for (const problem of found) yield inDocument(problem, embedded);
  }),
};

function tooLong(length: number): Problem {
  return problemOf(expressionProblems.tooLong, { start: 0, end: length }, tooLongMessage);
}

function inDocument(problem: Problem, embedded: EmbeddedExpression): Problem {
  const { start, end } = problem.span;
  return { ...problem, span: { start: embedded.toDocument(start), end: embedded.toDocument(end) } };
}
