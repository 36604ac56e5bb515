import type { Expression } from '../../../core/expression/syntax';
import { findFunction } from '../../../core/expression/functions/table';
import { expressionAround, expressionsAt, sourceText, wrap } from '../rewrite/expressionAt';
import type { MappingRefactoring } from './mappingRefactoring';

/** Functions that values are often passed through, and whether each wraps only the whole expression. */
const WRAPPERS = [
  { name: 'NormalizeDiacritics', isOutermost: false },
  { name: 'StripSpaces', isOutermost: false },
  { name: 'ToLower', isOutermost: false },
  { name: 'IgnoreFlowIfNullOrEmpty', isOutermost: true },
] as const;

/** Wraps the column or call under the cursor, or the selection, in a function. */
export const wrapCall: MappingRefactoring = function* (document, where) {
  const target = expressionsAt(document, where).find(({ kind }) => kind === 'attribute' || kind === 'call');
  const whole = expressionAround(document, where);
  if (target === undefined || whole === undefined) return;
  const isCondition = document.loaded.model.conditions.includes(whole);
  for (const { name, isOutermost } of WRAPPERS) {
    const inner = isOutermost ? whole : target;
    if (isCalled(inner, name) || (isOutermost && isCondition)) continue;
    const text = sourceText(document, inner);
    const shown = text.length > 30 ? 'the expression' : text;
    yield { title: `Wrap ${shown} in ${name}`, kind: 'refactor.rewrite', edits: wrap(inner.span, name) };
  }
};

function isCalled(expression: Expression, name: string): boolean {
  return expression.kind === 'call' && expression.name === name;
}

/** Removes a function around its only non-constant argument. Offered at its name. */
export const unwrapCall: MappingRefactoring = function* (document, where) {
  const call = expressionsAt(document, where)[0];
  if (call?.kind !== 'call' || where.start > call.nameSpan.end || findFunction(call.name) === undefined) return;
  const inner = call.slots.flatMap(({ expression }) =>
    expression !== undefined && (expression.kind === 'attribute' || expression.kind === 'call') ? [expression] : [],
  );
  const [only] = inner;
  if (only === undefined || inner.length > 1) return;
  const newText = sourceText(document, only);
  yield { title: `Unwrap ${call.name}`, kind: 'refactor.inline', edits: [{ span: call.span, newText }] };
};
