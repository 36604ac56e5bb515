import { fetch } from 'undici';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { clientCredentialsTokenSource } from '../../src/tenant/signIn/credentials';
import { parseEndpoint } from '../../src/tenant/endpoint';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import type { Transport } from '../../src/tenant/transport';
import { createManualClock } from '../support/manualClock';
import { createSeededBytes } from '../support/seededRandom';
import { describeTenant } from './tenantContract';

const transport: Transport = fetch;

describeTenant('that is a sandbox over a socket', async () => {
  const clock = createManualClock();
  const running = await startSandbox({ clock, random: createSeededBytes(), logPageSize: 100 });
  const tokens = clientCredentialsTokenSource({ ...running, transport, clock });
  const endpoint = parseEndpoint(running.endpoint);
  if ('refusal' in endpoint) throw new Error(endpoint.refusal);
  const options = { endpoint, name: 'Sandbox', transport, tokens, wallClock: () => clock.now() };
  return {
    tenant: createHttpTenant(options),
    stranger: createHttpTenant({ ...options, endpoint: { ...endpoint, jobId: `${endpoint.jobId}0` } }),
    sandbox: running.sandbox,
    clock,
    close: () => running.close(),
  };
});
