import type { JsonNode } from '../json/jsonNode';
import type { Span } from '../text/span';
import { span } from '../text/span';

/** An expression in a string of a JSON document. Its offsets count characters after JSON escapes are decoded. */
export interface EmbeddedExpression {
  /** In the document, between the quotes. */
  readonly span: Span;
  /** The value of the string, with its escapes decoded. */
  readonly text: string;
  /** Converts an offset of the expression into the offset of the document where that character begins. */
  readonly toDocument: (offset: number) => number;
  /**
   * Converts an offset of the document into that of the character of the expression around it; outside of the
   * expression, into its nearest end.
   */
  readonly toExpression: (offset: number) => number;
}

const ESCAPED: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * The expression in a string node. Invalid escapes are skipped, as in `jsonc-parser`, so that `text` equals the node's
 * value.
 * @param document the text that the node was read from
 */
export function embeddedExpression(document: string, { offset, length }: JsonNode): EmbeddedExpression {
  const start = offset + 1;
  const limit = offset + length;
  // Where each character begins, and where the last one ends
  const begins: number[] = [];
  let text = '';
  let at = start;
  while (at < limit && document.charAt(at) !== '"') {
    const [value, size] = characterAt(document, at, limit);
    if (value !== '') begins.push(at);
    text += value;
    at += size;
  }
  begins.push(at);
  return {
    span: span(start, at),
    text,
    toDocument: (place) => begins[Math.max(0, Math.min(place, text.length))] ?? at,
    toExpression: (place) => lastAtMost(begins, place),
  };
}

/** One character of a string, and its length in the document; empty for an invalid escape. */
function characterAt(document: string, at: number, limit: number): readonly [string, number] {
  const first = document.charAt(at);
  if (first !== '\\' || at + 1 >= limit) return [first === '\\' ? '' : first, 1];
  const second = document.charAt(at + 1);
  if (second !== 'u') return [ESCAPED[second] ?? '', 2];
  const digits = /^[0-9A-Fa-f]{0,4}/.exec(document.slice(at + 2, Math.min(at + 6, limit)))?.[0] ?? '';
  return [digits.length === 4 ? String.fromCharCode(Number.parseInt(digits, 16)) : '', 2 + digits.length];
}

function lastAtMost(begins: readonly number[], place: number): number {
  let low = 0;
  let high = begins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A text as written between the quotes of a JSON string. */
export function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
