import { describe, expect, it } from 'vitest';
import { createSandboxRig } from '../sandboxRig';

const rig = createSandboxRig();
const { servicePrincipalId, appId, applicationTemplateId } = rig.sandbox.application;

interface Item {
  readonly id: string;
  readonly displayName: string;
  readonly applicationTemplateId?: string | null;
}

async function get(target: string): Promise<{ readonly status: number; readonly json: unknown }> {
  const { status, body } = await rig.send('GET', target);
  return { status, json: JSON.parse(body) as unknown };
}

async function names(target: string): Promise<readonly string[]> {
  const { status, json } = await get(target);
  expect(status).toBe(200);
  return (json as { readonly value: readonly Item[] }).value.map(({ displayName }) => displayName);
}

const ENTRA = 'API-driven provisioning to Microsoft Entra ID';
const AD = 'API-driven provisioning to on-premises Active Directory';
const CLIENT = 'Inbound provisioning client (sandbox)';

describe('the applications of the tenant', () => {
  it.each<[string, readonly string[]]>([
    ['', [ENTRA, AD, CLIENT]],
    ['/', [ENTRA, AD, CLIENT]],
    ['?$top=1', [ENTRA]],
    [`?$filter=id eq '${servicePrincipalId}'`, [ENTRA]],
    [`?$filter=id eq '${servicePrincipalId.toUpperCase()}'`, [ENTRA]],
    [`?$filter=appId eq '${appId}'`, [ENTRA]],
    [`?$filter=applicationTemplateId eq '${applicationTemplateId}'`, [ENTRA]],
    [`?$filter=startswith(displayName,'api-driven')`, [ENTRA, AD]],
    [`?$filter=startswith(displayName,'inbound')`, [CLIENT]],
    [`?$filter=displayName ne '${AD}'`, [ENTRA, CLIENT]],
    [`?$filter=id eq 'nobody'`, []],
    [`?$filter=id in ('nobody','${servicePrincipalId}')`, [ENTRA]],
    [`?$filter=tags/any(t:t eq 'WindowsAzureActiveDirectoryIntegratedApp')`, [ENTRA, AD]],
    [`?$filter=tags/Any(x: x eq 'WindowsAzureActiveDirectoryIntegratedApp') and displayName ne '${AD}'`, [ENTRA]],
    [`?$filter=tags/any(t:t eq 'HideApp')`, []],
  ])('servicePrincipals%s are %j', async (query, expected) => {
    expect(await names(`/v1.0/servicePrincipals${query.replaceAll(' ', '%20')}`)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['', [ENTRA, AD]],
    [`?$filter=startswith(displayName,'api-driven provisioning to microsoft')`, [ENTRA]],
    [`?$filter=id eq '${applicationTemplateId}'`, [ENTRA]],
    [`?$filter=contains(displayName,'on-premises')`, [AD]],
  ])('applicationTemplates%s are %j', async (query, expected) => {
    expect(await names(`/beta/applicationTemplates${query.replaceAll(' ', '%20')}`)).toEqual(expected);
  });

  it('are had one by one, by an id in any case', async () => {
    for (const id of [servicePrincipalId, servicePrincipalId.toUpperCase()])
      expect(await get(`/v1.0/servicePrincipals/${id}`)).toMatchObject({
        status: 200,
        json: { id: servicePrincipalId, appId, applicationTemplateId, displayName: ENTRA, accountEnabled: true },
      });
  });

  it.each([appId, 'nobody'])('are not had by %s', async (id) => {
    expect(await get(`/v1.0/servicePrincipals/${id}`)).toMatchObject({
      status: 404,
      json: { error: { code: 'itemNotFound', message: `The servicePrincipal "${id}" was not found.` } },
    });
  });

  it.each([
    `/v1.0/servicePrincipals?$filter=tags eq 'x'`,
    `/v1.0/servicePrincipals?$filter=tags/any(t:u eq 'x')`,
    `/v1.0/servicePrincipals?$filter=displayName/any(t:t eq 'x')`,
    `/v1.0/servicePrincipals?$filter=id in (${Array.from({ length: 16 }, (_, index) => `'${index}'`).join(',')})`,
    `/v1.0/servicePrincipals?$filter=id in ()`,
    `/v1.0/servicePrincipals?$filter=endswith(displayName,'x')`,
    `/v1.0/applicationTemplates?$filter=appId eq 'x'`,
  ])('%s is refused, for no field or function of it is filtered', async (target) => {
    expect((await get(target.replaceAll(' ', '%20'))).status).toBe(400);
  });
});
