import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json/jsonValue';
import { stringMember } from '../../../../src/core/json/jsonValue';
import type { JobRecord } from '../../../../src/sandbox/job/jobRecord';
import { newJobRecord, resourceExternalId } from '../../../../src/sandbox/job/jobRecord';
import { interactiveRules } from '../../../../src/sandbox/job/jobRules';
import { quarantined } from '../../../../src/sandbox/job/quarantine';
import { nextCycle, takeStaged } from '../../../../src/sandbox/job/takeStaged';

const MINUTE = 60_000;
const of = (...resources: readonly JsonObject[]) => new Map(resources.map((each) => [resourceExternalId(each), each]));
const person = (externalId: string, title: string): JsonObject => ({ externalId, title });
const escrows = (...due: readonly number[]) =>
  new Map(
    due.map((at, index) => [
      String(index + 1),
      { resource: person(String(index + 1), 'failed'), firstFailed: 0, attempts: 1, due: at },
    ]),
  );

describe('the next cycle', () => {
  const quarantine = { ...quarantined(undefined, 'TooManyDeletes', 0, interactiveRules.quarantine), nextAttempt: 777 };

  it.each<[string, Partial<JobRecord>, number | undefined]>([
    ['with nothing to do is not due', {}, undefined],
    ['comes two seconds after the first staged operation', { stagedSince: 1000 }, 3000],
    ['comes when a record is tried again', { escrows: escrows(9000, 5000) }, 5000],
    ['comes for what is due first', { escrows: escrows(9000), stagedSince: 1000 }, 3000],
    ['comes at once when the schema has changed', { reevaluates: true, stagedSince: 1000 }, 1500],
    ['does not come while the job is paused', { schedule: 'Paused', stagedSince: 1000 }, undefined],
    ['does not come when the job is disabled', { schedule: 'Disabled', reevaluates: true }, undefined],
    ['in quarantine is the next attempt', { quarantine, stagedSince: 1, reevaluates: true }, 777],
    ['in quarantine does not come while paused', { quarantine, schedule: 'Paused' }, undefined],
  ])('%s', (_, record, due) => {
    expect(nextCycle({ ...newJobRecord, ...record }, interactiveRules, 1500)).toBe(due);
  });

  it.each<[string, Partial<JobRecord>, number | undefined]>([
    ['with nothing to do is not due', {}, undefined],
    ['is on the full interval', { stagedSince: 95 * MINUTE }, 120],
    ['is on the next one for what came at the very time of one', { stagedSince: 120 * MINUTE }, 160],
    ['is not in the past', { stagedSince: 5 * MINUTE }, 120],
    ['waits for a record that is tried again', { escrows: escrows(170 * MINUTE) }, 200],
    ['comes for a schema that has changed', { reevaluates: true }, 120],
  ])('where cycles come at an interval %s', (_, record, minutes) => {
    const rules = { ...interactiveRules, cycleDelay: undefined };
    const due = nextCycle({ ...newJobRecord, ...record }, rules, 100 * MINUTE);
    expect(due).toBe(minutes === undefined ? undefined : minutes * MINUTE);
  });
});

describe('what a cycle takes', () => {
  /** The titles of the records, which say where each comes from. */
  const taken = (record: Partial<JobRecord>, now = 100) => {
    const { resources, rest } = takeStaged({ ...newJobRecord, ...record }, now);
    return {
      titles: resources.map((each) => `${resourceExternalId(each)} ${stringMember(each, 'title') ?? ''}`),
      rest,
    };
  };

  it.each<[string, Partial<JobRecord>, readonly string[]]>([
    ['is nothing when there is nothing', {}, []],
    [
      'is what was staged, in its order',
      { staged: [person('2', 'new'), person('1', 'new'), person('2', 'newer')] },
      ['2 new', '1 new', '2 newer'],
    ],
    ['is what is due again, and not what is due later', { escrows: escrows(100, 101, 99) }, ['1 failed', '3 failed']],
    [
      'has a newer record in the place of one that failed',
      { escrows: escrows(0, 0), staged: [person('1', 'new')] },
      ['2 failed', '1 new'],
    ],
    ['leaves those alone whom nothing has changed for', { known: of(person('8', 'known')) }, []],
    [
      'is everybody once when the schema has changed',
      {
        reevaluates: true,
        escrows: escrows(999),
        known: of(person('1', 'known'), person('2', 'known'), person('3', 'known')),
        staged: [person('2', 'new')],
      },
      ['1 failed', '3 known', '2 new'],
    ],
  ])('%s', (_, record, titles) => {
    expect(taken(record).titles).toEqual(titles);
  });

  it('leaves nothing staged and remembers the last record of each person', () => {
    const { rest } = taken({
      reevaluates: true,
      stagedSince: 5,
      escrows: escrows(0),
      known: of(person('1', 'known'), person('2', 'known')),
      staged: [person('2', 'new'), person('3', 'new'), person('2', 'newer')],
    });
    expect([rest.staged, rest.stagedSince, rest.reevaluates]).toEqual([[], undefined, false]);
    expect([...rest.known.values()]).toEqual([person('1', 'known'), person('2', 'newer'), person('3', 'new')]);
    // Settled when the cycle is over
    expect(rest.escrows).toEqual(escrows(0));
  });
});
