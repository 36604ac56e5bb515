import { describe, expect, expectTypeOf, it } from 'vitest';
import { parseConnectionFile } from '../../../src/connections/connectionFile';
import type { connectSandbox } from '../../../src/connections/connectSandbox';
import { fileConnection } from '../../../src/connections/fileConnection';
import type { SandboxConnectionFile } from '../../../src/connections/file/sandboxFile';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import type { tenantConnection } from '../../../src/connections/tenantConnection';
import { createManualClock } from '../../support/manualClock';
import { unreachableTenants } from './unreachableTenants';

const ID = '0f0f0f0f-1111-2222-3333-444444444444';
const PATH = `/v1.0/servicePrincipals/${ID}/synchronization/jobs/API2AAD.x.y/bulkUpload`;
const SANDBOX = `http://127.0.0.1:4000${PATH}`;
const REAL = `https://graph.microsoft.com${PATH}`;

function read(kind: 'sandbox' | 'tenant', endpoint: string): string {
  const rest =
    kind === 'sandbox'
      ? { tokenEndpoint: `http://127.0.0.1:4000/${ID}/oauth2/v2.0/token`, clientId: ID, clientSecret: 's3cret' }
      : { tenantId: ID, signIn: { kind: 'azureCli' } };
  const file = parseConnectionFile(JSON.stringify({ kind, name: 'Mine', endpoint, ...rest }));
  return 'refusal' in file ? 'refused' : file.kind;
}

describe('sandbox and real tenant', () => {
  it.each([
    ['sandbox', SANDBOX, 'sandbox'],
    ['sandbox', REAL, 'refused'],
    ['tenant', REAL, 'tenant'],
    ['tenant', SANDBOX, 'refused'],
  ] as const)('a file of kind %s with the endpoint %s is %s', (kind, endpoint, becomes) => {
    expect(read(kind, endpoint)).toBe(becomes);
  });

  it('are two types, and neither is taken for the other', () => {
    expectTypeOf<TenantConnectionFile>().not.toExtend<SandboxConnectionFile>();
    expectTypeOf<SandboxConnectionFile>().not.toExtend<TenantConnectionFile>();
    expectTypeOf<TenantConnectionFile>().not.toExtend<Parameters<typeof connectSandbox>[0]>();
    expectTypeOf<SandboxConnectionFile>().not.toExtend<Parameters<typeof tenantConnection>[0]>();
    expect(read('tenant', REAL)).not.toBe(read('sandbox', SANDBOX));
  });

  it('no line to this machine is opened for a tenant', async () => {
    const lines: string[] = [];
    const json = { kind: 'tenant', name: 'Contoso', endpoint: REAL, tenantId: ID, signIn: { kind: 'azureCli' } };
    const file = parseConnectionFile(JSON.stringify(json));
    if ('refusal' in file) throw new Error(file.refusal);
    const connection = fileConnection(file, {
      ...unreachableTenants,
      openLine: (origin) => {
        lines.push(origin);
        return Promise.reject(new Error('Nobody is called.'));
      },
      clock: createManualClock(),
    });
    expect(connection).toMatchObject({ kind: 'tenant', name: 'Contoso', endpoint: REAL });
    await expect(connection.open()).rejects.toThrow('Nobody signs in.');
    expect(lines).toEqual([]);
  });
});
