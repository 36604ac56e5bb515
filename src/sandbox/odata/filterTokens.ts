export interface FilterToken {
  /** `word`: a name, an operator, or a literal without quotes. */
  readonly kind: 'word' | 'text' | 'mark';
  /** A text without its quotes. */
  readonly value: string;
}

const TOKEN = /\s*(?:'((?:[^']|'')*)'|([(),])|([^\s'(),]+))/y;

/** Splits a `$filter` into tokens, or returns one sentence on why it cannot. */
export function cutFilter(text: string): readonly FilterToken[] | { readonly refusal: string } {
  const tokens: FilterToken[] = [];
  const rest = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rest.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(rest);
    if (match === null) return { refusal: `Invalid filter clause at "${rest.slice(start)}".` };
    const [, quoted, mark, word = ''] = match;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replaceAll("''", "'") });
    else if (mark !== undefined) tokens.push({ kind: 'mark', value: mark });
    else tokens.push({ kind: 'word', value: word });
  }
  return tokens;
}
