import { describe, expect, it } from 'vitest';
import { graphError } from '../tenant/answers';
import { CLIENT, examined, tokenOf } from './examined';

const refuses = () => graphError(403, 'Authorization_RequestDenied');
const person = tokenOf({ appid: CLIENT, idtyp: 'user', scp: 'ProvisioningLog.Read.All Synchronization.Read.All' });

describe('a read that the service refuses', () => {
  it.each([
    ['log', { log: refuses }, 'The provisioning log'],
    ['schema', { schema: refuses }, 'The attribute mapping'],
  ])('is a fault of its own where the permission is granted: %s', async (id, answers, what) => {
    const byApplication = await examined(answers);
    expect(byApplication.checks.find((each) => each.id === id)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining(`${what} cannot be read, although the permission is granted.`) as string,
      remedy: expect.stringContaining('licences of the tenant') as string,
    });
    const byPerson = await examined({ ...answers, token: person });
    expect(byPerson.checks.find((each) => each.id === id)).toMatchObject({
      state: 'failed',
      remedy: expect.stringContaining('Cloud Application Administrator') as string,
    });
  });

  it('is left to the check of the permission where that is missing', async () => {
    const report = await examined({ log: refuses, token: tokenOf({ appid: CLIENT, roles: [] }) });
    expect(report.checks.find(({ id }) => id === 'log')).toMatchObject({
      state: 'unknown',
      remedy: 'See the permission to read it.',
    });
  });
});
