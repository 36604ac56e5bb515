import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/core/convert/batch';
import type { JsonObject } from '../../../src/core/json/jsonValue';
import { whatIf } from '../../../src/core/provisioning/cycle/whatIf';
import { predictPlan } from '../../../src/core/run/predictPlan';
import { jobRig, user } from '../../support/jobRig';
import { bulkBody, person, reportingTo } from '../../support/people';

/** Batches of two. */
function batchesOf(people: readonly JsonObject[]): readonly Batch[] {
  return Array.from({ length: Math.ceil(people.length / 2) }, (_, index) => {
    const own = people.slice(2 * index, 2 * index + 2);
    const members = own.map((_one, place) => ({
      record: 2 * index + place + 1,
      line: 10 * (2 * index + place),
      externalId: '',
      bulkId: String(place),
    }));
    return { number: index + 1, operations: own.length, body: bulkBody(...own), members };
  });
}

describe('predictPlan', () => {
  it('tells of all batches as of one cycle, and of which record it is', () => {
    const { job, state, context } = jobRig({ users: [user('u', { employeeId: '2' })] });
    const people = [person('1', reportingTo('3')), person('2'), person('3')];
    const newId = (externalId: string): string => `new ${externalId}`;
    const told = predictPlan({ batches: batchesOf(people) }, job, state, { ...context, newId });
    expect(told.map(({ record, line, prediction }) => [record, line, prediction.outcome])).toEqual([
      [1, 0, 'created'],
      [2, 10, 'updated'],
      [3, 20, 'created'],
    ]);
    expect(told[0]?.prediction.settled?.modifiedProperties).toMatchObject([{ name: 'manager', newValue: 'new 3' }]);
    expect(told.map(({ prediction }) => prediction)).toEqual(whatIf(people, job, state, { ...context, newId }));
    expect(state.directory.size).toBe(1);
  });

  it('is sure of its batches', () => {
    const { job, state, context } = jobRig();
    const [batch] = batchesOf([person('1')]);
    if (batch === undefined) throw new Error('There is no batch.');
    expect(() => predictPlan({ batches: [{ ...batch, body: '{}' }] }, job, state, context)).toThrow('batch 1');
  });
});
