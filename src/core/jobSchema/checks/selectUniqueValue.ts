import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';
import { isEntra } from '../resolveMappings';

const kind = problemKind({
  code: 'job.select-unique-value',
  severity: 'error',
  title: 'SelectUniqueValue where it cannot work',
  explanation:
    'SelectUniqueValue asks the target which values are free. It works only for on-premises Active Directory, on a mapping that applies when an account is created (ObjectAddOnly) and is not a matching attribute.',
  remedy:
    'Set "flowType" to "ObjectAddOnly" and "matchingPriority" to 0. For a job to Entra ID make the value unique in the HR system.',
  authority: 'Entra',
  example: {
    wrong: '"flowType": "Always", "source": { "expression": "SelectUniqueValue([title], [userName])" }',
    right: '"flowType": "ObjectAddOnly", "source": { "expression": "SelectUniqueValue([title], [userName])" }',
  },
});

/** Reports each violated rule separately. Data: `flowType`, the required one, if the mapping has another. */
export const selectUniqueValue: JobCheck = {
  kinds: [kind],
  find: eachAttribute(function* ({ expression, flowType, matchingPriority }, { targetDirectory }) {
    const call = expression?.parsed.expression;
    if (expression === undefined || call?.kind !== 'call' || call.name !== 'SelectUniqueValue') return;
    const { toDocument } = expression.embedded;
    const where = { start: toDocument(call.nameSpan.start), end: toDocument(call.nameSpan.end) };
    if (flowType?.text !== 'ObjectAddOnly') {
      const message =
        'SelectUniqueValue needs the flowType ObjectAddOnly: a value is chosen only when an account is created.';
      yield problemOf(kind, flowType?.span ?? where, message, {
        flowType: 'ObjectAddOnly',
        ...(flowType === undefined ? {} : { replacement: '"ObjectAddOnly"' }),
      });
    }
    if ((matchingPriority?.value ?? 0) > 0) {
      const message = 'SelectUniqueValue cannot fill a matching attribute: accounts are matched before it has a value.';
      yield problemOf(kind, matchingPriority?.span ?? where, message, { replacement: '0' });
    }
    if (isEntra(targetDirectory)) {
      const message =
        'SelectUniqueValue works only for on-premises Active Directory, but the target of this rule is Entra ID.';
      yield problemOf(kind, where, message);
    }
  }),
};
