import { expect } from 'vitest';
import { ENTERPRISE_USER_URN } from '../../../src/core/scim/urns';
import { person } from '../../support/people';
import type { Behaviour } from './behaviour';

const people = (count: number) => Array.from({ length: count }, (_, index) => person(String(index)));
const enterprise = (department: string) => ({ [ENTERPRISE_USER_URN]: { department } });

export const findingApplications: readonly Behaviour[] = [
  {
    behaviour: 'an application is found by its template, and its job by the application',
    reference: 'Graph: list applicationTemplates; list servicePrincipals; synchronization: list jobs',
    holds: async (tenant) => {
      const name = encodeURIComponent("displayName eq 'API-driven provisioning to Microsoft Entra ID'");
      const templates = await tenant.get(`/v1.0/applicationTemplates?$filter=${name}`);
      const [template] = templates.value as readonly { readonly id: string }[];
      const filter = encodeURIComponent(`applicationTemplateId eq '${template?.id ?? ''}'`);
      const found = await tenant.get(`/v1.0/servicePrincipals?$filter=${filter}&$select=id,displayName`);
      const [application] = found.value as readonly { readonly id: string }[];
      expect(found.value).toEqual([
        { id: tenant.sandbox.application.servicePrincipalId, displayName: expect.any(String) as unknown },
      ]);
      const jobs = await tenant.get(`/v1.0/servicePrincipals/${application?.id ?? ''}/synchronization/jobs`);
      expect(jobs.value).toMatchObject([{ id: tenant.sandbox.application.jobId, templateId: 'API2AAD' }]);
    },
  },
  {
    behaviour: 'the id of a job is its template, the tenant without hyphens, and a GUID',
    reference: 'Graph: synchronizationJob: bulkUpload, examples',
    holds: async (tenant) => {
      const { tenantId, application } = tenant.sandbox;
      expect(application.jobId).toMatch(/^API2AAD\.[0-9a-f]{32}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(application.jobId).toContain(tenantId.replaceAll('-', ''));
      await Promise.resolve();
    },
  },
  {
    behaviour: 'users are found by employeeId and userPrincipalName, and the case of the latter does not matter',
    reference: 'Graph: list users; get a user',
    holds: async (tenant) => {
      await tenant.upload(person('1', enterprise('Sales')), person('2'));
      tenant.settle();
      const byId = await tenant.get(
        `/v1.0/users?$filter=${encodeURIComponent("employeeId eq '1'")}&$select=id,employeeId,department`,
      );
      expect(byId.value).toEqual([{ id: expect.any(String) as unknown, employeeId: '1', department: 'Sales' }]);
      const byName = await tenant.get(
        `/v1.0/users?$filter=${encodeURIComponent("userPrincipalName eq 'USER.2@contoso.com'")}`,
      );
      expect(byName.value).toMatchObject([{ displayName: 'Person 2' }]);
      expect(await tenant.get('/v1.0/users/user.2@contoso.com')).toMatchObject({ displayName: 'Person 2' });
    },
  },
  {
    behaviour: 'domains say which of them is the default, and that they are verified',
    reference: 'Graph: list domains',
    options: { verifiedDomains: ['fabrikam.com'] },
    holds: async (tenant) => {
      expect((await tenant.get('/v1.0/domains?$select=id,isDefault,isVerified')).value).toEqual([
        { id: 'contoso.com', isDefault: true, isVerified: true },
        { id: 'fabrikam.com', isDefault: false, isVerified: true },
      ]);
    },
  },
  {
    behaviour: 'the organization names its verified domains, too, and which of them is the default',
    reference: 'Graph: get organization; resource type verifiedDomain',
    options: { verifiedDomains: ['fabrikam.com'] },
    holds: async (tenant) => {
      expect((await tenant.get('/v1.0/organization?$select=id,verifiedDomains')).value).toMatchObject([
        {
          id: tenant.sandbox.tenantId,
          verifiedDomains: [
            { name: 'contoso.com', isDefault: true },
            { name: 'fabrikam.com', isDefault: false },
          ],
        },
      ]);
    },
  },
  {
    behaviour: 'users are found by at most 15 values of a property at once',
    reference: 'Graph: list users; known issues, query parameters',
    holds: async (tenant) => {
      await tenant.upload(...people(20));
      tenant.settle();
      const found = (count: number) =>
        `/v1.0/users?$filter=${encodeURIComponent(`employeeId in (${Array.from({ length: count }, (_, index) => `'${index}'`).join(',')})`)}`;
      expect((await tenant.get(found(15))).value).toHaveLength(15);
      expect((await tenant.send('GET', found(16))).status).toBe(400);
    },
  },
  {
    behaviour: 'a page of users has 100, at most 999, and tells the next',
    reference: 'Graph: list users',
    holds: async (tenant) => {
      for (const start of [0, 50, 100]) await tenant.upload(...people(150).slice(start, start + 50));
      tenant.settle();
      const page = await tenant.get('/v1.0/users?$select=id');
      expect(page.value).toHaveLength(100);
      const next = String(page['@odata.nextLink']);
      const rest = await tenant.get(next.slice(next.indexOf('/v1.0')));
      expect(rest.value).toHaveLength(50);
      expect((await tenant.send('GET', '/v1.0/users?$top=1000')).status).toBe(400);
    },
  },
];
