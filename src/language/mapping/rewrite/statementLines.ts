import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';

/** The line break to use for new lines in the text. */
export function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineBreak(text.charAt(start - 1))) start--;
  return start;
}

/** The offset before the line break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineBreak(text.charAt(end))) end++;
  return end;
}

/**
 * The lines of a statement, including a trailing comment and the line break; `undefined` if they contain anything else.
 */
export function wholeLines(text: string, { start, end }: Span): Span | undefined {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const isAlone = /^[ \t\uFEFF]*$/.test(text.slice(from, start)) && /^[ \t]*(?:#.*)?$/.test(text.slice(end, to));
  if (!isAlone) return undefined;
  const first = text.charAt(from) === '\uFEFF' ? from + 1 : from;
  return span(first, afterBreak(text, to));
}

/** The same, including the comments directly above. */
export function linesWithComments(text: string, statement: Span): Span | undefined {
  const lines = wholeLines(text, statement);
  if (lines === undefined) return undefined;
  let { start } = lines;
  while (start > 0) {
    const above = lineStart(text, start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1));
    if (above >= start || !/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return span(start, lines.end);
}

function afterBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return Math.min(text.length, at + 1);
}

function isLineBreak(unit: string): boolean {
  return unit === '\n' || unit === '\r';
}
