import type { Refused } from '../message';
import { refused } from '../message';

/**
 * Permissions of Microsoft Graph, as they appear in the `roles` or `scp` of a token; `User.Read` is only delegated.
 * Source: Microsoft Graph, permissions reference.
 */
export type Permission =
  | 'Application.Read.All'
  | 'AuditLog.Read.All'
  | 'Domain.Read.All'
  | 'Organization.Read.All'
  | 'ProvisioningLog.Read.All'
  | 'Synchronization.Read.All'
  | 'Synchronization.ReadWrite.All'
  | 'SynchronizationData-User.Upload'
  | 'User.Read'
  | 'User.Read.All';

/** The default permissions of the sandbox's application: everything that this product needs. */
export const allPermissions: readonly Permission[] = [
  'Application.Read.All',
  'Domain.Read.All',
  'Organization.Read.All',
  'ProvisioningLog.Read.All',
  'Synchronization.Read.All',
  'Synchronization.ReadWrite.All',
  'SynchronizationData-User.Upload',
  'User.Read.All',
];

/**
 * The permissions for each kind of call; any one is enough. Source: the permission tables of the operations'
 * pages.
 */
export const needs = {
  upload: ['SynchronizationData-User.Upload'],
  readJobs: ['Synchronization.Read.All', 'Synchronization.ReadWrite.All'],
  writeJobs: ['Synchronization.ReadWrite.All'],
  readLog: ['ProvisioningLog.Read.All', 'AuditLog.Read.All'],
  readApplications: ['Application.Read.All'],
  readUsers: ['User.Read.All'],
  readDomains: ['Domain.Read.All'],
  readOrganization: ['Organization.Read.All', 'User.Read'],
} as const satisfies Record<string, readonly Permission[]>;

/**
 * Refuses a caller that has none of the permissions. The reporting API has its own message; the others only say that
 * privileges are insufficient. Source: answers in public reports about both.
 */
export function refusePermission(wanted: readonly Permission[], granted: readonly Permission[]): Refused | undefined {
  if (wanted.length === 0 || wanted.some((permission) => granted.includes(permission))) return undefined;
  if (wanted.includes('AuditLog.Read.All')) {
    const message = 'Calling principal does not have required MSGraph permissions AuditLog.Read.All';
    return refused(403, 'Authentication_MSGraphPermissionMissing', message);
  }
  return refused(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}
