import type { Span } from '../text/span';

/** What a token can be. `end` ends every stream; `invalid` is a character that no token may begin with. */
export type TokenKind =
  'name' | 'attribute' | 'string' | 'integer' | 'operator' | 'open' | 'close' | 'comma' | 'invalid' | 'end';

/** What is wrong with a single token, apart from its place. */
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
