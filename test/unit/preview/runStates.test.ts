import { describe, expect, it } from 'vitest';
import { RECORD_STATES } from '../../../src/core/run/recordState';
import { packStates, stateIn } from '../../../src/preview/runStates';

describe('the states of a run, a byte each', () => {
  it('come back as they were put in, whatever their order', () => {
    const records = RECORD_STATES.map((state, index) => ({ record: index * 3 + 1, state }));
    const states = packStates(records.toReversed());
    expect(records.map(({ record }) => stateIn(states, record))).toEqual(RECORD_STATES);
    expect(states.length).toBe(records.at(-1)?.record);
  });

  it.each([0, 2, 3, 99])('say nothing of record %i, which the run does not have', (record) => {
    expect(stateIn(packStates([{ record: 1, state: 'created' }]), record)).toBeUndefined();
    expect(packStates([])).toHaveLength(0);
  });
});
