import type { TenantEffects } from '../../connections/tenantEffects';
import { systemClock } from '../../tenant/clock';

/** What calling a tenant of Microsoft Entra takes of the extension host. The libraries are loaded with the first use. */
export const hostTenantEffects: TenantEffects = {
  clock: systemClock,
  // The editor's own, which goes by its proxy and its certificates
  openTransport: () => Promise.resolve((url, request) => fetch(url, request)),
  openTokens: async (file) => (await import('../../signIn/openTokens')).openTokens(file),
};
