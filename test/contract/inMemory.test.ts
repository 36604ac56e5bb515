import { createSandbox } from '../../src/sandbox/sandbox';
import { clientCredentialsTokenSource } from '../../src/tenant/signIn/credentials';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { createManualClock } from '../support/manualClock';
import { createSeededBytes } from '../support/seededRandom';
import { AUTHORITY, sandboxTransport } from './sandboxTransport';
import { describeTenant } from './tenantContract';

describeTenant('that is a sandbox in memory', async () => {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, random: createSeededBytes(), logPageSize: 100 });
  const transport = sandboxTransport(sandbox);
  const { clientId, clientSecret, tenantId } = sandbox;
  const { servicePrincipalId, jobId } = sandbox.application;
  const tokenEndpoint = `http://${AUTHORITY}/${tenantId}/oauth2/v2.0/token`;
  const tokens = clientCredentialsTokenSource({ tokenEndpoint, clientId, clientSecret, transport, clock });
  const endpoint = {
    kind: 'sandbox',
    origin: `http://${AUTHORITY}`,
    version: 'v1.0',
    servicePrincipalId,
    jobId,
  } as const;
  const options = { endpoint, name: 'Sandbox', transport, tokens, wallClock: () => clock.now() };
  return {
    tenant: createHttpTenant(options),
    stranger: createHttpTenant({ ...options, endpoint: { ...endpoint, jobId: `${jobId}0` } }),
    sandbox,
    clock,
    close: async () => sandbox.dispose(),
  };
});
