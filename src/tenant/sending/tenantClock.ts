import { parseInstant } from '../../core/logs/instant';
import type { JobTenant } from '../tenant';

/**
 * The tenant's time before the first request of a run, for its journal. Log entries before it do not belong to the run,
 * regardless of this machine's clock. `undefined` if it is unavailable; see {@link clockBefore}.
 */
export function learnTenantClock(tenant: JobTenant, signal?: AbortSignal): Promise<string | undefined> {
  return tenant.readTime?.(signal) ?? Promise.resolve(undefined);
}

/** The resolution of `Date`, in milliseconds. */
const SECOND = 1000;

/**
 * The tenant's time before an attempt, computed from its answer, for runs whose start has no tenant time.
 *
 * @param tenantTime ISO 8601: of the first request that was accepted
 *
 * @param ms how long the attempt took
 */
export function clockBefore(tenantTime: string, ms: number): string | undefined {
  const time = parseInstant(tenantTime);
  return time === undefined ? undefined : new Date(time - Math.ceil(ms) - SECOND).toISOString();
}
