import type { ServiceFilter } from '../../core/logs/list/logFilter';
import type { LogEntry } from '../../core/logs/logEntry';
import type { JobTenant } from '../tenant';
import type { Spacing } from './spacing';

/** The pages of one read of the log, each requested at its time; none after the signal is aborted. */
export async function* spacedPages(
  tenant: JobTenant,
  { filter, signal }: { readonly filter?: ServiceFilter; readonly signal?: AbortSignal | undefined },
  spacing: Spacing,
): AsyncGenerator<readonly LogEntry[]> {
  const pages = tenant.readLog(filter ?? {}, signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      await spacing.next(signal);
      if (signal?.aborted === true) return;
      const page = await pages.next();
      if (page.done === true) return;
      yield page.value;
    }
  } finally {
    await pages.return?.();
  }
}
