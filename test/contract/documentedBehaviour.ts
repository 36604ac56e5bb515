import { expect } from 'vitest';
import { ENTERPRISE_USER_URN } from '../../src/core/scim/urns';
import type { SandboxOptions } from '../../src/sandbox/sandbox';
import { bulkBody, person, reportingTo } from '../support/people';
import type { TenantCalls } from './tenantCalls';

/** Something that the documentation says of the service, and the sandbox does. */
export interface Behaviour {
  readonly behaviour: string;
  /** The page that says so. */
  readonly reference: string;
  readonly options?: Partial<SandboxOptions>;
  readonly holds: (tenant: TenantCalls) => Promise<void>;
}

const SCIM = { 'content-type': 'application/scim+json' };
const HOUR = 3_600_000;
const people = (count: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, index) => person(String(index), more));

export const uploading: readonly Behaviour[] = [
  {
    behaviour: 'a bulk request is answered 202 without a body, with a Location that filters the log by the job',
    reference: 'Graph: synchronizationJob: bulkUpload',
    holds: async (tenant) => {
      const { status, body, headers } = await tenant.upload(person('1'));
      expect([status, body]).toEqual([202, '']);
      expect(headers.Location).toMatch(/\/v1\.0\/auditLogs\/provisioning\/\?\$filter=jobid%20eq%20'API2AAD\.[^']+'$/);
      expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  },
  {
    behaviour: 'v1.0 and beta take the same request, and the Location repeats the version',
    reference: 'Graph: synchronizationJob: bulkUpload; Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      const answer = await tenant.send('POST', `/beta${tenant.jobPath}`, SCIM, bulkBody(person('1')));
      expect(answer.status).toBe(202);
      expect(answer.headers.Location).toContain('/beta/auditLogs/provisioning/');
    },
  },
  {
    behaviour: 'a request has at most 50 operations',
    reference: 'Graph: resource type bulkUpload',
    holds: async (tenant) => {
      expect((await tenant.upload(...people(50))).status).toBe(202);
      expect((await tenant.upload(...people(51))).status).toBe(400);
      expect(tenant.sandbox.staged).toBe(50);
    },
  },
  {
    behaviour: 'another Content-Type than application/scim+json is "Invalid Data Format"',
    reference: 'Entra: troubleshoot inbound provisioning API',
    holds: async (tenant) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await tenant.send('POST', `/v1.0${tenant.jobPath}`, headers, bulkBody(person('1')));
      expect(tenant.refusal(answer)).toMatchObject({ status: 400 });
      expect(tenant.refusal(answer).message).toContain('Invalid Data Format');
    },
  },
  {
    behaviour: 'a body that breaks the contract of a bulk request is "Invalid Data Format"',
    reference: 'Entra: troubleshoot inbound provisioning API',
    holds: async (tenant) => {
      const answer = await tenant.send('POST', `/v1.0${tenant.jobPath}`, SCIM, '{"name":"John Doe"}');
      expect(tenant.refusal(answer).status).toBe(400);
      expect(tenant.refusal(answer).message).toContain('Invalid Data Format');
    },
  },
  {
    behaviour: 'only POST is taken at bulkUpload',
    reference: 'Graph: synchronizationJob: bulkUpload',
    holds: async (tenant) => {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
        expect((await tenant.send(method, `/v1.0${tenant.jobPath}`)).status).toBe(405);
    },
  },
  {
    behaviour: 'a record that breaks a rule of the directory is accepted all the same, and fails in the log',
    reference: 'Entra: troubleshoot inbound provisioning API',
    holds: async (tenant) => {
      expect((await tenant.upload(person('1', { displayName: undefined }))).status).toBe(202);
      tenant.settle();
      expect((await tenant.entries())[0]?.provisioningStatusInfo.status).toBe('failure');
    },
  },
  {
    behaviour: '40 calls in any 5 seconds are taken, the 41st is answered 429',
    reference: 'Entra: inbound provisioning concepts',
    holds: async (tenant) => {
      const statuses: number[] = [];
      for (let count = 0; count < 41; count++) statuses.push((await tenant.upload(person(String(count)))).status);
      expect(statuses).toEqual([...Array.from({ length: 40 }, () => 202), 429]);
      tenant.clock.advance(5000);
      expect((await tenant.upload(person('last'))).status).toBe(202);
    },
  },
  {
    behaviour: 'a 429 has no Retry-After: uploads are not among the resources that send one',
    reference: 'Graph: throttling guidance',
    options: { uploadsPerDay: 0 },
    holds: async (tenant) => {
      expect(Object.keys((await tenant.upload(person('1'))).headers)).not.toContain('Retry-After');
    },
  },
  {
    behaviour: '2,000 calls in 24 hours are taken with P1 or P2, the next is answered 429',
    reference: 'Entra: licensing fundamentals, API-driven provisioning',
    holds: async (tenant) => {
      for (let count = 0; count < 2000; count++) {
        expect((await tenant.upload(person(String(count)))).status).toBe(202);
        tenant.clock.advance(200);
      }
      expect((await tenant.upload(person('x'))).status).toBe(429);
      tenant.clock.advance(23 * HOUR);
      expect((await tenant.upload(person('x'))).status).toBe(429);
      tenant.clock.advance(HOUR);
      expect((await tenant.upload(person('x'))).status).toBe(202);
    },
  },
  {
    behaviour: 'a queue that is full is answered 500, in the documented words',
    reference: 'Entra: troubleshoot inbound provisioning API',
    options: { rules: { queueCapacity: 60 } },
    holds: async (tenant) => {
      await tenant.ofJob('POST', '/pause');
      expect((await tenant.upload(...people(50))).status).toBe(202);
      const { status, message } = tenant.refusal(await tenant.upload(...people(11)));
      expect(status).toBe(500);
      expect(message).toContain('The bucket that stores the ingested data is full');
      expect((await tenant.upload(...people(10))).status).toBe(202);
    },
  },
  {
    behaviour: 'client-request-id is echoed',
    reference: 'Graph: error responses and resource types',
    holds: async (tenant) => {
      const answer = await tenant.send(
        'POST',
        `/v1.0${tenant.jobPath}`,
        { ...SCIM, 'client-request-id': 'mine' },
        bulkBody(person('1')),
      );
      expect(answer.headers['client-request-id']).toBe('mine');
    },
  },
];

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
    behaviour: 'service principals need Application.Read.All, users User.Read.All',
    reference: 'Graph: list servicePrincipals; list users, permissions',
    options: { permissions: [] },
    holds: async (tenant) => {
      for (const path of ['/v1.0/servicePrincipals', '/v1.0/users'])
        expect(tenant.refusal(await tenant.send('GET', path))).toMatchObject({
          status: 403,
          code: 'Authorization_RequestDenied',
        });
      expect((await tenant.send('GET', '/v1.0/applicationTemplates')).status).toBe(200);
    },
  },
];

