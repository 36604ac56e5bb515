import type { RecordState } from '../core/run/recordState';
import { RECORD_STATES } from '../core/run/recordState';

const CODES = new Map(RECORD_STATES.map((state, index) => [state, index + 1]));

/** The states of the records of a run, a byte each, by their number; 0 where nothing is known. */
export function packStates(
  records: readonly { readonly record: number; readonly state: RecordState }[],
): Uint8Array<ArrayBuffer> {
  const states = new Uint8Array(records.reduce((most, { record }) => Math.max(most, record), 0));
  for (const { record, state } of records) states[record - 1] = CODES.get(state) ?? 0;
  return states;
}

/** The state of the record with that number, from 1. */
export function stateIn(states: Uint8Array, record: number): RecordState | undefined {
  return RECORD_STATES[(states[record - 1] ?? 0) - 1];
}
