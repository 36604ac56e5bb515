import { describe, expect, it } from 'vitest';
import { predictUnhurried } from '../../../src/connections/prediction/predictUnhurried';
import type { Prediction } from '../../../src/core/provisioning/cycle/whatIf';
import { createSandbox } from '../../../src/sandbox/sandbox';
import { createSeededBytes } from '../../support/seededRandom';
import { createManualClock } from '../../support/manualClock';
import { person, reportingTo } from '../../support/people';

/** So many that working them out takes more than one slice. */
const PEOPLE = Array.from({ length: 1500 }, (_, index) =>
  person(String(index + 1), index % 3 === 0 ? reportingTo(String(1500 - index)) : {}),
);
const USERS = JSON.stringify(
  [3, 5, 7].map((number) => ({
    id: `0000000${number}-0000-4000-8000-000000000000`,
    employeeId: String(number),
    userPrincipalName: `other.${number}@contoso.com`,
    displayName: `Other ${number}`,
    accountEnabled: true,
  })),
);

const open = () => createSandbox({ clock: createManualClock(), random: createSeededBytes() });
const told = (predictions: readonly Prediction[]) =>
  predictions.map(({ externalId, outcome, settled }) => [externalId, outcome, settled?.outcome]);

describe('people of a sandbox that are predicted in slices', () => {
  it('come to what they come to at once', async () => {
    const sandbox = open();
    sandbox.loadUsers(USERS, 'json');
    const predictions = await predictUnhurried(sandbox, PEOPLE);
    expect(told(predictions)).toEqual(told(sandbox.predict(PEOPLE)));
    expect(new Set(predictions.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
  });

  it('are predicted again when the sandbox changes meanwhile', async () => {
    const sandbox = open();
    const predicting = predictUnhurried(sandbox, PEOPLE);
    const before = told(sandbox.predict(PEOPLE));
    setImmediate(() => sandbox.loadUsers(USERS, 'json'));
    const after = told(await predicting);
    expect(after).toEqual(told(sandbox.predict(PEOPLE)));
    expect(after).not.toEqual(before);
  });

  it('are given up when nobody waits for them any more', async () => {
    const stop = new AbortController();
    const predicting = predictUnhurried(open(), PEOPLE, stop.signal);
    stop.abort(new Error('nobody waits'));
    await expect(predicting).rejects.toThrow('nobody waits');
  });

  it('leave others their turn', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await predictUnhurried(open(), PEOPLE);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
});
