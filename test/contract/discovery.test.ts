import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPermissions } from '../../src/sandbox/gate/permissions';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { listJobs } from '../../src/tenant/discovery/listJobs';
import { listProvisioningApps } from '../../src/tenant/discovery/listProvisioningApps';
import { cloudGraph } from '../../src/tenant/endpoint';
import type { CallOptions } from '../../src/tenant/exchange';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { proxyTokens, proxyTransport } from '../support/entraProxy/proxyTransport';
import { AUTHORITY, createSandboxRig } from '../unit/sandbox/sandboxRig';
import { sandboxTransport } from './sandboxTransport';

let proxy: EntraProxy;
let way: ReturnType<typeof proxyTransport>;

beforeAll(async () => {
  proxy = await startEntraProxy({ cloud: 'china' });
  way = proxyTransport(proxy);
});
afterAll(async () => {
  await way.close();
  await proxy.close();
});

type Reach = (lacks?: string) => { readonly options: CallOptions; readonly sandbox: Sandbox };

const throughProxy: Reach = (lacks) => {
  proxy.switches.withheld = allPermissions.filter((permission) => permission === lacks);
  const options = { endpoint: cloudGraph('china'), transport: way.transport, tokens: proxyTokens(proxy) };
  return { options, sandbox: proxy.sandbox };
};
const inProcess: Reach = (lacks) => {
  const { sandbox } = createSandboxRig();
  const token = sandbox.issueToken(allPermissions.filter((permission) => permission !== lacks));
  const options: CallOptions = {
    endpoint: { kind: 'sandbox', origin: `http://${AUTHORITY}`, version: 'v1.0' },
    transport: sandboxTransport(sandbox),
    tokens: { token: () => Promise.resolve(token) },
  };
  return { options, sandbox };
};

describe.each([
  ['of a sandbox', inProcess],
  ['through a proxy', throughProxy],
])('the provisioning applications %s', (_, reach) => {
  it('are found by their template, and their jobs by them', async () => {
    const { options, sandbox } = reach();
    const apps = await listProvisioningApps(options);
    expect(apps.map(({ displayName, isApiDriven }) => [displayName, isApiDriven])).toEqual([
      ['API-driven provisioning to Microsoft Entra ID', true],
      ['API-driven provisioning to on-premises Active Directory', true],
    ]);
    const jobs = await Promise.all(apps.map(({ servicePrincipalId }) => listJobs(options, servicePrincipalId)));
    expect(jobs.flat().map(({ target }) => target)).toEqual(['API2AAD', 'API2AD']);
    expect(jobs[0]).toEqual([{ id: sandbox.application.jobId, target: 'API2AAD', code: 'NotRun', schedule: 'Active' }]);
  });

  it('are refused with the permission that is missing', async () => {
    await expect(listProvisioningApps(reach('Application.Read.All').options)).rejects.toMatchObject({
      status: 403,
      remedy: 'Grant the application Application.Read.All, with administrator consent.',
    });
    const { options, sandbox } = reach('Synchronization.Read.All');
    // The one that writes may read, too
    expect(await listJobs(options, sandbox.application.servicePrincipalId)).toHaveLength(1);
    await expect(listJobs(options, sandbox.tenantId)).rejects.toMatchObject({ status: 404 });
  });
});
