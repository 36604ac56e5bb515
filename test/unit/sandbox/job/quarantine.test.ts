import { describe, expect, it } from 'vitest';
import { interactiveRules } from '../../../../src/sandbox/job/jobRules';
import { quarantined, quarantineReason } from '../../../../src/sandbox/job/quarantine';

const rules = interactiveRules.quarantine;

describe('the reason for a quarantine', () => {
  it.each([
    // Records, failures, failures of references
    [0, 0, 0, undefined],
    [4999, 4999, 0, undefined],
    [5000, 5000, 0, 'EncounteredEscrowProportionThreshold'],
    [12_500, 5000, 0, undefined],
    [12_499, 5000, 0, 'EncounteredEscrowProportionThreshold'],
    [100_000, 40_000, 0, undefined],
    [100_000, 40_001, 0, 'EncounteredBaseEscrowThreshold'],
    [1_000_000, 40_000, 20_000, undefined],
    [1_000_000, 40_000, 20_001, 'EncounteredTotalEscrowThreshold'],
    [1_000_000, 40_001, 20_000, 'EncounteredTotalEscrowThreshold'],
    [1_000_000, 0, 60_001, 'EncounteredTotalEscrowThreshold'],
    [5000, 0, 60_000, undefined],
  ] as const)('of %i records with %i failures and %i of references is %s', (records, failures, references, reason) => {
    expect(quarantineReason({ records, failures, referenceFailures: references }, rules)).toBe(reason);
  });
});

describe('a job that is put into quarantine', () => {
  const first = quarantined(undefined, 'TooManyDeletes', 1000, rules);

  it('says why and is tried again a day later', () => {
    expect(first).toEqual({
      reason: 'TooManyDeletes',
      error: {
        code: 'TooManyDeletes',
        message: 'A cycle would disable or delete more accounts than the threshold of accidental deletions allows.',
      },
      began: 1000,
      nextAttempt: 1000 + 24 * 3_600_000,
      attempts: 1,
    });
  });

  it('once more keeps its beginning, and takes the newest reason', () => {
    expect(quarantined(first, 'EncounteredBaseEscrowThreshold', 5000, { ...rules, interval: 10 })).toEqual({
      reason: 'EncounteredBaseEscrowThreshold',
      error: { code: 'EncounteredBaseEscrowThreshold', message: 'Too many records have failed.' },
      began: 1000,
      nextAttempt: 5010,
      attempts: 2,
    });
  });

  it('takes an error that is given', () => {
    const error = { code: 'Unreachable', message: 'No agent answers.' };
    expect(quarantined(undefined, 'EncounteredQuarantineException', 0, rules, error).error).toEqual(error);
  });
});
