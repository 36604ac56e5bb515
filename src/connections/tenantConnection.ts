import { NotSentError } from '../tenant/errors';
import { uploadAddress } from '../tenant/endpoint';
import type { Connection } from './connection';
import type { TenantConnectionFile } from './tenantFile';
import { tenantEndpoint } from './tenantFile';

/** A connection to a tenant of Microsoft Entra. Opening it rejects: this version has no way to sign in. */
export function tenantConnection(file: TenantConnectionFile): Connection {
  return {
    kind: file.kind,
    name: file.name,
    endpoint: uploadAddress(tenantEndpoint(file)),
    open: () =>
      Promise.reject(
        new NotSentError(`This version cannot sign in to a tenant yet, so "${file.name}" cannot be used.`, {
          remedy: 'Nothing was sent. Use the sandbox: --connection sandbox.',
        }),
      ),
  };
}