export const processing: readonly Behaviour[] = [
  {
    behaviour: 'no account with the externalId as employeeId: created; with it: updated where something differs',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.settle();
      await tenant.upload(person('1', { displayName: 'New' }));
      tenant.settle();
      const [first, second] = await tenant.entries();
      expect([first?.provisioningAction, second?.provisioningAction]).toEqual(['create', 'update']);
      expect(second?.modifiedProperties).toEqual([
        { displayName: 'displayName', oldValue: 'Person 1', newValue: 'New' },
      ]);
      expect(second?.targetIdentity.id).toBe(first?.targetIdentity.id);
    },
  },
  {
    behaviour: 'nothing to change: skipped, RedundantExport',
    reference: 'Entra: analyze provisioning logs',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.settle();
      await tenant.upload(person('1'));
      tenant.settle();
      expect((await tenant.entries())[1]?.provisioningStatusInfo).toMatchObject({
        status: 'skipped',
        errorInformation: { errorCode: 'RedundantExport' },
      });
    },
  },
  {
    behaviour: 'active false disables the account',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.settle();
      await tenant.upload(person('1', { active: false }));
      tenant.settle();
      expect((await tenant.entries())[1]?.provisioningAction).toBe('disable');
      expect(tenant.sandbox.users()[0]?.isEnabled).toBe(false);
    },
  },
  {
    behaviour: 'a manager who comes in a later request is set then, as a change of its own',
    reference: 'Graph: synchronizationJob: bulkUpload; Entra: HR manager update issues',
    holds: async (tenant) => {
      await tenant.upload(person('1', reportingTo('2')));
      tenant.settle();
      await tenant.upload(person('2'));
      tenant.settle();
      const entries = await tenant.entries();
      expect(entries.map((entry) => [entry.sourceIdentity.id, entry.provisioningAction])).toEqual([
        ['1', 'create'],
        ['2', 'create'],
        ['1', 'update'],
      ]);
      expect(entries[2]?.modifiedProperties.map((property) => property.displayName)).toEqual(['manager']);
    },
  },
  {
    behaviour: 'a record without a matching value is ImportSkipped',
    reference: 'Entra: analyze provisioning logs',
    holds: async (tenant) => {
      await tenant.upload(person('1', { externalId: undefined }));
      tenant.settle();
      expect((await tenant.entries())[0]?.provisioningStatusInfo).toMatchObject({
        status: 'skipped',
        errorInformation: { errorCode: 'ImportSkipped' },
      });
    },
  },
  {
    behaviour: 'a sign-in name that is taken fails the record',
    reference: 'Entra: inbound provisioning FAQ; troubleshoot inbound provisioning API',
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'same' }), person('2', { userName: 'same' }));
      tenant.settle();
      expect((await tenant.entries())[1]?.provisioningStatusInfo.errorInformation?.errorCode).toBe(
        'AzureActiveDirectoryInvalidUserPrincipalName',
      );
    },
  },
  {
    behaviour: 'absence is never a deletion',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.upload(person('1'), person('2'));
      tenant.settle();
      await tenant.upload(person('2'));
      tenant.settle();
      expect(tenant.sandbox.directory.size).toBe(2);
    },
  },
  {
    behaviour: 'only elements of type "work" are processed',
    reference: 'Entra: troubleshoot inbound provisioning API',
    holds: async (tenant) => {
      const numbers = [
        { type: 'home', value: '1' },
        { type: 'work', value: '2' },
      ];
      await tenant.upload(person('1', { phoneNumbers: numbers }));
      tenant.settle();
      const page = await tenant.get('/v1.0/users');
      expect(page.value).toMatchObject([{ businessPhones: ['2'] }]);
    },
  },
  {
    behaviour: 'a failed record is tried again after 6, 12 and 24 hours, then daily, for 28 days',
    reference: 'Entra: quarantine status of application provisioning',
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }));
      tenant.settle();
      const start = tenant.clock.now();
      tenant.clock.advance(40 * 24 * HOUR);
      const hours = tenant.sandbox.changes(100).map(({ at }) => Math.floor((at - start) / HOUR + 1));
      expect(hours.reverse().slice(0, 6)).toEqual([0, 6, 18, 42, 66, 90]);
      expect(Math.max(...hours)).toBe(27 * 24 + 18);
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(0);
    },
  },
  {
    behaviour: 'a failed record that is sent again, corrected, is not tried again',
    reference: 'Entra: inbound provisioning concepts',
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }));
      tenant.settle();
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(1);
      await tenant.upload(person('1'));
      tenant.settle();
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(0);
    },
  },
];

