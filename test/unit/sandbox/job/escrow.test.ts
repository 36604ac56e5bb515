import { describe, expect, it } from 'vitest';
import { escrowed } from '../../../../src/sandbox/job/escrow';
import { interactiveRules } from '../../../../src/sandbox/job/jobRules';

const HOUR = 3_600_000;
const resource = { externalId: '1' };

describe('a record that fails', () => {
  it.each([
    // Attempts before, hours to the next one
    [0, 6],
    [1, 12],
    [2, 24],
    [3, 24],
    [20, 24],
  ])('after %i attempts is tried again %i hours later', (attempts, hours) => {
    const before = attempts === 0 ? undefined : { resource: { externalId: 'old' }, firstFailed: 500, attempts, due: 0 };
    expect(escrowed(resource, before, 1000, interactiveRules)).toEqual({
      resource,
      firstFailed: before === undefined ? 1000 : 500,
      attempts: attempts + 1,
      due: 1000 + hours * HOUR,
    });
  });

  it('is given up when its next attempt would come after 28 days', () => {
    const last = { resource, firstFailed: 0, attempts: 30, due: 0 };
    expect(escrowed(resource, last, 27 * 24 * HOUR, interactiveRules)).toBeDefined();
    expect(escrowed(resource, last, 27 * 24 * HOUR + 1, interactiveRules)).toBeUndefined();
  });

  it('is tried once more at the end where no delays are given', () => {
    expect(escrowed(resource, undefined, 10, { ...interactiveRules, retryDelays: [] })?.due).toBe(10 + 28 * 24 * HOUR);
  });
});
