import { recordObject } from '../account/recordObject';
import type { RecordAccount } from '../account/runAccount';
import { resultCells } from './resultColumns';

/** A person of a run as `send` prints them, and the result in words; the id of the entry that says so. */
export function resultObject(person: RecordAccount): object {
  const [result, , , entry = ''] = resultCells(person);
  return { ...recordObject(person), result, ...(entry !== '' && { entry }) };
}
