import type { Span } from '../../text/span';

/** The part of PowerShell that can be understood without running it. */
export type Script =
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: string; readonly span: Span }
  | { readonly kind: 'variable'; readonly name: string; readonly span: Span }
  /** A text in double quotes in which things are evaluated. */
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
  /** Nothing at all: what an `if` without `else` yields. */
  | { readonly kind: 'nothing'; readonly span: Span };

/** Why a script is not understood, and where. */
export interface TranslationRefusal {
  readonly reason: string;
  readonly span: Span;
}
