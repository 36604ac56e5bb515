import type { Span } from '../text/span';

/** The kind of a token. `end` is the last token of every text; `invalid` is a character that cannot begin a token. */
export type TokenKind =
  'name' | 'attribute' | 'string' | 'integer' | 'operator' | 'open' | 'close' | 'comma' | 'invalid' | 'end';

/** A fault in a single token, regardless of its place. */
export type TokenFault =
  | 'unclosed-string'
  | 'unclosed-single-quotes'
  | 'unclosed-attribute'
  | 'single-quotes'
  | 'typographic-quotes'
  | 'empty-attribute';

export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
  /**
   * Names and operators as written; attributes trimmed and without brackets; strings unescaped; integers in
   * decimal.
   */
  readonly value: string;
  readonly fault?: TokenFault;
}
