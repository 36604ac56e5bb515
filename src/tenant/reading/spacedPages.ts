import type { LogEntry } from '../../core/logs/logEntry';
import type { Clock } from '../clock';
import type { JobTenant } from '../tenant';

/** Keeps calls apart. */
export interface Spacing {
  /** Resolves when the next call may begin, or at once when the signal is aborted. */
  next(signal?: AbortSignal): Promise<void>;
}

export function createSpacing(clock: Clock, ms: number): Spacing {
  let start = -Infinity;
  return {
    async next(signal) {
      while (start > clock.now() && signal?.aborted !== true) await clock.delay(start - clock.now(), signal);
      start = clock.now() + ms;
    },
  };
}

/** The pages of one look at the log, each asked for when its time has come; none once the signal is aborted. */
export async function* spacedPages(
  tenant: JobTenant,
  { since, signal }: { readonly since?: string | undefined; readonly signal?: AbortSignal | undefined },
  spacing: Spacing,
): AsyncGenerator<readonly LogEntry[]> {
  const pages = tenant.readLog(since === undefined ? {} : { since }, signal)[Symbol.asyncIterator]();
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
