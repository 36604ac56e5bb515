import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json/jsonValue';
import { whatIf } from '../../../src/core/provisioning/cycle/whatIf';
import type { PlannedBody } from '../../../src/core/run/plannedBody';
import { predictPlan, resourcesOf } from '../../../src/core/run/prediction/predictPlan';
import { jobRig, user } from '../../support/jobRig';
import { bulkBody, person, reportingTo } from '../../support/people';
import { planOf } from '../../support/planText';

function bodyOf(...people: readonly JsonObject[]): PlannedBody {
  return { kind: 'body', number: 1, operations: people.length, body: bulkBody(...people) };
}

describe('predictPlan', () => {
  it('predicts all batches as one cycle, with the record of each result', () => {
    const { job, state, context } = jobRig({ users: [user('u', { employeeId: '2' })] });
    const people = [person('1', reportingTo('3')), person('2'), person('3')];
    const newId = (externalId: string): string => `new ${externalId}`;
    const plan = planOf(['sent', 'refused', 'sent', 'excluded', 'sent'], 2);
    const resources = [...resourcesOf(bodyOf(...people.slice(0, 2))), ...resourcesOf(bodyOf(...people.slice(2)))];
    const predicted = predictPlan(plan, resources, job, state, { ...context, newId });
    expect(predicted.map(({ record, line, prediction }) => [record, line, prediction.outcome])).toEqual([
      [1, 2, 'created'],
      [3, 4, 'updated'],
      [5, 6, 'created'],
    ]);
    expect(predicted[0]?.prediction.settled?.modifiedProperties).toMatchObject([
      { name: 'manager', newValue: 'new 3' },
    ]);
    expect(predicted.map(({ prediction }) => prediction)).toEqual(whatIf(people, job, state, { ...context, newId }));
    expect(state.directory.size).toBe(1);
  });

  it('is sure of its bodies', () => {
    const { job, state, context } = jobRig();
    expect(() => resourcesOf({ ...bodyOf(person('1')), body: '{}' })).toThrow('batch 1');
    expect(() => predictPlan(planOf(['sent', 'sent']), [person('1')], job, state, context)).toThrow('2 operations');
  });
});
