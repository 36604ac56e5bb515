import type { LogEntry } from '../../core/logs/logEntry';
import { parseInstant } from '../../core/logs/instant';
import { backOff, MAX_WAIT } from '../backOff';
import type { Clock } from '../clock';
import type { TenantError } from '../errors';
import { LOG_READ_SPACING } from '../limits';
import { mayReadAgain } from '../reading/mayReadAgain';
import { spacedPages } from '../reading/spacedPages';
import { createSpacing } from '../reading/spacing';
import type { JobTenant } from '../tenant';

export type FollowEvent =
  /** New entries, in the order of the service; never an empty list. */
  | { readonly type: 'entries'; readonly entries: readonly LogEntry[] }
  /** A read failed and will be made again. */
  | { readonly type: 'read-failed'; readonly error: TenantError; readonly ms: number }
  /** The service asks for a wait that no program sits out: the log may be read again at `until`. The event before the last. */
  | { readonly type: 'paused'; readonly until: number }
  /** The last event. `missing` are those of the expected ids that the log says nothing of yet. */
  | { readonly type: 'ended'; readonly why: EndOfFollowing; readonly missing: readonly string[] };

type EndOfFollowing = 'settled' | 'deadline' | 'aborted' | 'paused';

export interface FollowOptions {
  readonly clock: Clock;
  /** ISO 8601: the first attempt, minus what the clocks may differ. */
  readonly since: string;
  readonly signal?: AbortSignal;
  /** Milliseconds between two reads of the log; never below {@link LOG_READ_SPACING}. */
  readonly interval?: number;
  /** Milliseconds after which to give up. */
  readonly deadline?: number;
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}

const DEFAULT_INTERVAL = 30_000;
/** This many failed reads in a row are not a coincidence. */
const MAX_FAILURES = 5;

/**
 * Reads the log repeatedly until every expected externalId has an entry. Reads, pages included, are at least {@link
 * LOG_READ_SPACING} apart. A failed read is retried unless the service refuses it or something else answers; then, or
 * after five failures in a row, the error is thrown.
 */
export async function* followLog(
  tenant: JobTenant,
  expected: Iterable<string>,
  options: FollowOptions,
): AsyncGenerator<FollowEvent> {
  const { clock, signal, random = Math.random } = options;
  const interval = Math.max(options.interval ?? DEFAULT_INTERVAL, LOG_READ_SPACING);
  const end = clock.now() + (options.deadline ?? Infinity);
  const missing = new Set(expected);
  const seen = new Set<string>();
  const spacing = tenant.logSpacing ?? createSpacing(clock, LOG_READ_SPACING);
  let failures = 0;

  while (missing.size > 0) {
    let wait = interval;
    try {
      for await (const page of spacedPages(tenant, { filter: { since: options.since }, signal }, spacing)) {
        failures = 0;
        const entries = page.filter((entry) => !seen.has(entry.id));
        for (const entry of entries) {
          seen.add(entry.id);
          // Somebody's result in an earlier run does not answer this one
          if (!isEarlier(entry, options.since)) missing.delete(entry.sourceIdentity.id);
        }
        if (entries.length > 0) yield { type: 'entries', entries };
        if (missing.size === 0) break;
      }
    } catch (error) {
      if (signal?.aborted !== true) {
        if (!mayReadAgain(error) || ++failures >= MAX_FAILURES) throw error;
        wait = Math.max(LOG_READ_SPACING, backOff(failures, error.retryAfterMs, random));
        if (wait > MAX_WAIT) {
          yield { type: 'paused', until: (options.wallClock ?? Date.now)() + wait };
          yield { type: 'ended', why: 'paused', missing: [...missing] };
          return;
        }
        yield { type: 'read-failed', error, ms: wait };
      }
    }
    if (missing.size === 0) break;
    const left = end - clock.now();
    if (signal?.aborted !== true && left > 0) await clock.delay(Math.min(wait, left), signal);
    const why = signal?.aborted === true ? 'aborted' : clock.now() >= end ? 'deadline' : undefined;
    if (why !== undefined) {
      yield { type: 'ended', why, missing: [...missing] };
      return;
    }
  }
  yield { type: 'ended', why: 'settled', missing: [] };
}

/** Whether an entry is about an earlier run; one without a readable time cannot be shown to. */
function isEarlier(entry: LogEntry, since: string): boolean {
  return (parseInstant(entry.activityDateTime) ?? Infinity) < (parseInstant(since) ?? -Infinity);
}
