import { describe, expect, it } from 'vitest';
import { whatIf } from '../../../src/core/provisioning/cycle/whatIf';
import { predictedPerson } from '../../../src/preview/predictedPerson';
import type { PredictedPerson } from '../../../src/preview/previewState';
import { jobRig, user } from '../../support/jobRig';
import { person } from '../../support/people';

function told(record: Parameters<typeof person>[1], account: Parameters<typeof user>[1]): PredictedPerson {
  const { job, state, context } = jobRig({ users: [user('u', account)] });
  const [prediction] = whatIf([person('1', record)], job, state, context);
  if (prediction === undefined) throw new Error('Nothing was predicted.');
  return predictedPerson(prediction);
}

describe('predictedPerson', () => {
  const same = {
    employeeId: '1',
    userPrincipalName: 'user.1@contoso.com',
    mailNickname: 'user.1',
    displayName: 'Person 1',
    accountEnabled: true,
  };

  it.each([
    ['No change expected', 'quiet', {}, same, []],
    ['Would be updated (1 attribute)', 'good', { title: 'Head' }, same, [['jobTitle', '', 'Head']]],
    ['Would be disabled (1 attribute)', 'doubt', { active: false }, same, [['accountEnabled', 'True', 'False']]],
  ])('says: %s', (title, tone, record, account, changes) => {
    expect(told(record, account)).toEqual({
      title,
      tone,
      isWritten: true,
      why: '',
      changes: changes.map(([attribute, now, then]) => ({ attribute, now, then })),
    });
  });

  it('counts what a new account has', () => {
    expect(told({}, {}).title).toBe('Would be created (5 attributes)');
  });

  it('says why somebody would be refused, and what to do', () => {
    const { title, tone, isWritten, why, changes } = told({ userName: 'ö' }, {});
    expect([title, tone, isWritten, changes]).toEqual(['Would be refused by Entra', 'bad', false, []]);
    expect(why).toMatch(/sign-in name.+\. .+/);
  });
});
