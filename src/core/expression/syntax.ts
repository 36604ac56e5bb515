import type { Span } from '../text/span';

/** The tree of an expression. Every node has the range of the text that it was read from. */
export type Expression = Call | AttributeReference | StringLiteral | IntegerLiteral | BareWord | Comparison;

/** `Join("@", ToLower([UserID]), "contoso.com")` */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly slots: readonly Slot[];
  readonly span: Span;
}

/** A place between commas. If it is empty (`f(a, , b)`) the argument is omitted, which is neither null nor `""`. */
export interface Slot {
  readonly span: Span;
  readonly expression?: Expression;
}

/** `[WorkerID]`, `[emails[type eq "work"].value]`: one opaque, case-sensitive name. */
interface AttributeReference {
  readonly kind: 'attribute';
  readonly name: string;
  readonly span: Span;
}

export interface StringLiteral {
  readonly kind: 'string';
  readonly value: string;
  readonly span: Span;
}

/** `8`, `-1`, `&HFF`; kept as decimal text, because a double cannot hold FILETIME numbers exactly. */
export interface IntegerLiteral {
  readonly kind: 'integer';
  readonly value: string;
  readonly span: Span;
}

/** `IgnoreAttributeFlow`, `vbTextCompare` */
interface BareWord {
  readonly kind: 'word';
  readonly name: string;
  readonly span: Span;
}

/** An operand of a comparison, which cannot be another comparison. */
export type Operand = Exclude<Expression, Comparison>;

export type ComparisonOperator = '=' | '<>' | '>' | '>=' | '<' | '<=';

/** `[WorkerType] <> "Contractor"`; legal only where a condition is expected. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Operand;
  readonly right: Operand;
  readonly span: Span;
}

/** The node and everything below it, outermost first. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.kind === 'call') {
    for (const slot of expression.slots) if (slot.expression !== undefined) yield* walk(slot.expression);
  } else if (expression.kind === 'comparison') {
    yield* walk(expression.left);
    yield* walk(expression.right);
  }
}
