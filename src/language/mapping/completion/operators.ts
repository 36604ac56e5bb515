import { callParameter } from '../document/callParameter';
import type { Offering } from './offer';

const OPERATORS = {
  '=': 'is',
  '<>': 'is not',
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
} as const;

/** `where [WorkerType] |`: operators, where a condition is allowed. */
export const operators: Offering = function* ({ place, document, begun }) {
  if (place.kind !== 'expression' || place.expects !== 'operator' || begun !== 'nothing') return;
  const isCondition =
    place.calls.length === 0
      ? place.rule === undefined
      : callParameter(document.text, place.calls)?.parameter?.type === 'Condition';
  if (!isCondition) return;
  for (const [label, note] of Object.entries(OPERATORS))
    yield { label, kind: 'operator', insert: `${label} `, note, rank: 0, asksOn: true };
};
