import { expect } from 'vitest';
import { bulkBody, person } from '../../support/people';
import type { Behaviour } from './behaviour';

const SCIM = { 'content-type': 'application/scim+json' };
const HOUR = 3_600_000;
const people = (count: number) => Array.from({ length: count }, (_, index) => person(String(index)));

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
