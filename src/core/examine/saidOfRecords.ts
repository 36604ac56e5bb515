import { damageKinds } from '../convert/damage/damageKinds';
import { recordProblems } from '../convert/recordProblems';
import { extractProblemKinds } from '../csv/extractProblemKinds';
import { valueProblems } from '../mapping/model/valueProblems';

/** Records with an undecided status are rejected under another code. */
const UNDECIDED = 'value.status.undecided';

const CODES = new Set<string>([
  UNDECIDED,
  ...[...Object.values(recordProblems), ...Object.values(valueProblems), ...damageKinds, ...extractProblemKinds].map(
    ({ code }) => code,
  ),
]);

/** Whether a conversion itself reports problems with that code, for single records or for the extract. */
export function isSaidOfRecords(code: string): boolean {
  return CODES.has(code);
}
