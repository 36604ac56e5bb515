import { expect, it } from 'vitest';
import { findScenario, scenarios } from '../../../../src/sandbox/scenarios/table';
import { tokenClaims } from '../../../../src/tenant/signIn/tokenClaims';
import { bulkBody, person } from '../../../support/people';
import { createSandboxRig } from '../sandboxRig';

const UPLOAD = 'SynchronizationData-User.Upload';

it('a token says what the scenario withholds, and is of use again once it does not', async () => {
  const rig = createSandboxRig();
  const { sandbox, jobPath } = rig;
  sandbox.setScenario(findScenario('missing-permission') ?? scenarios[0]);
  const token = sandbox.issueToken();
  expect(tokenClaims(token)?.roles).not.toContain(UPLOAD);
  const upload = () =>
    rig.send(
      'POST',
      `/v1.0${jobPath}`,
      { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      bulkBody(person('1')),
    );
  expect((await upload()).status).toBe(403);
  sandbox.setScenario(scenarios[0]);
  expect((await upload()).status).toBe(202);
  expect(tokenClaims(sandbox.issueToken())?.roles).toContain(UPLOAD);
});
