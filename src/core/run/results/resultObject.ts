import { recordObject } from '../account/recordObject';
import type { RecordAccount } from '../account/runAccount';
import { resultCells } from './resultColumns';

/** A person of a run as `send` prints them, with the result as text and the id of the deciding entry. */
export function resultObject(person: RecordAccount): object {
  const [result, , , entry = ''] = resultCells(person);
  return { ...recordObject(person), result, ...(entry !== '' && { entry }) };
}
