import { span } from '../../text/span';
import type { PathSyntax, Word } from '../syntax/syntax';

/** The attribute names in a path's filter, each with its place in the text. */
export function filterNames({ text, span: whole, filter }: PathSyntax): readonly Word[] {
  if (filter === undefined) return [];
  const from = filter.span.start - whole.start;
  // Quoted texts can contain anything, so they are blanked, which keeps the offsets
  const terms = text
    .slice(from, filter.span.end - whole.start)
    .replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => '"'.repeat(quoted.length));
  return [...terms.matchAll(/([A-Za-z][\w-]*)\s+eq\s/gi)].map(({ 1: name = '', index }) => ({
    text: name,
    span: span(filter.span.start + index, filter.span.start + index + name.length),
  }));
}
