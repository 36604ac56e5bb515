import type { Outcome } from '../logs/outcome';
import { entryOutcome } from '../logs/outcome';
import type { Change } from './change';

/** What becomes of a person, in the words in which the log is read. */
export function changeOutcome(change: Change): Outcome {
  const { refusal } = change;
  return entryOutcome({ ...change, ...(refusal === undefined ? {} : { error: { code: refusal.code } }) });
}
