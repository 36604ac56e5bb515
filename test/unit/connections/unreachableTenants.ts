import type { TenantEffects } from '../../../src/connections/tenantEffects';

/** What reaching a tenant takes, where no tenant can be reached. */
export const unreachableTenants: Omit<TenantEffects, 'clock'> = {
  openTransport: () =>
    Promise.resolve({
      transport: () => Promise.reject(new Error('Nobody is called.')),
      close: () => Promise.resolve(),
    }),
  openTokens: () => Promise.resolve({ token: () => Promise.reject(new Error('Nobody signs in.')) }),
};
