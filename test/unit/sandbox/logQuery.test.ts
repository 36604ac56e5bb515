import { beforeAll, describe, expect, it } from 'vitest';
import { bulkBody, person } from '../../support/people';
import type { SandboxRig } from './sandboxRig';
import { AUTHORITY, createSandboxRig } from './sandboxRig';

interface Page {
  readonly value: readonly Record<string, unknown>[];
  readonly '@odata.nextLink'?: string;
}

describe('the provisioning log', () => {
  let rig: SandboxRig;
  beforeAll(async () => {
    rig = createSandboxRig({ rules: { cycleDelay: 0 }, logLatency: 0 });
    for (const people of [
      [person('1'), person('2'), person("o'neil", { userName: 'x.' })],
      [person('3'), person('1')],
    ]) {
      await rig.send('POST', `/v1.0${rig.jobPath}`, { 'content-type': 'application/scim+json' }, bulkBody(...people));
      rig.clock.advance(60_000);
    }
  });

  const get = async (target: string): Promise<{ status: number; page: Page }> => {
    rig.clock.advance(10_000);
    const { status, body } = await rig.send('GET', target);
    return { status, page: JSON.parse(body) as Page };
  };
  const query = (options: Record<string, string>, version = 'v1.0'): Promise<{ status: number; page: Page }> =>
    get(`/${version}/auditLogs/provisioning?${new URLSearchParams(options).toString()}`);
  const ids = (page: Page): string[] => page.value.map((entry) => (entry.sourceIdentity as { id: string }).id);

  it('gives the newest entry first, in the shape of v1.0', async () => {
    const { page } = await get('/v1.0/auditLogs/provisioning');
    expect(ids(page)).toEqual(['1', '3', "o'neil", '2', '1']);
    expect(page.value[2]).toMatchObject({
      jobId: rig.sandbox.application.jobId,
      tenantId: rig.sandbox.tenantId,
      provisioningAction: 'create',
      provisioningStatusInfo: {
        status: 'failure',
        errorInformation: {
          errorCode: 'AzureActiveDirectoryInvalidUserPrincipalName',
          errorCategory: 'nonServiceFailure',
        },
      },
      servicePrincipal: { id: rig.sandbox.application.servicePrincipalId },
      initiatedBy: { initiatorType: 'system' },
    });
    expect(page.value[0]).toMatchObject({
      provisioningStatusInfo: { status: 'skipped', errorInformation: { errorCode: 'RedundantExport' } },
    });
    expect(page.value[0]).not.toHaveProperty('statusInfo');
    expect(page).not.toHaveProperty('@odata.nextLink');
  });

  it('names some members twice in beta', async () => {
    const { page } = await query({}, 'beta');
    expect(page.value[2]).toMatchObject({ action: 'create', statusInfo: { status: 'failure' } });
  });

  it.each([
    [(): string => `jobid eq '${rig.sandbox.application.jobId}'`, 5],
    [(): string => `jobId eq '${rig.sandbox.application.jobId.toUpperCase()}'`, 0],
    [(): string => 'activityDateTime ge 2026-11-30T08:01:00Z', 2],
    [(): string => 'activityDateTime lt 2026-11-30T08:01:00Z', 3],
    [(): string => 'activityDateTime gt 2026-11-30T08:00:00.000001Z', 3],
    [(): string => 'activityDateTime le 2026-11-30T08:00:00.000001Z', 2],
    [(): string => 'activityDateTime ge 2026-11-30T09:01:00+01:00', 2],
    [(): string => "sourceIdentity/id eq 'o''neil'", 1],
    [(): string => "statusInfo/status eq 'failure'", 1],
    [(): string => "provisioningStatusInfo/status eq 'success' and sourceIdentity/id eq '1'", 1],
    [(): string => "cycleId ne 'x'", 5],
    [(): string => "cycleId eq 'x'", 0],
    [(): string => "sourceIdentity/id eq '1' or sourceIdentity/id eq '2' and cycleId eq 'x'", 2],
    [(): string => "(sourceIdentity/id eq '1' or sourceIdentity/id eq '2') and cycleId eq 'x'", 0],
    [(): string => `(contains(changeId,'-') and (jobId eq '${rig.sandbox.application.jobId}'))`, 5],
    [(): string => "contains(sourceIdentity/displayName,'Person 3')", 1],
    [(): string => "provisioningAction eq 'create'", 4],
    [(): string => "targetSystem/displayName eq 'Contoso (sandbox)'", 5],
    [(): string => 'durationInMilliseconds lt 1', 5],
    [(): string => `servicePrincipal/id eq '${rig.sandbox.application.servicePrincipalId}'`, 5],
  ])('filter %#', async (filter, count) => {
    const { status, page } = await query({ $filter: filter() });
    expect([status, page.value.length]).toEqual([200, count]);
  });

  it.each([
    [{ $filter: '' }],
    [{ $filter: "jobid eq 'x" }],
    [{ $filter: 'jobid eq x' }],
    [{ $filter: "jobid gt 'x'" }],
    [{ $filter: "jobid eq 'x' or" }],
    [{ $filter: "(jobid eq 'x'" }],
    [{ $filter: "contains(activityDateTime,'2026')" }],
    [{ $filter: "startswith(jobId,'API2AAD')" }],
    [{ $filter: "not(jobid eq 'x')" }],
    [{ $filter: `${'('.repeat(30)}jobid eq 'x'${')'.repeat(30)}` }],
    [{ $filter: "jobid eq 'x' and" }],
    [{ $filter: "constructor eq 'x'" }],
    [{ $filter: "activityDateTime ge '2026-11-30T08:00:00Z'" }],
    [{ $filter: 'activityDateTime ge yesterday' }],
    [{ $top: '0' }],
    [{ $top: '1001' }],
    [{ $top: 'many' }],
    [{ $orderby: 'id' }],
    [{ $skiptoken: '../x' }],
    [{ $select: 'id' }],
  ])('refuses %j', async (options) => {
    expect((await query(options)).status).toBe(400);
  });

  it.each([
    ['activityDateTime desc', ['1', '3', "o'neil", '2', '1']],
    ['activityDateTime asc', ['1', '2', "o'neil", '3', '1']],
  ])('pages through %s without loss or repetition', async ($orderby, expected) => {
    const seen: string[] = [];
    let { page } = await query({ $orderby, $top: '2', $filter: `jobid eq '${rig.sandbox.application.jobId}'` });
    for (;;) {
      seen.push(...ids(page));
      const next = page['@odata.nextLink'];
      if (next === undefined) break;
      expect(next.startsWith(`http://${AUTHORITY}/v1.0/auditLogs/provisioning?`)).toBe(true);
      ({ page } = await get(next.slice(`http://${AUTHORITY}`.length)));
    }
    expect(seen).toEqual(expected);
  });

  it('has no next page when the last entry just fits', async () => {
    expect((await query({ $top: '4' })).page).toHaveProperty(['@odata.nextLink']);
    expect((await query({ $top: '5' })).page).not.toHaveProperty(['@odata.nextLink']);
  });

  it('takes the address of a Location header', async () => {
    const { page } = await get(`/v1.0/auditLogs/provisioning/?$filter=jobid%20eq%20'${rig.sandbox.application.jobId}'`);
    expect(page.value).toHaveLength(5);
  });
});
