import { findFunction } from '../../expression/functions/table';
import type { Call, Expression } from '../../expression/syntax';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';

const kind = problemKind({
  code: 'job.changing-value',
  severity: 'warning',
  title: 'Value that changes at every update',
  explanation:
    'RandomString and Guid give another value each time, and Now another moment. With a flowType that applies at every update the account gets a new value whenever anything about the person changes; for a sign-in name that is a new name.',
  remedy: 'Set "flowType" to "ObjectAddOnly", so that the value is chosen when the account is created and kept.',
  authority: 'Entra',
  example: {
    wrong: '"flowType": "Always", "source": { "expression": "Append([title], Guid())" }',
    right: '"flowType": "ObjectAddOnly", "source": { "expression": "Append([title], Guid())" }',
  },
});

/** Flow types with which a value is written once; all others write it again. */
const ONCE = ['ObjectAddOnly', 'AttributeAddOnly'];

/** Data: `flowType`, what it has to be. */
export const changingValues: JobCheck = {
  kinds: [kind],
  find: eachAttribute(function* ({ expression, flowType, target }, { mapping }) {
    const root = expression?.parsed.expression;
    if (expression === undefined || root === undefined) return;
    if (ONCE.includes(flowType?.text ?? '') || !mapping.flowTypes.includes('update')) return;
    const call = changingCall(root);
    if (call === undefined) return;
    const { toDocument } = expression.embedded;
    const where = { start: toDocument(call.nameSpan.start), end: toDocument(call.nameSpan.end) };
    const message = `${call.name} gives another value each time: "${target?.text ?? ''}" changes with every update of a person. Use the flowType ObjectAddOnly.`;
    yield problemOf(kind, flowType?.span ?? where, message, {
      flowType: 'ObjectAddOnly',
      ...(flowType === undefined ? {} : { replacement: '"ObjectAddOnly"' }),
    });
  }),
};

/**
 * The first call whose other value reaches the result. What is only compared does not: a condition on Now changes with the
 * calendar and not with every update, and DateDiff is how dates are compared.
 */
function changingCall(expression: Expression): Call | undefined {
  if (expression.kind !== 'call') return undefined;
  const needs = findFunction(expression.name)?.needs;
  if (needs === 'chance' || needs === 'clock') return expression;
  if (expression.name === 'DateDiff') return undefined;
  for (const { expression: argument } of expression.slots) {
    const found = argument && changingCall(argument);
    if (found !== undefined) return found;
  }
  return undefined;
}
