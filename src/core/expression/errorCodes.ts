import type { Problem } from '../problems/problem';

/** The codes of the language's static rules that the command line prints, by the code of the problem. */
const CODES: Readonly<Record<string, string>> = {
  'expression.unknown-function': 'E_UNKNOWN_FUNCTION',
  'expression.argument-count': 'E_ARITY',
  'expression.argument-type': 'E_TYPE',
  'expression.too-long': 'E_TOO_LONG',
  'expression.nesting': 'E_NESTING',
  'expression.regex': 'E_REGEX',
};

export function errorCodeOf({ code }: Problem): string {
  return CODES[code] ?? 'E_PARSE';
}
