import type { TenantEffects } from '../connections/tenantEffects';
import { systemClock } from '../tenant/clock';

/** What calling a tenant of Microsoft Entra takes of this process. The libraries are loaded with the first use. */
export const tenantEffects: TenantEffects = {
  clock: systemClock,
  openTransport: async () => (await import('../transport/undiciTransport')).undiciTransport(),
  openTokens: async (file) => (await import('../signIn/openTokens')).openTokens(file),
};
