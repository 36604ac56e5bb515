import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import type { EntraProxy } from '../../support/entraProxy/entraProxy';
import { tenantFile } from '../../support/tenantFiles';
import type { VscodeOptions } from './openVscode';

/** A connection to the tenant that a proxy plays: as real as one gets without a tenant. */
export function connectionTo({ registration, files, sandbox }: EntraProxy, name: string): TenantConnectionFile {
  const { servicePrincipalId, jobId } = sandbox.application;
  const { clientId, tenantId } = registration;
  const signIn = { kind: 'workloadIdentity', clientId, tokenFile: files.federatedToken } as const;
  return tenantFile({ name, tenantId, servicePrincipalId, jobId, production: true, color: 'red', signIn });
}

/** A window that reaches that tenant, and has a connection to it. */
export function windowOf(proxy: EntraProxy, name: string): VscodeOptions {
  return {
    connections: [connectionTo(proxy, name)],
    settings: { 'http.proxy': proxy.url, 'http.proxySupport': 'override', 'http.systemCertificatesNode': true },
    env: { SSL_CERT_FILE: proxy.files.authority },
  };
}
