import { describe, expect, it } from 'vitest';
import { RECORD_STATES } from '../../../src/core/run/recordState';
import { packStates, stateOfCode } from '../../../src/preview/runStates';

describe('the states of a run, a byte each', () => {
  it('come back as they were put in, in any order', () => {
    const records = RECORD_STATES.map((state, index) => ({ record: index * 3 + 1, state }));
    const states = packStates(records.toReversed());
    expect(records.map(({ record }) => stateOfCode(states[record - 1] ?? 0))).toEqual(RECORD_STATES);
    expect(states.length).toBe(records.at(-1)?.record);
  });

  it('are none without records', () => {
    expect(packStates([])).toHaveLength(0);
  });

  it('have room for as many as there are', () => {
    const states = packStates(
      Array.from({ length: 5000 }, (_, index) => ({ record: index + 1, state: 'failed' as const })),
    );
    expect([states.length, new Set(states).size, stateOfCode(states[4999] ?? 0)]).toEqual([5000, 1, 'failed']);
  });

  it.each([0, 1, 2, 3, 99])('say nothing of record %i, which the run does not have', (record) => {
    expect(stateOfCode(packStates([{ record: 4, state: 'created' }])[record - 1] ?? 0)).toBeUndefined();
  });
});
