import { recordObject } from '../account/recordObject';
import type { RecordAccount } from '../account/runAccount';
import { resultCells } from './resultColumns';

/** A person of a run as `send` prints them, plus the result as text and the id of the deciding log entry. */
export function resultObject(person: RecordAccount): object {
  const [result, , , entry = ''] = resultCells(person);
  return { ...recordObject(person), result, ...(entry !== '' && { entry }) };
}
