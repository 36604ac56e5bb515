import { formatCount } from '../text/formatCount';
import type { RecordProblem } from '../problems/problem';
import { recordProblemOf } from '../problems/problemKind';
import type { MappedRecord } from './compileMapping';
import type { EarlierId } from './idRegister';
import { recordProblems } from './recordProblems';

/** The warning that an earlier record has the same or a similar id. */
export function repeatedId(
  { number, line }: Pick<MappedRecord, 'number' | 'line'>,
  externalId: string,
  earlier: EarlierId,
): RecordProblem {
  const isSame = earlier.kind === 'same';
  return recordProblemOf(
    isSame ? recordProblems.duplicateId : recordProblems.nearDuplicateId,
    'warning',
    isSame
      ? `Duplicate externalId: the record in line ${formatCount(earlier.line)} has it, too. Entra may process the two in either order, so either may win. Remove one of them; until then the extract is not sent.`
      : `Similar externalId: it differs from that of the record in line ${formatCount(earlier.line)} only in case, spaces, invisible characters, the Unicode form or leading zeros. If both are one person, correct one; Entra would create two accounts.`,
    { record: number, line, path: 'externalId', value: externalId, earlierLine: earlier.line },
  );
}
