import { expect } from 'vitest';
import { person } from '../../support/people';
import type { Behaviour } from './behaviour';

const HOUR = 3_600_000;
const people = (count: number) => Array.from({ length: count }, (_, index) => person(String(index)));

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
