import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';
import { changingCall } from '../changingCall';

const kind = problemKind({
  code: 'job.changing-value',
  severity: 'warning',
  title: 'Value that changes at every update',
  explanation:
    'RandomString and Guid give a different value each time, and Now a different time. With a flowType that applies at every update, the account gets a new value whenever anything about the person changes, for example a new sign-in name.',
  remedy: 'Set "flowType" to "ObjectAddOnly", so that the value is set when the account is created, and then kept.',
  authority: 'Entra',
  example: {
    wrong: '"flowType": "Always", "source": { "expression": "Append([title], Guid())" }',
    right: '"flowType": "ObjectAddOnly", "source": { "expression": "Append([title], Guid())" }',
  },
});

/** Flow types that write a value once; all others write it at every update. */
const ONCE = ['ObjectAddOnly', 'AttributeAddOnly'];

/** Data: `flowType`, the required one. */
export const changingValues: JobCheck = {
  kinds: [kind],
  find: eachAttribute(function* ({ expression, flowType, target, matchingPriority }, { mapping }) {
    const root = expression?.parsed.expression;
    if (expression === undefined || root === undefined) return;
    // A matching attribute with a changing value never matches anyone, with any flowType: job.cannot-match reports that
    if ((matchingPriority?.value ?? 0) > 0) return;
    if (ONCE.includes(flowType?.text ?? '') || !mapping.flowTypes.includes('update')) return;
    const call = changingCall(root);
    if (call === undefined) return;
    const { toDocument } = expression.embedded;
    const where = { start: toDocument(call.nameSpan.start), end: toDocument(call.nameSpan.end) };
    const message = `${call.name} gives a different value each time, so "${target?.text ?? ''}" changes with every update of a person. Use the flowType ObjectAddOnly.`;
    yield problemOf(kind, flowType?.span ?? where, message, {
      flowType: 'ObjectAddOnly',
      ...(flowType === undefined ? {} : { replacement: '"ObjectAddOnly"' }),
    });
  }),
};