export const readingTheLog: readonly Behaviour[] = [
  {
    behaviour: '5 reads in 10 seconds are taken, the 6th is answered 429',
    reference: 'Graph: throttling limits, identity and access reports',
    holds: async (tenant) => {
      const statuses: number[] = [];
      for (let count = 0; count < 6; count++)
        statuses.push((await tenant.send('GET', '/v1.0/auditLogs/provisioning')).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    },
  },
  {
    behaviour: 'entries can be read some time after processing, not at once',
    reference: 'Entra: troubleshoot inbound provisioning API',
    options: { logLatency: 5 * 60_000 },
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.clock.advance(4 * 60_000);
      expect(await tenant.entries()).toEqual([]);
      tenant.clock.advance(2 * 60_000);
      expect(await tenant.entries()).toHaveLength(1);
    },
  },
  {
    behaviour: 'the id of the source is the externalId, and the log can be filtered by it',
    reference: 'Entra: inbound provisioning with Graph Explorer',
    holds: async (tenant) => {
      await tenant.upload(person('701984'), person('2'));
      tenant.settle();
      const page = await tenant.get("/v1.0/auditLogs/provisioning?$filter=sourceIdentity/id%20eq%20'701984'");
      expect(page.value).toMatchObject([{ sourceIdentity: { id: '701984', identityType: 'User' } }]);
    },
  },
  {
    behaviour: 'filter values compare with their case',
    reference: 'Graph: list provisioningObjectSummary',
    holds: async (tenant) => {
      await tenant.upload(person('abc'));
      tenant.settle();
      const page = await tenant.get("/v1.0/auditLogs/provisioning?$filter=sourceIdentity/id%20eq%20'ABC'");
      expect(page.value).toEqual([]);
    },
  },
  {
    behaviour: 'changeId and others can be filtered by contains, also in parentheses',
    reference: 'Graph: resource type provisioningObjectSummary',
    holds: async (tenant) => {
      await tenant.upload(person('1'), person('2'));
      tenant.settle();
      const [entry] = await tenant.entries();
      const filter = `(contains(changeId,'${entry?.changeId ?? ''}') and (jobId eq '${tenant.sandbox.application.jobId}'))`;
      const page = await tenant.get(`/v1.0/auditLogs/provisioning?$filter=${encodeURIComponent(filter)}`);
      expect(page.value).toHaveLength(1);
    },
  },
  {
    behaviour: 'a page tells the next by @odata.nextLink, which carries $skiptoken',
    reference: 'Graph: list provisioningObjectSummary; paging',
    holds: async (tenant) => {
      await tenant.upload(...people(3));
      tenant.settle();
      const page = await tenant.get('/v1.0/auditLogs/provisioning?$top=2');
      expect(page.value).toHaveLength(2);
      expect(page['@odata.nextLink']).toMatch(/[?&]\$skiptoken=/);
    },
  },
  {
    behaviour: 'an entry has the steps import, matching, scoping and export',
    reference: 'Entra: inbound provisioning with cURL; Graph: resource type provisioningStep',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.settle();
      expect((await tenant.entries())[0]?.provisioningSteps.map((step) => step.provisioningStepType)).toEqual([
        'import',
        'matching',
        'scoping',
        'export',
      ]);
    },
  },
  {
    behaviour: 'entries of one cycle share its cycleId; every change has a changeId of its own',
    reference: 'Graph: resource type provisioningObjectSummary',
    holds: async (tenant) => {
      await tenant.upload(person('1'), person('2'));
      tenant.settle();
      const entries = await tenant.entries();
      expect(new Set(entries.map((entry) => entry.cycleId)).size).toBe(1);
      expect(new Set(entries.map((entry) => entry.changeId)).size).toBe(2);
    },
  },
  {
    behaviour: 'entries are kept for 30 days',
    reference: 'Entra: analyze provisioning logs',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.clock.advance(31 * 24 * HOUR);
      await tenant.upload(person('2'));
      tenant.settle();
      expect(tenant.sandbox.changes(10).map((change) => change.externalId)).toEqual(['2']);
    },
  },
];

