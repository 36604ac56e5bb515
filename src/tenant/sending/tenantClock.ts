import { parseInstant } from '../../core/logs/instant';
import type { JobTenant } from '../tenant';

/**
 * The tenant's time before the first request of a run, for its journal: entries of the log that are earlier answer nothing of the run,
 * whatever this machine's clock says. `undefined` where it cannot be learned; see {@link clockBefore}.
 */
export function learnTenantClock(tenant: JobTenant, signal?: AbortSignal): Promise<string | undefined> {
  return tenant.readTime?.(signal) ?? Promise.resolve(undefined);
}

/** `Date` has whole seconds. */
const SECOND = 1000;

/**
 * The tenant's time before an attempt, from what the answer to it says, where it was not learned before.
 * @param tenantTime ISO 8601: of the first request that was accepted
 * @param ms how long the attempt took
 */
export function clockBefore(tenantTime: string, ms: number): string | undefined {
  const time = parseInstant(tenantTime);
  return time === undefined ? undefined : new Date(time - Math.ceil(ms) - SECOND).toISOString();
}
