import { describe, expect, it } from 'vitest';
import { readUsers } from '../../../src/core/provisioning/users/readUsers';
import { bulkBody, person, reportingTo } from '../../support/people';
import { createSandboxRig } from './sandboxRig';

const CSV = `userPrincipalName;employeeId;displayName;accountEnabled;manager;officeLocation
ann@contoso.com;1;Ann;true;bo@contoso.com;Berlin
bo@contoso.com;2;Bo;FALSE;;
`;

describe('loading users', () => {
  it('takes a CSV with Graph’s names as columns, managers by their sign-in names', () => {
    const { sandbox } = createSandboxRig();
    expect(sandbox.loadUsers(CSV, 'csv').problems).toEqual([]);
    const [ann, bo] = sandbox.users();
    expect(ann).toMatchObject({ displayName: 'Ann', isEnabled: true, flavour: 'API2AAD' });
    expect([...(ann?.values ?? [])]).toEqual([
      ['userPrincipalName', 'ann@contoso.com'],
      ['employeeId', '1'],
      ['displayName', 'Ann'],
      ['accountEnabled', 'True'],
      ['physicalDeliveryOfficeName', 'Berlin'],
      ['manager', bo?.id],
    ]);
    expect(bo?.isEnabled).toBe(false);
  });

  it('takes what it has written, and what its own API gives of users', async () => {
    const rig = createSandboxRig();
    rig.sandbox.loadUsers(CSV, 'csv');
    const before = rig.sandbox.users();
    const other = createSandboxRig().sandbox;
    other.loadUsers(rig.sandbox.writeUsers(), 'json');
    const byName = (left: readonly string[], right: readonly string[]) => (left[0] ?? '').localeCompare(right[0] ?? '');
    const valuesOf = (users: typeof before) => users.map(({ id, values }) => [id, [...values].sort(byName)]);
    expect(valuesOf(other.users())).toEqual(valuesOf(before));

    const select = 'id,userPrincipalName,employeeId,displayName,accountEnabled,officeLocation';
    const page = await rig.send('GET', `/v1.0/users?$select=${select}&$expand=manager($select=id)`);
    const read = readUsers(page.body, 'API2AAD');
    expect(read.problems).toEqual([]);
    expect(read.users.map(({ values }) => values.get('manager'))).toEqual([before[1]?.id, undefined]);
  });

  it('says what is wrong, and takes the rest', () => {
    const { sandbox } = createSandboxRig();
    const text = JSON.stringify({ value: [{ userPrincipalName: 'x@contoso.com' }, { id: '1', displayName: 'Ann' }] });
    expect(sandbox.loadUsers(text, 'json').problems).toMatchObject([{ severity: 'error', path: 'value[0].id' }]);
    expect(sandbox.users()).toMatchObject([{ id: '1', displayName: 'Ann' }]);
    expect(sandbox.loadUsers('a;b\n1;2;3\n', 'csv').problems).toMatchObject([{ severity: 'error' }]);
    expect(sandbox.loadUsers('', 'csv').problems).toMatchObject([{ severity: 'error' }]);
    const twice = 'id;displayName;accountEnabled\na;"Bo\nBold";true\na;Cy;true\nb;Dee;perhaps\n';
    expect(sandbox.loadUsers(twice, 'csv').problems.map(({ path }) => path)).toEqual([
      'line 4, id',
      'line 5, accountEnabled',
    ]);
  });

  it('makes them known to the next cycle: matched by employeeId, and back to them on reset', async () => {
    const rig = createSandboxRig({ users: readUsers('[{"id":"u1","employeeId":"1"}]', 'API2AAD').users });
    await rig.send('POST', `/v1.0${rig.jobPath}`, { 'content-type': 'application/scim+json' }, bulkBody(person('1')));
    rig.clock.advance(60_000);
    expect(rig.sandbox.users()).toMatchObject([{ id: 'u1', lastChange: { outcome: 'updated', externalId: '1' } }]);
    rig.sandbox.reset();
    expect(rig.sandbox.users().map(({ id, values }) => [id, [...values]])).toEqual([['u1', [['employeeId', '1']]]]);
    expect([rig.sandbox.changes(9), rig.sandbox.staged]).toEqual([[], 0]);
  });
});

describe('the job to Active Directory', () => {
  it('has its own endpoint, accounts and entries', async () => {
    const rig = createSandboxRig();
    const { servicePrincipalId, jobId } = rig.sandbox.applications.API2AD;
    const path = `/v1.0/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}/bulkUpload`;
    const body = bulkBody(person('1', reportingTo('2')), person('2'));
    expect((await rig.send('POST', path, { 'content-type': 'application/scim+json' }, body)).status).toBe(202);
    rig.clock.advance(60_000);
    expect(rig.sandbox.users().map(({ flavour, isEnabled }) => [flavour, isEnabled])).toEqual([
      ['API2AD', true],
      ['API2AD', true],
    ]);
    expect(rig.sandbox.directory.size).toBe(0);
    expect(rig.sandbox.changes(1)[0]?.jobId).toBe(jobId);
    const log = await rig.send('GET', `/v1.0/auditLogs/provisioning?$filter=jobid%20eq%20'${jobId}'`);
    expect((JSON.parse(log.body) as { value: unknown[] }).value).toHaveLength(3);
  });
});