const enterprise = (department: string) => ({ [ENTERPRISE_USER_URN]: { department } });

export const controllingJobs: readonly Behaviour[] = [
  {
    behaviour: 'a job that has not run yet is NotRun, afterwards Active',
    reference: 'Graph: resource type synchronizationStatus',
    holds: async (tenant) => {
      expect((await tenant.job()).status.code).toBe('NotRun');
      await tenant.upload(person('1'));
      tenant.settle();
      expect((await tenant.job()).status.code).toBe('Active');
    },
  },
  {
    behaviour: 'a cycle comes every 40 minutes',
    reference: 'Entra: inbound provisioning FAQ',
    options: { rules: { cycleDelay: undefined } },
    holds: async (tenant) => {
      expect((await tenant.job()).schedule).toMatchObject({ interval: 'PT40M' });
      await tenant.upload(person('1'));
      const start = tenant.clock.now();
      tenant.clock.advance(2 * HOUR);
      expect(((tenant.sandbox.changes(1)[0]?.at ?? 0) - start) / 60_000).toBeLessThanOrEqual(40);
      const minutes = new Date(tenant.sandbox.changes(1)[0]?.at ?? 0).getUTCMinutes();
      expect(minutes % 20).toBe(0);
    },
  },
  {
    behaviour: 'pause: uploads are still accepted, and wait; start goes on with them',
    reference: 'Graph: synchronizationJob: pause, start; Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      expect((await tenant.ofJob('POST', '/pause')).status).toBe(204);
      expect((await tenant.job()).schedule.state).toBe('Paused');
      expect((await tenant.upload(person('1'))).status).toBe(202);
      tenant.settle();
      expect(tenant.sandbox.staged).toBe(1);
      expect((await tenant.ofJob('POST', '/start')).status).toBe(204);
      tenant.settle();
      expect(tenant.sandbox.staged).toBe(0);
      expect(tenant.sandbox.directory.size).toBe(1);
    },
  },
  {
    behaviour: 'restart of a job that runs: what is staged is processed',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      expect((await tenant.ofJob('POST', '/restart', { criteria: { resetScope: '' } })).status).toBe(204);
      tenant.settle();
      expect(tenant.sandbox.directory.size).toBe(1);
    },
  },
  {
    behaviour: 'restart of a job that does not run: what is staged is deleted, and the job runs',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.ofJob('POST', '/pause');
      await tenant.upload(person('1'));
      await tenant.ofJob('POST', '/restart');
      tenant.settle();
      expect([tenant.sandbox.staged, tenant.sandbox.directory.size]).toEqual([0, 0]);
      expect((await tenant.job()).schedule.state).toBe('Active');
    },
  },
  {
    behaviour: 'resetScope is one text of names; an unknown one is refused',
    reference: 'Graph: resource type synchronizationJobRestartCriteria',
    holds: async (tenant) => {
      const restart = async (resetScope: string) =>
        (await tenant.ofJob('POST', '/restart', { criteria: { resetScope } })).status;
      expect(await restart('Watermark, Escrows, QuarantineState')).toBe(204);
      expect(await restart('full')).toBe(204);
      expect(await restart('Everything')).toBe(400);
    },
  },
  {
    behaviour: 'clearing the escrows ends the attempts at failed records; other scopes do not',
    reference: 'Graph: resource type synchronizationJobRestartCriteria',
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }));
      tenant.settle();
      await tenant.ofJob('POST', '/restart', { criteria: { resetScope: 'Watermark' } });
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(1);
      await tenant.ofJob('POST', '/restart', { criteria: { resetScope: 'Escrows' } });
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(0);
    },
  },
  {
    behaviour: 'a cycle with failures ends as EntryLevelErrors, with its counts',
    reference: 'Graph: resource type synchronizationTaskExecution',
    holds: async (tenant) => {
      await tenant.upload(person('1'), person('2', { userName: 'ö' }));
      tenant.settle();
      expect((await tenant.job()).status.lastExecution).toMatchObject({
        state: 'EntryLevelErrors',
        countImported: 2,
        countExported: 1,
        countExports: 2,
        countEscrowed: 1,
        error: null,
      });
    },
  },
  {
    behaviour: 'more than 40 % failed of at least 5,000: quarantine; fewer than 5,000 are not looked at',
    reference: 'Entra: quarantine status of application provisioning',
    holds: async (tenant) => {
      const failing = async (from: number, count: number) => {
        for (let start = from; start < from + count; start += 50) {
          const batch = Array.from({ length: 50 }, (_, index) => person(String(start + index), { userName: 'ö' }));
          await tenant.upload(...batch);
          tenant.clock.advance(200);
        }
        tenant.clock.advance(60_000);
      };
      await failing(0, 4950);
      expect((await tenant.job()).status.code).toBe('Active');
      await failing(4950, 50);
      expect((await tenant.job()).status).toMatchObject({
        code: 'Quarantine',
        quarantine: { reason: 'EncounteredEscrowProportionThreshold', seriesCount: 1 },
      });
    },
  },
  {
    behaviour: 'in quarantine a cycle comes once a day; start ends the quarantine',
    reference: 'Entra: quarantine status of application provisioning; Graph: synchronizationJob: start',
    options: { rules: quarantineAt(2) },
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }), person('2', { userName: 'ä' }));
      tenant.settle();
      expect((await tenant.job()).status.code).toBe('Quarantine');
      await tenant.upload(person('3'));
      tenant.clock.advance(22 * HOUR);
      expect(tenant.sandbox.staged).toBe(1);
      tenant.clock.advance(2 * HOUR);
      expect(tenant.sandbox.staged).toBe(0);
      await tenant.ofJob('POST', '/start');
      expect(tenant.sandbox.jobs()[0]?.code).toBe('Active');
    },
  },
  {
    behaviour: 'after four weeks in quarantine the job is disabled',
    reference: 'Entra: quarantine status of application provisioning',
    options: { rules: quarantineAt(1) },
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }));
      tenant.clock.advance(27 * 24 * HOUR);
      expect(tenant.sandbox.jobs()[0]).toMatchObject({ code: 'Quarantine', schedule: 'Active' });
      tenant.clock.advance(2 * 24 * HOUR);
      expect(tenant.sandbox.jobs()[0]).toMatchObject({ code: 'Quarantine', schedule: 'Disabled' });
    },
  },
];

function quarantineAt(evaluatedFrom: number): NonNullable<SandboxOptions['rules']> {
  const day = 24 * HOUR;
  return {
    quarantine: {
      evaluatedFrom,
      proportion: 0.4,
      failures: 40_000,
      failuresWithReferences: 60_000,
      interval: day,
      disabledAfter: 28 * day,
    },
  };
}

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
    behaviour: 'users are found by employeeId and userPrincipalName, the latter in whatever case',
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
