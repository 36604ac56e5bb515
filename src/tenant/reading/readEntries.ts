import { parseInstant } from '../../core/logs/instant';
import type { LogEntry } from '../../core/logs/logEntry';
import { LogWindow } from '../../core/logs/logWindow';
import { backOff, LONGEST_WAIT } from '../backOff';
import type { Clock } from '../clock';
import { LOG_READ_SPACING } from '../limits';
import type { JobTenant } from '../tenant';
import { mayReadAgain } from './mayReadAgain';
import type { ReadWait } from './readPatience';
import { createSpacing, spacedPages } from './spacedPages';

export interface ReadEntriesOptions {
  readonly clock: Clock;
  /** ISO 8601: only entries of then and later. */
  readonly since?: string | undefined;
  readonly signal: AbortSignal;
  /** Left out: the log is read once. */
  readonly follow?: {
    /** Milliseconds between two looks at the log. */
    readonly interval: number;
    /** Milliseconds for which a service that cannot be reached is waited for. */
    readonly outage: number;
    readonly onWait: (wait: ReadWait) => unknown;
  };
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}

/**
 * The entries of a log, each once, page by page in the order of the service. Following goes on until the signal is aborted, looks back
 * for entries that come late, and outlasts an outage; what is refused is thrown as a `TenantError`.
 */
export async function* readEntries(
  tenant: JobTenant,
  options: ReadEntriesOptions,
): AsyncGenerator<readonly LogEntry[]> {
  const { clock, signal, follow, random = Math.random, wallClock = Date.now } = options;
  const window = new LogWindow(options.since === undefined ? undefined : parseInstant(options.since));
  const spacing = createSpacing(clock, LOG_READ_SPACING);
  let failures = 0;
  let lastRead = clock.now();
  const isStopped = (): boolean => signal.aborted;
  while (!isStopped()) {
    let wait = follow?.interval ?? 0;
    try {
      const since = window.start === undefined ? undefined : new Date(window.start).toISOString();
      for await (const page of spacedPages(tenant, { since, signal }, spacing)) {
        [failures, lastRead] = [0, clock.now()];
        yield window.take(page);
      }
      window.advance(wallClock());
    } catch (error) {
      if (isStopped()) return;
      if (follow === undefined || !mayReadAgain(error) || clock.now() - lastRead >= follow.outage) throw error;
      wait = backOff(++failures, error.retryAfterMs, random);
      if (wait > LONGEST_WAIT) throw error;
      follow.onWait({ reason: 'lost', ms: wait, error });
    }
    if (follow === undefined) return;
    await clock.delay(wait, signal);
  }
}
