import type { Permission } from './permissions';
import { permissions } from './permissions';

/** A purpose, and the permissions for it. */
export interface Purpose {
  /** The id of its check is `permission.` followed by this id. */
  readonly id: 'upload' | 'log' | 'schema' | 'job' | 'control' | 'users' | 'domains' | 'applications';
  /** A verb phrase; follows "to" in messages. */
  readonly use: string;
  /** The least privileged permission, for applications and for people. */
  readonly least: Permission;
  /** Other permissions that suffice. */
  readonly others: readonly string[];
  /** Permissions that only suffice if the signed-in identity owns the provisioning application. */
  readonly whereOwned: readonly string[];
  /** Directory roles; a person also needs one of them. */
  readonly directoryRoles: string;
  /** Whether runs work without it. */
  readonly isOptional: boolean;
}

/** Source: Entra, default user permissions of members. */
const BY_DEFAULT_NONE = 'none, unless the tenant restricts what its members can read: then Directory Readers';
const APPLICATION_ADMINISTRATORS = 'Application Administrator or Cloud Application Administrator';

/**
 * What permissions are needed for. Sources: the permission tables of the operations' pages of Microsoft Graph, its
 * permissions reference, and Entra, grant access to the inbound provisioning API; read 2026-08.
 */
export const purposes: readonly Purpose[] = [
  {
    id: 'upload',
    use: 'send people to the job',
    least: permissions.upload,
    others: [],
    whereOwned: [permissions.uploadOwned.name],
    // The first is from the page of bulkUpload, the second from the tutorial with Graph Explorer
    directoryRoles: 'Global Administrator; one of Microsoft’s tutorials says User Administrator is enough',
    isOptional: false,
  },
  {
    id: 'log',
    use: 'read the results of uploads',
    least: permissions.readLog,
    others: [permissions.readAuditLog.name, 'Directory.Read.All'],
    whereOwned: [],
    directoryRoles: `Reports Reader, Security Reader, Global Reader, ${APPLICATION_ADMINISTRATORS}`,
    isOptional: false,
  },
  {
    id: 'schema',
    use: 'read the job’s attribute mapping, which "plan" uses to predict',
    least: permissions.readSynchronization,
    others: [permissions.writeSynchronization.name],
    whereOwned: [permissions.writeOwnApplications.name],
    directoryRoles: APPLICATION_ADMINISTRATORS,
    isOptional: false,
  },
  {
    id: 'job',
    use: 'read whether the job is active, paused or in quarantine',
    least: permissions.readSynchronization,
    others: [permissions.writeSynchronization.name],
    whereOwned: [permissions.writeOwnApplications.name],
    directoryRoles: APPLICATION_ADMINISTRATORS,
    isOptional: false,
  },
  {
    id: 'control',
    use: 'start, pause and restart the job, and change its attribute mapping',
    least: permissions.writeSynchronization,
    others: [],
    whereOwned: [permissions.writeOwnApplications.name],
    directoryRoles: APPLICATION_ADMINISTRATORS,
    isOptional: true,
  },
  {
    id: 'users',
    use: 'read the existing accounts, which "plan" uses to predict',
    least: permissions.readUsers,
    others: ['User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
    whereOwned: [],
    directoryRoles: BY_DEFAULT_NONE,
    isOptional: true,
  },
  {
    id: 'domains',
    use: 'read the domains of the tenant, which "plan" uses to predict',
    least: permissions.readDomains,
    // The organization lists its verified domains. Source: Microsoft Graph, list organizations
    others: [
      'Organization.Read.All',
      'Domain.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
      'User.Read',
    ],
    whereOwned: [],
    directoryRoles: BY_DEFAULT_NONE,
    isOptional: true,
  },
  {
    id: 'applications',
    use: 'list the provisioning applications while a connection is added',
    least: permissions.readApplications,
    others: [permissions.writeApplications.name, 'Directory.Read.All', 'Directory.ReadWrite.All'],
    whereOwned: [permissions.writeOwnApplications.name],
    directoryRoles: BY_DEFAULT_NONE,
    isOptional: true,
  },
];
