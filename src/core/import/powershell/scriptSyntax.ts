import type { Span } from '../../text/span';

/** The part of PowerShell that can be understood without running it. */
export type Script =
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: string; readonly span: Span }
  | { readonly kind: 'variable'; readonly name: string; readonly span: Span }
  /** A text in double quotes that contains variables or `$( ... )`. */
  | { readonly kind: 'joined'; readonly parts: readonly Script[]; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Script[]; readonly span: Span }
  | { readonly kind: 'member'; readonly target: Script; readonly name: string; readonly span: Span }
  | {
      readonly kind: 'method';
      readonly target: Script;
      readonly name: string;
      readonly arguments: readonly Script[];
      readonly span: Span;
    }
  /** `[string]::IsNullOrEmpty(...)` */
  | {
      readonly kind: 'static';
      readonly type: string;
      readonly name: string;
      readonly arguments: readonly Script[];
      readonly span: Span;
    }
  | { readonly kind: 'cast'; readonly type: string; readonly operand: Script; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Script; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Script;
      readonly right: Script;
      readonly span: Span;
    }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly condition: Script; readonly body: Script }[];
      readonly otherwise?: Script;
      readonly span: Span;
    }
  | {
      readonly kind: 'switch';
      readonly subject: Script;
      readonly cases: readonly { readonly key: Script; readonly body: Script }[];
      readonly otherwise?: Script;
      readonly span: Span;
    }
  /** No value, such as the result of an empty block. */
  | { readonly kind: 'nothing'; readonly span: Span };

/** Why a script cannot be translated, and where. */
export interface TranslationRefusal {
  readonly reason: string;
  readonly span: Span;
}
