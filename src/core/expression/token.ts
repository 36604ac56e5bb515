import type { Span } from '../text/span';

/** What a token can be. `end` closes every stream; `invalid` is a character that no token may begin with. */
export type TokenKind =
  'name' | 'attribute' | 'string' | 'integer' | 'operator' | 'open' | 'close' | 'comma' | 'invalid' | 'end';

/** What is wrong with a single token, apart from where it stands. */
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
  /** Names as they stand; attributes trimmed and without brackets; strings unescaped; integers in decimal; operators as they stand. */
  readonly value: string;
  readonly fault?: TokenFault;
}
