import type { Span } from '../../text/span';

export type ScriptTokenKind =
  | 'line'
  | 'semicolon'
  | 'comma'
  | 'equals'
  | 'table'
  | 'list'
  | 'evaluate'
  | 'open'
  | 'close'
  | 'openBlock'
  | 'closeBlock'
  | 'openType'
  | 'closeType'
  | 'dot'
  | 'static'
  | 'text'
  | 'number'
  | 'variable'
  | 'word'
  | 'operator'
  | 'unknown'
  | 'end';

/** A piece of a text in double quotes: literal text, a variable, or a `$( ... )` whose inside is evaluated. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'evaluate'; readonly inside: Span };

export interface ScriptToken {
  readonly kind: ScriptTokenKind;
  readonly span: Span;
  /** Its value: a text without quotes and escapes, a variable without `$`, an operator in lower case (`-eq`). */
  readonly value: string;
  /** Only in a text in double quotes that contains a variable or a `$( ... )`. */
  readonly parts?: readonly TextPart[];
  /** Why the token is incomplete. */
  readonly fault?: string;
}
