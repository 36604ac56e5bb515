import type { RecordProblem } from '../problems/problem';
import { quoteOverlapsItself, unusableDialect } from './csvProblems';
import type { Dialect } from './extractEvent';

/** Whether delimiter and quote are at most one character (UTF-16 code unit) each; the tokenizer supports no others. */
export function isOfSingleCharacters({ delimiter, quote }: Dialect): boolean {
  return delimiter.length <= 1 && quote.length <= 1;
}

/**
 * Why text cannot be cut with this delimiter and quote. They must not share a character, because it would depend on the
 * reader where one ends and the other begins.
 */
export function dialectProblem({ delimiter, quote }: Dialect): RecordProblem | undefined {
  const characters = delimiter + quote;
  const areApart = Array.from(quote).every((character) => !delimiter.includes(character));
  if (delimiter === '' || /[\r\n\0]/.test(characters) || !areApart) return unusableDialect();
  return overlapsItself(quote) ? quoteOverlapsItself(quote) : undefined;
}

/**
 * Whether the beginning of a text is also its end, as with `''`: then a doubled quote before a closing one can be split
 * in two ways.
 */
function overlapsItself(text: string): boolean {
  for (let length = 1; length < text.length; length++) {
    if (text.startsWith(text.slice(-length))) return true;
  }
  return false;
}
