import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../../src/sandbox/gate/permissions';
import { allPermissions, needs, refusePermission } from '../../../../src/sandbox/gate/permissions';

describe('the permissions of a call', () => {
  it.each<[keyof typeof needs, readonly Permission[]]>([
    ['upload', ['SynchronizationData-User.Upload']],
    ['readJobs', ['Synchronization.Read.All']],
    ['readJobs', ['Synchronization.ReadWrite.All']],
    ['writeJobs', ['Synchronization.ReadWrite.All']],
    ['readLog', ['ProvisioningLog.Read.All']],
    ['readLog', ['AuditLog.Read.All']],
    ['readApplications', ['Application.Read.All']],
    ['readUsers', ['User.Read.All']],
    ['readDomains', ['Domain.Read.All']],
    ['readOrganization', ['Organization.Read.All']],
    ['readOrganization', ['User.Read']],
  ])('to %s are had with %j', (call, granted) => {
    expect(refusePermission(needs[call], granted)).toBeUndefined();
  });

  it.each<[keyof typeof needs, readonly Permission[], string]>([
    ['upload', ['Synchronization.ReadWrite.All', 'User.Read.All'], 'Authorization_RequestDenied'],
    ['writeJobs', ['Synchronization.Read.All'], 'Authorization_RequestDenied'],
    ['readJobs', ['SynchronizationData-User.Upload'], 'Authorization_RequestDenied'],
    ['readLog', ['Synchronization.Read.All'], 'Authentication_MSGraphPermissionMissing'],
    ['readUsers', [], 'Authorization_RequestDenied'],
  ])('to %s are not had with %j', (call, granted, code) => {
    expect(refusePermission(needs[call], granted)).toMatchObject({ status: 403, code });
  });

  it('are not asked for where none is needed', () => {
    expect(refusePermission([], [])).toBeUndefined();
  });

  it('suffice for every call when all are granted, and each of them is needed', () => {
    const refusedWith = (granted: readonly Permission[]) =>
      Object.values(needs).filter((wanted) => refusePermission(wanted, granted) !== undefined);
    expect(refusedWith(allPermissions)).toEqual([]);
    // A job can be read by who may write it
    const spare = allPermissions.filter((left) => refusedWith(allPermissions.filter((p) => p !== left)).length === 0);
    expect(spare).toEqual(['Synchronization.Read.All']);
  });
});
