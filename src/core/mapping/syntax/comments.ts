import { ClosingBrackets } from '../../text/closingBrackets';
import { Lexer } from '../../expression/lexer';
import type { Span } from '../../text/span';
import { span } from '../../text/span';

/** A comment of a mapping: from its `#` to the end of the line. */
export interface Comment {
  readonly span: Span;
  /** Whether only spaces come before it on its line. */
  readonly isAlone: boolean;
}

/**
 * The comments of a text, in order. A `#` begins one wherever a token may start, so not inside a text or a column's
 * brackets. The tokens come from the lexer of expressions.
 */
export function findComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  // No other token can contain a "#"
  const next = /[#"'[“”„‟«»‘’‚‛‹›]/g;
  const mode = { lineOriented: true, brackets: new ClosingBrackets(text) };
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const { index } = match;
    if (match[0] === '#') {
      next.lastIndex = endOfLine(text, index);
      comments.push({ span: span(index, next.lastIndex), isAlone: isBlankBefore(text, index) });
    } else next.lastIndex = new Lexer(text, index, text.length, mode).next().span.end;
  }
  return comments;
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
  return end;
}

function isBlankBefore(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const unit = text.charAt(before);
    if (unit === '\n' || unit === '\r') return true;
    if (!/[\s\uFEFF]/.test(unit)) return false;
  }
  return true;
}
