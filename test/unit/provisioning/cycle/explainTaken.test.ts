import { describe, expect, it } from 'vitest';
import { explainPrediction } from '../../../../src/core/provisioning/prediction/explainPrediction';
import { whatIf } from '../../../../src/core/provisioning/cycle/whatIf';
import { compileDefaultJob } from '../../../../src/core/provisioning/job/defaultJob';
import type { JobFlavour } from '../../../../src/core/provisioning/job/compiledJob';
import type { Explanation } from '../../../../src/core/logs/explanations';
import { jobRig, user } from '../../../support/jobRig';
import { person } from '../../../support/people';

/** What is said of person 31, whose sign-in name one of these accounts has. */
function explained(
  accounts: readonly Record<string, string>[],
  flavour: JobFlavour = 'API2AAD',
): Explanation | undefined {
  const users = accounts.map((values, index) => user(`account ${index + 1}`, values));
  const { job, state, context } = jobRig({ users, job: compileDefaultJob(flavour) });
  const sent = person('31', { userName: 'mia@contoso.com', displayName: 'Mia Moss' });
  const [prediction] = whatIf([sent], job, state, context);
  expect(prediction?.outcome).toBe('failed');
  return prediction && explainPrediction(prediction);
}

const TAKEN = { userPrincipalName: 'mia@contoso.com' };

describe('a sign-in name that an account has', () => {
  it('is most often of the same person, whose account lacks the matching value', () => {
    expect(explained([{ ...TAKEN, displayName: 'Mia  MOSS' }])).toEqual({
      cause:
        'An account has this sign-in name and the same display name, and its employeeId is empty, so the job does not find it.',
      remedy:
        "If it is this person's account, set employeeId of that account to 31, or add userPrincipalName to the job as a second matching attribute. Another sign-in name would make a second account.",
    });
  });

  it.each([
    [
      'another name',
      { displayName: 'Max Other' },
      'sign-in name and another display name, and its employeeId is empty',
    ],
    ['no name', {}, 'sign-in name, and its employeeId is empty'],
  ])('may be of somebody else where that account has %s', (_, values, found) => {
    const { cause, remedy } = explained([{ ...TAKEN, ...values }]) ?? {};
    expect(cause).toContain(found);
    expect(remedy).toMatch(
      /^Find out whose account it is\. .*set employeeId of that account to 31, or .*somebody else's/,
    );
  });

  it('may be of somebody else, or the id is wrong, where that account has another id', () => {
    const { cause, remedy } = explained([{ ...TAKEN, displayName: 'Mia Moss', employeeId: '13' }]) ?? {};
    expect(cause).toBe('An account has this sign-in name and the same display name, and another employeeId than 31.');
    expect(remedy).toContain('correct the employeeId of that account or the id of the record');
  });

  it('may be of a second account of a person who has one', () => {
    const { cause, remedy } = explained([{ employeeId: '31', userPrincipalName: 'old@contoso.com' }, TAKEN]) ?? {};
    expect(cause).toBe('Another account has this sign-in name already.');
    expect(remedy).toContain('If both accounts are this person');
  });

  it('is explained in Active Directory, too', () => {
    const taken = { ...TAKEN, cn: 'Someone', displayName: 'Mia Moss', distinguishedName: 'CN=Someone,DC=x' };
    const { cause, remedy } = explained([taken], 'API2AD') ?? {};
    expect(cause).toContain('its employeeID is empty');
    expect(remedy).toContain('set employeeID of that account to 31');
  });
});

it('a sign-in name that is not allowed is nobody’s', () => {
  const { job, state, context } = jobRig();
  const [prediction] = whatIf([person('31', { userName: 'mía@contoso.com' })], job, state, context);
  expect(prediction && explainPrediction(prediction)?.cause).toContain(
    'characters or a form that Entra does not allow',
  );
});
