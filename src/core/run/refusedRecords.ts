import type { CountedRecords } from '../problems/countedRecords';
import { RecordCounter } from '../problems/countedRecords';
import type { Plan } from './plan';
import { FateCode } from './plan';

/** The records that a plan leaves out because of problems. */
export function refusedRecords({ records: { count, fates, lines } }: Plan): CountedRecords {
  const refused = new RecordCounter();
  for (let index = 0; index < count; index++)
    if (fates[index] === FateCode.refused) refused.add(index + 1, lines[index] ?? 0);
  return refused.counted;
}
