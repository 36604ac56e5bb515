import type { ServiceFilter } from '../../core/logs/list/logFilter';
import type { LogEntry } from '../../core/logs/logEntry';
import type { JobTenant } from '../tenant';
import type { Spacing } from './spacing';

/** The pages of one read of the log, each requested when the spacing permits. Stops when the signal is aborted. */
export function spacedPages(
  tenant: JobTenant,
  { filter, signal }: { readonly filter?: ServiceFilter; readonly signal?: AbortSignal | undefined },
  spacing: Spacing,
): AsyncIterable<readonly LogEntry[]> {
  return tenant.readLog(filter ?? {}, signal, () => spacing.next(signal));
}
