import type { Expression, Operand, Slot } from '../../expression/syntax';
import type { Span } from '../../text/span';
import { span } from '../../text/span';
import type { Decorator, Literal, PathSyntax, Rule, Where, Word } from './syntax';

/** Returns the statement as if it were read `by` characters further on: only its ranges differ. */
export function moveStatement<S extends Rule | Where>(statement: S, by: number): S;
export function moveStatement(statement: Rule | Where, by: number): Rule | Where {
  return statement.kind === 'rule' ? moveRule(statement, by) : moveWhere(statement, by);
}

function moveRule({ kind, path, expression, decorators, span: where }: Rule, by: number): Rule {
  const moved = {
    kind,
    path: movePath(path, by),
    decorators: decorators.map((decorator) => moveDecorator(decorator, by)),
    span: moveSpan(where, by),
  };
  return expression === undefined ? moved : { ...moved, expression: moveExpression(expression, by) };
}

function moveWhere({ kind, keyword, condition, span: where }: Where, by: number): Where {
  const moved = { kind, keyword: moveSpan(keyword, by), span: moveSpan(where, by) };
  return condition === undefined ? moved : { ...moved, condition: moveExpression(condition, by) };
}

function movePath({ text, span: where, urn, names, filter }: PathSyntax, by: number): PathSyntax {
  return {
    text,
    span: moveSpan(where, by),
    names: names.map((name) => moveWord(name, by)),
    ...(urn === undefined ? {} : { urn: moveWord(urn, by) }),
    ...(filter === undefined ? {} : { filter: { ...filter, span: moveSpan(filter.span, by) } }),
  };
}

function moveDecorator({ name, values, span: where }: Decorator, by: number): Decorator {
  return {
    name: moveWord(name, by),
    values: values.map((value) => moveLiteral(value, by)),
    span: moveSpan(where, by),
  };
}

function moveExpression(expression: Expression, by: number): Expression {
  if (expression.kind !== 'comparison') return moveOperand(expression, by);
  const { kind, operator, left, right, span: where } = expression;
  return { kind, operator, left: moveOperand(left, by), right: moveOperand(right, by), span: moveSpan(where, by) };
}

function moveOperand(operand: Operand, by: number): Operand {
  if (operand.kind !== 'call') return { ...operand, span: moveSpan(operand.span, by) };
  const { kind, name, nameSpan, slots, span: where } = operand;
  return {
    kind,
    name,
    nameSpan: moveSpan(nameSpan, by),
    slots: slots.map((slot) => moveSlot(slot, by)),
    span: moveSpan(where, by),
  };
}

function moveSlot({ span: where, expression }: Slot, by: number): Slot {
  const moved = moveSpan(where, by);
  return expression === undefined ? { span: moved } : { span: moved, expression: moveExpression(expression, by) };
}

function moveWord({ text, span: where }: Word, by: number): Word {
  return { text, span: moveSpan(where, by) };
}

function moveLiteral({ kind, text, span: where }: Literal, by: number): Literal {
  return { kind, text, span: moveSpan(where, by) };
}

function moveSpan({ start, end }: Span, by: number): Span {
  return span(start + by, end + by);
}
