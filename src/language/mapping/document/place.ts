import type { ComparisonOperator } from '../../../core/expression/syntax';
import type { Token } from '../../../core/expression/token';
import type { PathSyntax, Word } from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';

/** A block that is open at the cursor. */
export type OpenBlock =
  | { readonly kind: 'source' }
  | { readonly kind: 'schema'; readonly urn: Word }
  | { readonly kind: 'group'; readonly path: PathSyntax };

/** What is at a cursor in a text that may be half-typed. `span` is the whole word under the cursor. */
export type Place =
  Nowhere | StatementPlace | WordPlace | SettingValuePlace | ExpressionPlace | DecoratorPlace | DecoratorValuePlace;

/** A comment, or a place where nothing may follow. */
interface Nowhere {
  readonly kind: 'nowhere';
}

/** `|`, `ext|`, `emails[type eq "wo|rk"].value = [Mail]`: the start of a statement. */
interface StatementPlace {
  readonly kind: 'statement';
  /** Open blocks, outermost first. */
  readonly blocks: readonly OpenBlock[];
  /** The path typed so far; it ends at the cursor or after it. */
  readonly span: Span;
}

/** `source c|`, `schema urn:|`, `source csv { del| }` */
interface WordPlace {
  readonly kind: 'source-kind' | 'urn' | 'setting';
  readonly span: Span;
  /** The start of the statement. */
  readonly start: number;
}

/** `empty = "NULL", |` */
interface SettingValuePlace {
  readonly kind: 'setting-value';
  readonly setting: string;
  /** The other values of the setting. */
  readonly given: readonly Token[];
  readonly expectsValue: boolean;
  readonly token?: Token;
}

/** The rule that contains an expression or a decorator. */
export interface RuleAround {
  readonly blocks: readonly OpenBlock[];
  readonly path: Span;
}

/** `title = |`, `where [WorkerType] <> "|"`, `active = Switch([Status], |` */
export interface ExpressionPlace {
  readonly kind: 'expression';
  /** Absent in a `where` condition. */
  readonly rule?: RuleAround;
  /** The calls whose parentheses are open, outermost first. */
  readonly calls: readonly OpenCall[];
  /** What may come next, given the text before it in this argument. */
  readonly expects: 'value' | 'operator' | 'right side' | 'nothing';
  /** The left side of a comparison, or the complete value. */
  readonly left?: Span;
  readonly operator?: ComparisonOperator;
  /** The token that contains the cursor, or that ends at the cursor and may be extended. */
  readonly token?: Token;
}

export interface OpenCall {
  /** Empty for a parenthesis without a name. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The index of the argument that contains the cursor, from 0. */
  readonly argument: number;
  /** The spans between the commas, including those after the cursor. */
  readonly slots: readonly Span[];
}

/** `title = [JobTitle] @em|` */
interface DecoratorPlace {
  readonly kind: 'decorator';
  readonly rule: RuleAround;
  /** Includes the `@`; empty after a decorator. */
  readonly span: Span;
  /** The names of the rule's decorators before this one. */
  readonly before: readonly string[];
}

/** `title = [JobTitle] @empty(|)` */
interface DecoratorValuePlace {
  readonly kind: 'decorator-value';
  readonly rule: RuleAround;
  readonly decorator: string;
  readonly span: Span;
}
