import { Lexer } from '../../expression/lexer';
import type { Span } from '../../text/span';
import { span } from '../../text/span';

/** A comment of a mapping: from its `#` to the end of the line. */
export interface Comment {
  readonly span: Span;
  /** Nothing but blanks stands before it on its line. */
  readonly isAlone: boolean;
}

/**
 * The comments of a text, in order. A `#` begins one wherever a token may start, and so never inside a text or a column's brackets: the
 * tokens are those of the expressions' own lexer.
 */
export function findComments(text: string): readonly Comment[] {
  const lexer = new Lexer(text, 0, text.length, { lineOriented: true });
  const comments: Comment[] = [];
  for (let from = 0; ;) {
    const token = lexer.next();
    const to = token.kind === 'end' ? text.length : token.span.start;
    while (from < to) {
      const gap = text.slice(from, to).indexOf('#');
      if (gap < 0) break;
      const end = endOfLine(text, from + gap);
      comments.push({ span: span(from + gap, end), isAlone: isBlankBefore(text, from + gap) });
      from = end;
    }
    if (token.kind === 'end') return comments;
    from = token.span.end;
  }
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
