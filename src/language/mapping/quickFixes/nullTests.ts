import type { Call, Expression } from '../../../core/expression/syntax';
import type { MappingDocument } from '../document/mappingDocument';
import { expressionsAt, sourceText } from '../rewrite/expressionAt';
import type { MappingFix, MappingQuickFix } from './mappingFix';

/** The test of a condition: whether a value is present or absent. */
interface NullTest {
  readonly subject: Expression;
  readonly whenEmpty: boolean;
}

/**
 * Turns `IIF(IsNullOrEmpty([x]), "d", [x])` and `Switch(IsNullOrEmpty([x]), ...)` into `Switch([x], [x], "", "d")`, as
 * the service's reference advises.
 */
export const nullTests: MappingQuickFix = {
  codes: ['expression.iif-empty', 'expression.switch-null-test'],
  *fixes({ document, span, code }) {
    const name = code === 'expression.iif-empty' ? 'IIF' : 'Switch';
    const call = expressionsAt(document, span).find((node) => node.kind === 'call' && node.name === name);
    if (call?.kind !== 'call') return;
    const fix = name === 'IIF' ? fromIif(document, call) : fromSwitch(document, call);
    if (fix !== undefined) yield fix;
  },
};

function fromIif(document: MappingDocument, call: Call): MappingFix | undefined {
  const [condition, yes, no] = call.slots.map(({ expression }) => expression);
  const test = condition && nullTestOf(condition);
  if (test === undefined || yes === undefined || no === undefined || call.slots.length !== 3) return undefined;
  return rewritten(document, call, test.subject, test.whenEmpty ? [no, yes] : [yes, no]);
}

function fromSwitch(document: MappingDocument, call: Call): MappingFix | undefined {
  const [source, fallback, ...pairs] = call.slots.map(({ expression }) => expression);
  const test = source && nullTestOf(source);
  if (test === undefined || pairs.length === 0 || pairs.length % 2 !== 0) return undefined;
  const valueFor = (key: string) => {
    const place = pairs.findIndex((pair, index) => index % 2 === 0 && pair?.kind === 'string' && pair.value === key);
    return place < 0 ? fallback : pairs[place + 1];
  };
  const [yes, no] = [valueFor('True'), valueFor('False')];
  const [whenFilled, whenEmpty] = test.whenEmpty ? [no, yes] : [yes, no];
  return whenEmpty === undefined ? undefined : rewritten(document, call, test.subject, [whenFilled, whenEmpty]);
}

function nullTestOf(condition: Expression): NullTest | undefined {
  if (condition.kind === 'call') {
    const subject = condition.slots[0]?.expression;
    if (subject === undefined || condition.slots.length !== 1) return undefined;
    if (condition.name === 'IsPresent') return { subject, whenEmpty: false };
    return condition.name === 'IsNullOrEmpty' || condition.name === 'IsNull' ? { subject, whenEmpty: true } : undefined;
  }
  if (condition.kind !== 'comparison' || (condition.operator !== '=' && condition.operator !== '<>')) return undefined;
  const { left, right } = condition;
  const subject = isEmptyText(right) ? left : isEmptyText(left) ? right : undefined;
  return subject === undefined ? undefined : { subject, whenEmpty: condition.operator === '=' };
}

function isEmptyText(expression: Expression): boolean {
  return expression.kind === 'string' && expression.value === '';
}

function rewritten(
  document: MappingDocument,
  call: Call,
  subject: Expression,
  [whenFilled, whenEmpty]: readonly [Expression | undefined, Expression],
): MappingFix {
  const fallback = whenFilled === undefined ? '' : sourceText(document, whenFilled);
  const newText = `Switch(${sourceText(document, subject)}, ${fallback}, "", ${sourceText(document, whenEmpty)})`;
  return { title: `Change to ${newText}`, edits: [{ span: call.span, newText }], isPreferred: true };
}
