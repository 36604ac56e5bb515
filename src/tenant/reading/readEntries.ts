import { parseInstant } from '../../core/logs/instant';
import type { ServiceFilter } from '../../core/logs/list/logFilter';
import type { LogEntry } from '../../core/logs/logEntry';
import { LogWindow } from '../../core/logs/logWindow';
import { backOff, MAX_WAIT } from '../backOff';
import type { Clock } from '../clock';
import { LOG_READ_SPACING } from '../limits';
import type { JobTenant } from '../tenant';
import { mayReadAgain } from './mayReadAgain';
import type { ReadWait } from './readPatience';
import { spacedPages } from './spacedPages';
import { createSpacing } from './spacing';

export interface ReadEntriesOptions {
  readonly clock: Clock;
  /** The service's filter. While following, `since` moves to the newest entry. */
  readonly filter?: ServiceFilter;
  readonly signal: AbortSignal;
  /** Default: the log is read once. */
  readonly follow?: {
    /** Milliseconds between two reads of the log. Without new entries the interval grows to `longestInterval`. */
    readonly interval: number;
    readonly longestInterval?: number;
    /** Milliseconds to keep trying when the service cannot be reached. */
    readonly outage: number;
    readonly onWait: (wait: ReadWait) => unknown;
  };
  /** Called after each complete read of the log. */
  readonly onRead?: () => unknown;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}

/** Reads without new entries before the interval grows: entries often arrive in groups. */
const FREQUENT_READS = 3;

/**
 * Yields each entry of a log once, page by page, in the order of the service. Following continues until the signal is
 * aborted, also reads entries that become readable late, and survives outages. A refusal is thrown as a `TenantError`.
 */
export async function* readEntries(
  tenant: JobTenant,
  options: ReadEntriesOptions,
): AsyncGenerator<readonly LogEntry[]> {
  const { clock, signal, filter = {}, follow, onRead, random = Math.random, wallClock = Date.now } = options;
  const window = new LogWindow(filter.since === undefined ? undefined : parseInstant(filter.since));
  const spacing = tenant.logSpacing ?? createSpacing(clock, LOG_READ_SPACING);
  const isStopped = (): boolean => signal.aborted;
  let [failures, idle] = [0, 0];
  let lastRead = clock.now();
  while (!isStopped()) {
    let wait = 0;
    try {
      const since = window.start === undefined ? undefined : new Date(window.start).toISOString();
      const request = { ...filter, ...(since !== undefined && { since }) };
      idle++;
      for await (const page of spacedPages(tenant, { filter: request, signal }, spacing)) {
        [failures, lastRead] = [0, clock.now()];
        const fresh = window.take(page);
        if (fresh.length > 0) idle = 0;
        yield fresh;
      }
      if (isStopped()) return;
      window.advance(wallClock());
      onRead?.();
      if (follow !== undefined) wait = intervalOf(follow, idle);
    } catch (error) {
      if (isStopped()) return;
      if (follow === undefined || !mayReadAgain(error) || clock.now() - lastRead >= follow.outage) throw error;
      wait = backOff(++failures, error.retryAfterMs, random);
      if (wait > MAX_WAIT) throw error;
      follow.onWait({ reason: 'lost', ms: wait, error });
    }
    if (follow === undefined) return;
    await clock.delay(wait, signal);
  }
}

/**
 * The milliseconds until the next read.
 *
 * @param idle number of reads in a row without new entries
 */
function intervalOf({ interval, longestInterval = interval }: NonNullable<ReadEntriesOptions['follow']>, idle: number) {
  return Math.min(longestInterval, interval * 2 ** Math.max(0, idle - FREQUENT_READS));
}
