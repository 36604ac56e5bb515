import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';

/** Which part of a path the cursor is in, and what is replaced there. */
export interface PathSection {
  /** `emails|`, `emails[ty|pe eq "work"]`, `emails[type eq "work"].va|` */
  readonly kind: 'name' | 'filter' | 'sub';
  readonly span: Span;
  /** The text before the part: `emails[`, `emails[type eq "work"].` */
  readonly before: string;
}

/** The part of the path at `where` that contains the cursor. */
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

/** The bracket that closes a filter; one inside of quotation marks does not. */
function closing(path: string, open: number): number {
  let isQuoted = false;
  for (let at = open + 1; at < path.length; at++) {
    if (path.charAt(at) === '"') isQuoted = !isQuoted;
    else if (path.charAt(at) === ']' && !isQuoted) return at;
  }
  return -1;
}

/** After the last `and` of a filter. */
function startOfTerm(filter: string): number {
  const match = /.*\sand\s+/is.exec(filter);
  return match?.[0].length ?? 0;
}

/** Where the term at the cursor ends: before `and` or the bracket; without a bracket at the cursor itself. */
function endOfTerm(text: string, offset: number, end: number): number {
  const rest = text.slice(offset, end);
  const close = rest.indexOf(']');
  if (close < 0) return offset;
  const next = rest.slice(0, close).search(/\s+and\s/i);
  return offset + (next < 0 ? close : next);
}
