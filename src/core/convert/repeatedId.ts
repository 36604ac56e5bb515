import type { RecordProblem } from '../problems/problem';
import { recordProblemOf } from '../problems/problemKind';
import type { MappedRecord } from './compileMapping';
import type { EarlierId } from './idRegister';
import { recordProblems } from './recordProblems';

/** The warning that an earlier record has the same id, or nearly. */
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
      ? `The externalId of this record is also that of the record in line ${earlier.line}. Entra may process the two in either order, so that either may win: remove one of them. Until then nothing of the extract is sent.`
      : `The externalId of this record is nearly that of the record in line ${earlier.line}: case, blanks, unseen characters, the Unicode form or zeros in front tell them apart. If both are one person, correct one; Entra would make two accounts.`,
    { record: number, line, path: 'externalId', value: externalId, earlierLine: earlier.line },
  );
}
