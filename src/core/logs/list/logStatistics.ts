import type { KnownAction, KnownStatus } from '../logEntry';
import { LOG_ACTIONS, LOG_STATUSES } from '../logEntry';
import type { LoggedEntry } from './loggedEntry';
import { compareByTime } from './loggedEntry';

/** The number of entries of one action by status. */
interface ActionCounts extends Readonly<Record<KnownStatus, number>> {
  readonly action: KnownAction;
  /** Entries with a status that we do not know. */
  readonly unknown: number;
  readonly total: number;
}

/** The entries of a cycle, by action and status. */
export interface CycleStatistics {
  /** Empty if the entries name none. */
  readonly cycleId: string;
  /** The oldest and the newest entry, ISO 8601 as received; absent if no entry has a readable time. */
  readonly from?: string;
  readonly to?: string;
  readonly entries: number;
  readonly changes: number;
  readonly people: number;
  /** Every action, in the order of `LOG_ACTIONS`. */
  readonly actions: readonly ActionCounts[];
}

type Counts = Record<KnownStatus | 'unknown', number>;

interface Counted {
  readonly changes: Set<string>;
  readonly people: Set<string>;
  readonly counts: Record<KnownAction, Counts>;
  entries: number;
  oldest: LoggedEntry | undefined;
  newest: LoggedEntry | undefined;
}

/**
 * Counts entries by cycle, action and status as CSV2SCIM does: each entry counts once for its action and status, each
 * change and each person once in a cycle. An unknown action counts as `other`. Source: CSV2SCIM.ps1,
 * Get-ProvisioningLogStatistics.
 */
export class LogStatistics {
  readonly #cycles = new Map<string, Counted>();

  /** Adds an entry. Do not add one twice. */
  add(entry: LoggedEntry): void {
    const counted = this.#cycles.get(entry.cycleId) ?? nothing();
    this.#cycles.set(entry.cycleId, counted);
    counted.entries++;
    // A change without an id is separate
    counted.changes.add(entry.changeId || entry.id);
    counted.people.add(entry.person);
    const action = LOG_ACTIONS.find((known) => known === entry.action) ?? 'other';
    counted.counts[action][LOG_STATUSES.find((known) => known === entry.status) ?? 'unknown']++;
    if (entry.at === undefined) return;
    if (counted.newest === undefined || compareByTime(entry, counted.newest) < 0) counted.newest = entry;
    if (counted.oldest === undefined || compareByTime(entry, counted.oldest) > 0) counted.oldest = entry;
  }

  /** The cycles so far, the newest first. */
  get cycles(): readonly CycleStatistics[] {
    const at = ([, { newest }]: readonly [string, Counted]): number => newest?.at ?? -Infinity;
    return [...this.#cycles].sort((left, right) => at(right) - at(left) || 0).map(statisticsOf);
  }
}

function nothing(): Counted {
  const counts = Object.fromEntries(LOG_ACTIONS.map((action) => [action, noCounts()])) as Counted['counts'];
  return { changes: new Set(), people: new Set(), counts, entries: 0, oldest: undefined, newest: undefined };
}

function noCounts(): Counts {
  return { success: 0, failure: 0, skipped: 0, warning: 0, unknown: 0 };
}

function statisticsOf([cycleId, counted]: readonly [string, Counted]): CycleStatistics {
  const { entries, changes, people, counts, oldest, newest } = counted;
  return {
    cycleId,
    ...(oldest && { from: oldest.time }),
    ...(newest && { to: newest.time }),
    entries,
    changes: changes.size,
    people: people.size,
    actions: LOG_ACTIONS.map((action) => {
      const total = Object.values(counts[action]).reduce((sum, count) => sum + count, 0);
      return { action, ...counts[action], total };
    }),
  };
}
