import { describe, expect, it } from 'vitest';
import { listJobs } from '../../../../src/tenant/discovery/listJobs';
import { listProvisioningApps } from '../../../../src/tenant/discovery/listProvisioningApps';
import { cloudGraph } from '../../../../src/tenant/endpoint';
import { InterceptedError, RejectedError } from '../../../../src/tenant/errors';
import { answering, graphError, json } from '../answers';

const ORIGIN = 'https://graph.microsoft.us';
const guid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const noTemplates = (): Response => json(200, { value: [] });

function discover(...answers: readonly (Response | Error)[]) {
  const { transport, calls } = answering(...answers);
  const options = { endpoint: cloudGraph('usgov'), transport, tokens: { token: () => Promise.resolve('token') } };
  return { options, calls };
}

describe('provisioning applications', () => {
  it('are the tagged ones of the cloud, and the API-driven among them come first', async () => {
    const apps = [
      { id: guid(1), appId: guid(9), displayName: 'Salesforce', tags: ['WindowsAzureActiveDirectoryIntegratedApp'] },
      { id: guid(2), displayName: 'Zebra HR', applicationTemplateId: 'T1' },
      {
        id: guid(3),
        displayName: 'b',
        homepage:
          'https://account.activedirectory.windowsazure.com:444/applications/default.aspx?metadata=API2AD|ISV9.1|primary|z',
      },
      { id: guid(4), displayName: 'A', info: { logoUrl: 'https://cdn.example/logos/API2AAD_33ECBFD8_215.png' } },
    ];
    const { options, calls } = discover(json(200, { value: [{ id: 't1' }] }), json(200, { value: apps }));
    expect(await listProvisioningApps(options)).toEqual([
      { servicePrincipalId: guid(4), appId: '', displayName: 'A', isApiDriven: true },
      { servicePrincipalId: guid(3), appId: '', displayName: 'b', isApiDriven: true },
      { servicePrincipalId: guid(2), appId: '', displayName: 'Zebra HR', isApiDriven: true },
      { servicePrincipalId: guid(1), appId: guid(9), displayName: 'Salesforce', isApiDriven: false },
    ]);
    expect(calls.map(({ method, url }) => [method, decodeURIComponent(url)])).toEqual([
      ['GET', `${ORIGIN}/v1.0/applicationTemplates?$filter=contains(displayName,'API-driven')`],
      [
        'GET',
        `${ORIGIN}/v1.0/servicePrincipals?$filter=tags/any(t:t eq 'WindowsAzureActiveDirectoryIntegratedApp')&$select=id,appId,displayName,applicationTemplateId,homepage,info,tags&$top=999`,
      ],
    ]);
  });

  it('are read page by page, each once, and what has no id of a service principal is none', async () => {
    const next = `${ORIGIN}/v1.0/servicePrincipals?$skiptoken=2`;
    const { options } = discover(
      noTemplates(),
      json(200, {
        value: [{ id: guid(1), displayName: 'Old name' }, { displayName: 'x' }, 7],
        '@odata.nextLink': next,
      }),
      json(200, { value: [{ id: guid(1).toUpperCase(), displayName: 'New name' }] }),
    );
    expect(await listProvisioningApps(options)).toMatchObject([
      { servicePrincipalId: guid(1), displayName: 'New name' },
    ]);
  });

  it('are found without templates when those are refused', async () => {
    const { options } = discover(graphError(400, 'BadRequest'), json(200, { value: [{ id: guid(1) }] }));
    expect(await listProvisioningApps(options)).toHaveLength(1);
  });

  it.each([
    ['403', graphError(403, 'Authorization_RequestDenied'), RejectedError, 'Application.Read.All'],
    ['a list of another shape', json(200, { value: 1 }), InterceptedError, 'proxy'],
    [
      'a page elsewhere',
      json(200, { value: [], '@odata.nextLink': `${ORIGIN}/v1.0/users` }),
      InterceptedError,
      'proxy',
    ],
  ])('fail by %s', async (_, answer, kind, remedy) => {
    const failure: unknown = await listProvisioningApps(discover(noTemplates(), answer).options).catch(
      (e: unknown) => e,
    );
    expect(failure).toBeInstanceOf(kind);
    expect(failure).toMatchObject({ remedy: expect.stringContaining(remedy) as unknown });
  });
});

describe('jobs of an application', () => {
  it('say where they provision to and how they are', async () => {
    const { options, calls } = discover(
      json(200, {
        value: [
          {
            id: `API2AAD.x.${guid(1)}`,
            templateId: 'API2AAD',
            status: { code: 'Active' },
            schedule: { state: 'Active' },
          },
          { id: 'api2ad.x', status: { code: 'Quarantine' }, schedule: { state: 'Disabled' } },
          { id: 'customappsso.x', templateId: 'customappsso' },
          { id: "x' or 1 eq 1" },
          null,
        ],
      }),
    );
    expect(await listJobs(options, guid(1))).toEqual([
      { id: `API2AAD.x.${guid(1)}`, target: 'API2AAD', code: 'Active', schedule: 'Active' },
      { id: 'api2ad.x', target: 'API2AD', code: 'Quarantine', schedule: 'Disabled' },
      { id: 'customappsso.x', code: '', schedule: '' },
    ]);
    expect(calls[0]?.url).toBe(`${ORIGIN}/v1.0/servicePrincipals/${guid(1)}/synchronization/jobs`);
  });

  it.each([
    [403, 'Authorization_RequestDenied'],
    // How the synchronization API refuses who lacks the permission
    [401, 'UnknownError'],
  ])('that are refused by %i %s name the permission', async (status, code) => {
    const { options } = discover(graphError(status, code), graphError(status, code));
    await expect(listJobs(options, guid(1))).rejects.toMatchObject({
      outcome: 'rejected',
      status,
      remedy: 'Grant the application Synchronization.Read.All, with administrator consent.',
    });
  });

  it('are asked for by a GUID alone', async () => {
    const { options, calls } = discover();
    await expect(listJobs(options, '../users')).rejects.toThrow('object id');
    expect(calls).toEqual([]);
  });
});
