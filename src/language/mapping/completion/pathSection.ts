import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';

/** The section of a path that contains the cursor, and what to replace there. */
export interface PathSection {
  /** `emails|`, `emails[ty|pe eq "work"]`, `emails[type eq "work"].va|` */
  readonly kind: 'name' | 'filter' | 'sub';
  readonly span: Span;
  /** The text before the section: `emails[`, `emails[type eq "work"].` */
  readonly before: string;
}

/** The section of the path at `where` that contains the cursor. */
export function pathSection(text: string, where: Span, offset: number): PathSection {
  const typed = text.slice(where.start, offset);
  const open = typed.indexOf('[');
  if (open < 0)
    return { kind: 'name', span: span(where.start, hasOpenFilter(text, where) ? offset : where.end), before: '' };
  const close = closing(typed, open);
  const from = close < 0 ? open + 1 + startOfTerm(typed.slice(open + 1)) : typed.lastIndexOf('.') + 1;
  const start = where.start + (close >= 0 && from <= close ? typed.length : from);
  const end = close < 0 ? endOfTerm(text, offset, where.end) : where.end;
  return { kind: close < 0 ? 'filter' : 'sub', span: span(start, end), before: text.slice(where.start, start) };
}

function hasOpenFilter(text: string, { start, end }: Span): boolean {
  const path = text.slice(start, end);
  return path.includes('[') && closing(path, path.indexOf('[')) < 0;
}

/** The index of the bracket that closes a filter; brackets inside quotation marks do not count. */
function closing(path: string, open: number): number {
  let isQuoted = false;
  for (let at = open + 1; at < path.length; at++) {
    if (path.charAt(at) === '"') isQuoted = !isQuoted;
    else if (path.charAt(at) === ']' && !isQuoted) return at;
  }
  return -1;
}

/** The start of the filter's last term, after the last `and`. */
function startOfTerm(filter: string): number {
  const match = /.*\sand\s+/is.exec(filter);
  return match?.[0].length ?? 0;
}

/** The end of the term at the cursor: before `and` or the closing bracket, or the cursor if there is no bracket. */
function endOfTerm(text: string, offset: number, end: number): number {
  const rest = text.slice(offset, end);
  const close = rest.indexOf(']');
  if (close < 0) return offset;
  const next = rest.slice(0, close).search(/\s+and\s/i);
  return offset + (next < 0 ? close : next);
}
