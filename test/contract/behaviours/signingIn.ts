import { expect } from 'vitest';
import { person } from '../../support/people';
import type { Behaviour } from './behaviour';

export const signingIn: readonly Behaviour[] = [
  {
    behaviour: 'a missing token is InvalidAuthenticationToken, "Access token is empty."',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      const answer = await tenant.send('POST', `/v1.0${tenant.jobPath}`, { authorization: undefined });
      expect(tenant.refusal(answer)).toEqual({
        status: 401,
        code: 'InvalidAuthenticationToken',
        message: 'Access token is empty.',
      });
    },
  },
  {
    behaviour: 'a token is good for about an hour, then "Access token has expired or is not yet valid."',
    reference: 'Entra: troubleshoot inbound provisioning API; Postman tutorial',
    holds: async (tenant) => {
      const authorization = `Bearer ${tenant.sandbox.issueToken()}`;
      tenant.clock.advance(3_598_000);
      expect((await tenant.send('GET', '/v1.0/users', { authorization })).status).toBe(200);
      tenant.clock.advance(2000);
      expect(tenant.refusal(await tenant.send('GET', '/v1.0/users', { authorization })).message).toBe(
        'Access token has expired or is not yet valid.',
      );
    },
  },
  {
    behaviour: 'uploading needs SynchronizationData-User.Upload, otherwise 403',
    reference: 'Graph: synchronizationJob: bulkUpload, permissions',
    options: { permissions: ['Synchronization.ReadWrite.All'] },
    holds: async (tenant) => {
      expect(tenant.refusal(await tenant.upload(person('1')))).toMatchObject({ status: 403 });
      expect((await tenant.ofJob('GET', '')).status).toBe(200);
    },
  },
  {
    behaviour: 'reading the log needs ProvisioningLog.Read.All or AuditLog.Read.All, otherwise 403',
    reference: 'Graph: list provisioningObjectSummary; Entra: grant access to the inbound provisioning API',
    options: { permissions: ['SynchronizationData-User.Upload'] },
    holds: async (tenant) => {
      expect(tenant.refusal(await tenant.send('GET', '/v1.0/auditLogs/provisioning'))).toEqual({
        status: 403,
        code: 'Authentication_MSGraphPermissionMissing',
        message: 'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
      });
    },
  },
  {
    behaviour: 'reading jobs needs Synchronization.Read.All, controlling them Synchronization.ReadWrite.All',
    reference: 'Graph: synchronization: list jobs; synchronizationJob: start, permissions',
    options: { permissions: ['Synchronization.Read.All'] },
    holds: async (tenant) => {
      expect((await tenant.ofJob('GET', '')).status).toBe(200);
      for (const action of ['start', 'pause', 'restart'])
        expect((await tenant.ofJob('POST', `/${action}`)).status).toBe(403);
    },
  },
  {
    behaviour: 'service principals need Application.Read.All, users User.Read.All, domains Domain.Read.All',
    reference: 'Graph: list servicePrincipals; list users; list domains, permissions',
    options: { permissions: [] },
    holds: async (tenant) => {
      for (const path of ['/v1.0/servicePrincipals', '/v1.0/users', '/v1.0/domains'])
        expect(tenant.refusal(await tenant.send('GET', path))).toMatchObject({
          status: 403,
          code: 'Authorization_RequestDenied',
        });
      expect((await tenant.send('GET', '/v1.0/applicationTemplates')).status).toBe(200);
    },
  },
];
