/** A permission of Microsoft Graph, as tokens name it. */
export interface Permission {
  readonly name: string;
  /** Its id for applications (app role); absent if it only exists as a delegated permission. */
  readonly appRole?: string;
  /** Its id for people (delegated scope); absent if it only exists as an application permission. */
  readonly scope?: string;
}

/** The application id of Microsoft Graph, the same in every tenant and cloud. */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/**
 * The ids of grantable permissions, defined only here. Source: Microsoft Graph permissions reference
 * (microsoft-graph-devx-content, permissions.json), read 2026-08.
 */
export const permissions = {
  upload: permission(
    'SynchronizationData-User.Upload',
    'db31e92a-b9ea-4d87-bf6a-75a37a9ca35a',
    '1a2e7420-4e92-4d2b-94cb-fb2952e9ddf7',
  ),
  uploadOwned: permission('SynchronizationData-User.Upload.OwnedBy', '25c32ff3-849a-494b-b94f-20a8ac4e6774'),
  readLog: permission(
    'ProvisioningLog.Read.All',
    '091937d3-3e38-47a1-8649-b2f99d3035f1',
    '95aec97b-cf27-4a8d-a67d-42f60b5b38ef',
  ),
  readAuditLog: permission(
    'AuditLog.Read.All',
    'b0afded3-3588-46d8-8b3d-9842eff778da',
    'e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20',
  ),
  readSynchronization: permission(
    'Synchronization.Read.All',
    '5ba43d2f-fa88-4db2-bd1c-a67c5f0fb1ce',
    '7aa02aeb-824f-4fbe-a3f7-611f751f5b55',
  ),
  writeSynchronization: permission(
    'Synchronization.ReadWrite.All',
    '9b50c33d-700f-43b1-b2eb-87e89b703581',
    '7bb27fa3-ea8f-4d67-a916-87715b6188bd',
  ),
  readUsers: permission(
    'User.Read.All',
    'df021288-bdef-4463-88db-98f22de89214',
    'a154be20-db9c-4678-8ab7-66f6cc099a59',
  ),
  readDomains: permission(
    'Domain.Read.All',
    'dbb9058a-0e50-45d7-ae91-66909b5d4664',
    '2f9ee017-59c1-4f1d-9472-bd5529a7b311',
  ),
  readApplications: permission(
    'Application.Read.All',
    '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
    'c79f8feb-a9db-4090-85f9-90d820caa0eb',
  ),
  writeApplications: permission(
    'Application.ReadWrite.All',
    '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
    'bdfbf15f-ee85-4955-8675-146e8e5296b5',
  ),
  writeOwnApplications: permission('Application.ReadWrite.OwnedBy', '18a4783c-866b-4cc7-a460-3d5e5662c884'),
} as const satisfies Record<string, Permission>;

function permission(name: string, appRole: string, scope?: string): Permission {
  return { name, appRole, ...(scope !== undefined && { scope }) };
}
