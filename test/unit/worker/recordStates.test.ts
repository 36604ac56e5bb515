import { describe, expect, it } from 'vitest';
import { packStates } from '../../../src/preview/runStates';
import { RecordStates } from '../../../src/worker/recordStates';

describe('RecordStates', () => {
  it('know what happens to every record, however many there are', () => {
    const states = new RecordStates();
    for (let record = 1; record <= 10_000; record++) {
      if (record % 3 === 0) states.note(record, 'refused');
      else if (record % 5 === 0) states.note(record, 'excluded');
    }
    expect([9_999, 10_000, 9_998].map((record) => states.of(record))).toEqual(['refused', 'excluded', 'operation']);
    expect(states.counts(10)).toEqual([
      ['refused', 3],
      ['excluded', 2],
      ['operation', 5],
    ]);
    expect(states.counts(0)).toEqual([]);
  });

  it('tell the state of a run before the fate, and forget it with the run', () => {
    const states = new RecordStates();
    states.note(2, 'refused');
    states.follow(packStates([{ record: 1, state: 'created' }]));
    expect([states.of(1), states.of(2), states.of(3)]).toEqual(['created', 'refused', 'operation']);
    states.follow(packStates([{ record: 1, state: 'left-unchanged' }]));
    expect([states.of(1), states.counts(1)]).toEqual(['left-unchanged', [['left-unchanged', 1]]]);
    states.follow(packStates([]));
    expect(states.of(1)).toBe('operation');
  });
});
