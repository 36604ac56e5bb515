import { OUTCOME_KEYS } from '../core/run/account/outcomeKey';
import type { OutcomeKey } from '../core/run/account/outcomeKey';

const CODES = new Map(OUTCOME_KEYS.map((state, index) => [state, index + 1]));

/** Packs the states of a run's records into one byte each, by record number; 0 means unknown. */
export function packStates(
  records: Iterable<{ readonly record: number; readonly state: OutcomeKey }>,
): Uint8Array<ArrayBuffer> {
  let states = new Uint8Array(1024);
  let count = 0;
  for (const { record, state } of records) {
    if (record > states.length) {
      const longer = new Uint8Array(Math.max(record, states.length * 2));
      longer.set(states);
      states = longer;
    }
    states[record - 1] = CODES.get(state) ?? 0;
    count = Math.max(count, record);
  }
  return states.slice(0, count);
}

/** The state of a byte; `undefined` if unknown. */
export function stateOfCode(code: number): OutcomeKey | undefined {
  return OUTCOME_KEYS[code - 1];
}
