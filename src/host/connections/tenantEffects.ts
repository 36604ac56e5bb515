import type { TenantEffects } from '../../connections/tenantEffects';
import { readSecretFile } from '../../files/secretFile';
import { systemClock } from '../../tenant/clock';
import { NotSentError } from '../../tenant/errors';

/** What calling a tenant of Microsoft Entra takes of the extension host. The libraries are loaded with the first use. */
export const hostTenantEffects: TenantEffects = {
  clock: systemClock,
  // The editor's own, which goes by its proxy and its certificates
  openTransport: () => Promise.resolve((url, request) => fetch(url, request)),
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
