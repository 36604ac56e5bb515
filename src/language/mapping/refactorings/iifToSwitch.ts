import type { Call, Expression } from '../../../core/expression/syntax';
import { expressionsAt, sourceText } from '../rewrite/expressionAt';
import type { MappingRefactoring } from './mappingRefactoring';

/**
 * Turns `IIF([x] = "a", "1", IIF([x] = "b", "2", "3"))` into `Switch([x], "3", "a", "1", "b", "2")`; both compare
 * exactly. Not offered for an empty text as a key, which equals an absent value only in Switch, nor for numbers, which
 * only IIF compares as numbers.
 */
export const iifToSwitch: MappingRefactoring = function* (document, where) {
  const call = expressionsAt(document, where).find((node) => node.kind === 'call' && node.name === 'IIF');
  if (call?.kind !== 'call') return;
  const pairs: string[] = [];
  const keys = new Set<string>();
  let subject: Expression | undefined;
  let rest: Expression = call;
  for (let test = testOf(rest); test !== undefined; test = testOf(rest)) {
    const isSame = subject === undefined || sourceText(document, subject) === sourceText(document, test.subject);
    if (!isSame || keys.has(test.key)) break;
    subject = test.subject;
    keys.add(test.key);
    pairs.push(sourceText(document, test.literal), sourceText(document, test.value));
    rest = test.rest;
  }
  if (subject === undefined) return;
  const newText = `Switch(${[sourceText(document, subject), sourceText(document, rest), ...pairs].join(', ')})`;
  yield { title: 'Write as Switch', kind: 'refactor.rewrite', edits: [{ span: call.span, newText }] };
};

function testOf(expression: Expression) {
  if (expression.kind !== 'call' || expression.name !== 'IIF' || expression.slots.length !== 3) return undefined;
  const [condition, value, rest] = (expression satisfies Call).slots.map((slot) => slot.expression);
  if (condition?.kind !== 'comparison' || condition.operator !== '=' || value === undefined || rest === undefined)
    return undefined;
  const { left, right } = condition;
  const [subject, literal] = left.kind === 'attribute' ? [left, right] : [right, left];
  if (subject.kind !== 'attribute' || literal.kind !== 'string') return undefined;
  if (literal.value === '' || /^-?[0-9]+$/.test(literal.value)) return undefined;
  return { subject, literal, key: literal.value, value, rest };
}
