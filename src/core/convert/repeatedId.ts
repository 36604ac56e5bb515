import type { RecordProblem } from '../problems/problem';
import type { EarlierId } from './idRegister';
import type { MappedRecord } from './compileMapping';

/** The warning that an earlier record has the same id, or nearly. */
export function repeatedId(
  { number, line }: Pick<MappedRecord, 'number' | 'line'>,
  externalId: string,
  earlier: EarlierId,
): RecordProblem {
  const isSame = earlier.kind === 'same';
  return {
    code: isSame ? 'value.id.duplicate' : 'value.id.near-duplicate',
    severity: 'warning',
    message: isSame
      ? `The externalId of this record is also that of the record in line ${earlier.line}. Which of the two Entra processes last is not defined: one of them has to go.`
      : `The externalId of this record is nearly that of the record in line ${earlier.line}: case, blanks, unseen characters, the Unicode form or zeros in front tell them apart. If both are one person, correct one; Entra would make two accounts.`,
    record: number,
    line,
    path: 'externalId',
    value: externalId,
  };
}
