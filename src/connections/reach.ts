import type { HttpTenantOptions } from '../tenant/httpTenant';

/** The services for calling a connection's tenant, available before any call or sign-in. */
export interface Reach extends Pick<HttpTenantOptions, 'endpoint' | 'name' | 'transport' | 'tokens'> {
  /** Stops what was only started for this use. */
  close(): Promise<void>;
}
