import type { TenantConnectionFile } from '../../src/connections/tenantFile';

/** The connection of a made-up tenant. */
export function tenantFile(changes: Partial<TenantConnectionFile> = {}): TenantConnectionFile {
  return {
    kind: 'tenant',
    name: 'Contoso production',
    cloud: 'global',
    tenantId: '2d2d2d2d-1111-2222-3333-444444444444',
    servicePrincipalId: '0f0f0f0f-1111-2222-3333-444444444444',
    jobId: 'API2AAD.0123456789abcdef0123456789abcdef.1a03de52-b9c3-4e2c-a1e3-9145aaa8e530',
    production: true,
    signIn: {
      kind: 'clientSecret',
      clientId: '1e1e1e1e-1111-2222-3333-444444444444',
      secret: { env: 'ENTRA_CLIENT_SECRET' },
    },
    ...changes,
  };
}
