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
  /** A read failed and will be retried. */
  | { readonly type: 'read-failed'; readonly error: TenantError; readonly ms: number }
  /**
   * The service asks for a wait that is too long for a program; the log may be read again at `until`. The last event
   * but one.
   */
  | { readonly type: 'paused'; readonly until: number }
  /** The last event. `missing` are the expected ids without an entry. */
  | { readonly type: 'ended'; readonly why: EndOfFollowing; readonly missing: readonly string[] };

type EndOfFollowing = 'settled' | 'deadline' | 'aborted' | 'paused';

export interface FollowOptions {
  readonly clock: Clock;
  /** ISO 8601: the first attempt, minus the maximum difference between the clocks. */
  readonly since: string;
  readonly signal?: AbortSignal;
  /** Milliseconds between two reads of the log; at least {@link LOG_READ_SPACING}. */
  readonly interval?: number;
  /** Maximum milliseconds to follow the log. */
  readonly deadline?: number;
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}

const DEFAULT_INTERVAL = 30_000;
/** Failed reads in a row after which the error is thrown. */
const MAX_FAILURES = 5;

/**
 * Reads the log repeatedly until every expected externalId has an entry. Requests, including those for further pages,
 * are at least {@link LOG_READ_SPACING} apart. A failed read is retried unless the service refuses it or another
 * program answers; then, or after five failures in a row, the error is thrown.
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
          // An entry of an earlier run does not answer this one
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

/** Whether an entry is from an earlier run. An entry without a readable time counts as a later one. */
function isEarlier(entry: LogEntry, since: string): boolean {
  return (parseInstant(entry.activityDateTime) ?? Infinity) < (parseInstant(since) ?? -Infinity);
}
