import { Lexer } from '../../expression/lexer';
import type { Token } from '../../expression/token';
import type { Span } from '../../text/span';

/** A token or a comment, as written. */
interface Piece {
  readonly kind: Token['kind'] | 'comment';
  readonly text: string;
  readonly startsLine: boolean;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Writes the tokens of a span with canonical spaces: one after a comma, none inside parentheses, one on each side of an
 * operator. Keeps line breaks, and indents each line by two more spaces per open parenthesis. Does not change text in
 * quotes or brackets.
 * @param indent spaces before the statement that the tokens belong to
 * @param starts the offsets of tokens that always begin a line
 */
export function writeTokens(text: string, where: Span, indent: number, starts: ReadonlySet<number> = NONE): string {
  let written = '';
  let depth = 0;
  let previous: Piece | undefined;
  for (const piece of piecesOf(text, where, starts)) {
    const open = piece.kind === 'close' ? depth - 1 : depth;
    if (previous !== undefined) {
      // A comment ends with its line
      const breaks = piece.startsLine || previous.kind === 'comment';
      written += breaks ? `\n${' '.repeat(indent + 2 * Math.max(1, open + 1))}` : gap(previous, piece);
    }
    written += piece.text;
    if (piece.kind === 'open') depth++;
    else if (piece.kind === 'close') depth = Math.max(0, depth - 1);
    previous = piece;
  }
  return written;
}

function gap(previous: Piece, next: Piece): string {
  if (next.kind === 'comment') return '  ';
  if (previous.kind === 'comma') return ' ';
  if (previous.kind === 'open' || next.kind === 'close' || next.kind === 'comma') return '';
  if (next.kind === 'open') return previous.kind === 'name' ? '' : ' ';
  return ' ';
}

function* piecesOf(text: string, where: Span, starts: ReadonlySet<number>): Generator<Piece> {
  const lexer = new Lexer(text, where.start, where.end, { lineOriented: true });
  let at = where.start;
  for (;;) {
    const token = lexer.next();
    const isEnd = token.kind === 'end';
    const between = text.slice(at, isEnd ? where.end : token.span.start);
    let startsLine = starts.has(token.span.start);
    for (const [line, blank] of between.split(/\r\n|\n|\r/).entries()) {
      startsLine ||= line > 0;
      const comment = blank.trim();
      if (comment === '') continue;
      yield { kind: 'comment', text: comment, startsLine: line > 0 };
    }
    if (isEnd) return;
    yield { kind: token.kind, text: text.slice(token.span.start, token.span.end), startsLine };
    at = token.span.end;
  }
}
