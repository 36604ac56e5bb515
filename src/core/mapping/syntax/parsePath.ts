import type { FilterTerm } from '../../scim/attributePath';
import { wrongQuotes } from '../../expression/parser';
import { span } from '../../text/span';
import type { Span } from '../../text/span';
import type { PathSyntax, Word } from './syntax';

interface PathFault {
  readonly message: string;
  readonly span: Span;
  readonly data?: { readonly replacement: string };
}

export interface ParsedPath {
  readonly path: PathSyntax;
  /** The faults in the path, and their places. */
  readonly faults: readonly PathFault[];
}

const NAME = /^\$?[A-Za-z][A-Za-z0-9_-]*$/;
/** Quotes that people write instead of straight double quotes. */
const ANY_QUOTE = /[“”„‟«»‘’‚‛‹›']/g;
const TERM = /^\s*([A-Za-z][\w-]*)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false|-?\d+)\s*$/i;

/**
 * The end of the path that begins at `start`, including a filter in brackets and the spaces inside it.
 */
export function endOfPath(text: string, start: number): number {
  let quoted = false;
  let depth = 0;
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charAt(end);
    if (unit === '\n' || unit === '\r') break;
    if (unit === '"' && depth > 0) quoted = !quoted;
    else if (quoted) continue;
    else if (unit === '[') depth++;
    else if (unit === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[\s={}#@(),"]/.test(unit)) break;
  }
  return end;
}

/** Reads a path (RFC 7644, section 3.10) whose filter is an equality, or equalities joined by `and`. Never throws. */
export function parsePath(text: string, where: Span): ParsedPath {
  const source = text.slice(where.start, where.end);
  const faults: PathFault[] = [];
  const open = source.indexOf('[');
  const close = open < 0 ? -1 : source.lastIndexOf(']');
  if (open >= 0 && close < open)
    faults.push({ message: 'Expected "]" at the end of the filter.', span: span(where.start + open, where.end) });
  const head = open < 0 ? source : source.slice(0, open);
  const tail = close > open ? source.slice(close + 1) : '';

  const colon = /^urn:/i.test(head) ? head.lastIndexOf(':') : -1;
  const urn: Word | undefined =
    colon < 0 ? undefined : { text: head.slice(0, colon), span: span(where.start, where.start + colon) };
  const names = dottedNames(head.slice(colon + 1), where.start + colon + 1);
  const after = names.length - 1;
  if (tail !== '' && !tail.startsWith('.'))
    faults.push({ message: 'Expected "." after the filter.', span: span(where.start + close + 1, where.end) });
  if (tail !== '') for (const name of dottedNames(tail.slice(1), where.start + close + 2)) names.push(name);
  for (const name of names) {
    if (!NAME.test(name.text))
      faults.push({
        message: name.text === '' ? 'Expected an attribute name.' : `"${name.text}" is not an attribute name.`,
        span: name.span,
      });
  }
  const path: PathSyntax = { text: source, span: where, names, ...(urn === undefined ? {} : { urn }) };
  if (open < 0 || close < open) return { path, faults };
  const filterSpan = span(where.start + open, where.start + close + 1);
  const filter = source.slice(open + 1, close);
  const written = parseFilter(filter);
  const straight = filter.replace(ANY_QUOTE, '"');
  const terms = written ?? parseFilter(straight);
  if (terms === undefined)
    faults.push({
      message: 'The filter must be an equality, like [type eq "work"], or several joined by "and".',
      span: filterSpan,
    });
  else if (written === undefined)
    faults.push({ message: wrongQuotes, span: filterSpan, data: { replacement: `[${straight}]` } });
  return { path: { ...path, filter: { after, terms: terms ?? [], span: filterSpan } }, faults };
}

function dottedNames(text: string, start: number): Word[] {
  let at = start;
  return text.split('.').map((part) => {
    const name = { text: part, span: span(at, at + part.length) };
    at += part.length + 1;
    return name;
  });
}

function parseFilter(text: string): readonly FilterTerm[] | undefined {
  const terms: FilterTerm[] = [];
  for (const part of text.split(/\sand\s/i)) {
    const match = TERM.exec(part);
    const [, attribute, value] = match ?? [];
    if (attribute === undefined || value === undefined) return undefined;
    terms.push({ attribute, value: filterValue(value) });
  }
  return terms;
}

function filterValue(text: string): FilterTerm['value'] {
  if (text.startsWith('"')) return text.slice(1, -1).replace(/\\(.)/g, '$1');
  return /^[tf]/i.test(text) ? text.toLowerCase() === 'true' : Number(text);
}
