import type { Problem } from '../problem';
import { problemOf } from '../problemKind';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/textEdit';
import { jsonKinds } from './jsonProblemKinds';

/** A place where the rules of JSON are broken. `edit` repairs it, where one repair is clearly meant. */
export interface SyntaxMistake {
  readonly span: Span;
  readonly message: string;
  readonly edit?: TextEdit;
  /** The bracket that is not closed. */
  readonly opened?: Span;
}

/** Data: the `edit` and the bracket that is `opened`, as far as there are such. */
export function syntaxProblem({ span, message, edit, opened }: SyntaxMistake): Problem {
  if (edit === undefined && opened === undefined) return problemOf(jsonKinds.syntax, span, message);
  const data = { ...(edit !== undefined && { edit }), ...(opened !== undefined && { opened }) };
  return problemOf(jsonKinds.syntax, span, message, data);
}
