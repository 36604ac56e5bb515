import type { Refused } from '../message';
import { refused } from '../message';

/** Permissions of Microsoft Graph, as they are in the `roles` or `scp` of a token; `User.Read` is delegated alone. Source: Microsoft Graph, permissions reference. */
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

/** What the sandbox's application is granted by default: everything that this product needs. */
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

/** One of these is enough. Source: the permission tables of the operations' pages. */
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
 * Refuses a caller without any of the permissions. The reporting API has its own message; the others say only that
 * privileges are insufficient. Source: answers seen in public reports of both.
 */
export function refusePermission(wanted: readonly Permission[], granted: readonly Permission[]): Refused | undefined {
  if (wanted.length === 0 || wanted.some((permission) => granted.includes(permission))) return undefined;
  if (wanted.includes('AuditLog.Read.All')) {
    const message = 'Calling principal does not have required MSGraph permissions AuditLog.Read.All';
    return refused(403, 'Authentication_MSGraphPermissionMissing', message);
  }
  return refused(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}
