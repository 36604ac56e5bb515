import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
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
  /** A bracket or quote is missing or too much: what lies in what behind it is a guess. */
  readonly isNestingLost?: true;
}

/** Data: what the mistake has besides its place and message. */
export function syntaxProblem({ span, message, ...data }: SyntaxMistake): Problem {
  return problemOf(jsonKinds.syntax, span, message, Object.keys(data).length === 0 ? undefined : data);
}
