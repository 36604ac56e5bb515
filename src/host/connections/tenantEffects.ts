import { workspace } from 'vscode';
import type { TenantEffects } from '../../connections/tenantEffects';
import { readSecretFile } from '../../files/secretFile';
import { systemClock } from '../../tenant/clock';
import { NotSentError } from '../../tenant/errors';
import type { HostNetwork } from '../../transport/hostFetchTransport';

/** What calling a tenant of Microsoft Entra takes of the extension host. The libraries are loaded with the first use. */
export const hostTenantEffects: TenantEffects = {
  clock: systemClock,
  openTransport: async () => (await import('../../transport/hostFetchTransport')).hostFetchTransport(hostNetwork()),
  openTokens: async (file, transport) =>
    (await import('../../signIn/openTokens')).openTokens(file, {
      clock: systemClock,
      transport,
      readFile: async (path) => (await readSecretFile(path)).bytes,
      secretOf: (_place, purpose) =>
        Promise.reject(
          new NotSentError(`The editor has no ${purpose} for "${file.name}".`, {
            remedy: 'Nothing was sent. Use this connection on the command line.',
          }),
        ),
    }),
};

/** How the editor calls now. */
function hostNetwork(): HostNetwork {
  const http = workspace.getConfiguration('http');
  return {
    NODE_TLS_REJECT_UNAUTHORIZED: process.env.NODE_TLS_REJECT_UNAUTHORIZED,
    proxyStrictSSL: http.get<boolean>('proxyStrictSSL'),
    electronFetch: http.get<boolean>('electronFetch') ?? false,
  };
}
