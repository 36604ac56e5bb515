import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/textEdit';
import { jsonKinds } from './jsonProblemKinds';

/** A syntax error in JSON, with an `edit` if there is one clear repair. */
export interface SyntaxMistake {
  readonly span: Span;
  readonly message: string;
  readonly edit?: TextEdit;
  /** The bracket that is not closed. */
  readonly opened?: Span;
  /** A bracket or quote is missing or extra, so the nesting after it is a guess. */
  readonly isNestingLost?: true;
}

/** `data` has the members of the error other than its range and message. */
export function syntaxProblem({ span, message, ...data }: SyntaxMistake): Problem {
  return problemOf(jsonKinds.syntax, span, message, Object.keys(data).length === 0 ? undefined : data);
}
