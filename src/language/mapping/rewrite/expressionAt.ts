import type { Call, Expression } from '../../../core/expression/syntax';
import { walk } from '../../../core/expression/syntax';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { ruleAt, statementAt } from './mappedRules';

/** The whole expression of the rule or `where` at a place. */
export function expressionAround(document: MappingDocument, where: Span): Expression | undefined {
  const statement = statementAt(document, where);
  const expression = statement?.kind === 'where' ? statement.condition : ruleAt(document, where)?.rule.expression;
  return expression !== undefined && holds(expression, where) ? expression : undefined;
}

/** The expressions that contain a place, innermost first. */
export function expressionsAt(document: MappingDocument, where: Span): readonly Expression[] {
  const whole = expressionAround(document, where);
  return whole === undefined ? [] : [...walk(whole)].filter((node) => holds(node, where)).reverse();
}

/** The call with an argument that covers exactly this range, and the argument's index. */
export function argumentCovering(
  document: MappingDocument,
  where: Span,
): { readonly call: Call; readonly index: number } | undefined {
  for (const call of expressionsAt(document, where)) {
    if (call.kind !== 'call') continue;
    const index = call.slots.findIndex(({ expression }) => expression !== undefined && isSame(expression.span, where));
    if (index >= 0) return { call, index };
  }
  return undefined;
}

export function sourceText({ text }: MappingDocument, node: { readonly span: Span }): string {
  return text.slice(node.span.start, node.span.end);
}

/** Wraps the text at a place in a call. */
export function wrap({ start, end }: Span, name: string, tail = ''): readonly TextEdit[] {
  return [
    { span: span(start, start), newText: `${name}(` },
    { span: span(end, end), newText: `${tail})` },
  ];
}

export function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function holds(node: Expression, { start, end }: Span): boolean {
  return node.span.start <= start && end <= node.span.end;
}
