import type { HttpTenantOptions } from '../tenant/httpTenant';

/** What a connection's tenant is called with. Nobody has been called, and nobody has signed in. */
export interface Reach extends Pick<HttpTenantOptions, 'endpoint' | 'name' | 'transport' | 'tokens'> {
  /** Ends what was started for this use alone. */
  close(): Promise<void>;
}
