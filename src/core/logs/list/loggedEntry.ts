import { codeOfEntry } from '../explain';
import { parseInstant } from '../instant';
import type { LogEntry } from '../logEntry';
import type { Outcome } from '../outcome';
import { entryOutcome } from '../outcome';

/** The facts of an entry for lists, filters and counts. It names a person, and contains none of the changed values. */
export interface LoggedEntry {
  readonly id: string;
  /** ISO 8601, as received. */
  readonly time: string;
  /** Milliseconds since 1970; `undefined` if its time cannot be read. */
  readonly at: number | undefined;
  readonly cycleId: string;
  readonly changeId: string;
  readonly action: LogEntry['action'];
  readonly status: LogEntry['status'];
  readonly outcome: Outcome;
  /** The code of its failure, or of the reason why nothing was done. */
  readonly code?: string;
  /** The source identity, which is the id that was sent. Empty if the service omits it. */
  readonly person: string;
  /** The service's names for the person, in source and target; often empty. */
  readonly names: readonly string[];
}

export function loggedEntry(entry: LogEntry): LoggedEntry {
  const { sourceIdentity, targetIdentity, action, status } = entry;
  const code = codeOfEntry(entry);
  const names = [sourceIdentity.displayName, targetIdentity.displayName].filter((name) => name !== '');
  return {
    id: entry.id,
    time: entry.activityDateTime,
    at: parseInstant(entry.activityDateTime),
    cycleId: entry.cycleId,
    changeId: entry.changeId,
    action,
    status,
    outcome: entryOutcome(entry),
    ...(code !== undefined && code !== '' && { code }),
    person: sourceIdentity.id,
    names: [...new Set(names)],
  };
}

/**
 * Sorts the newest first; entries without a readable time come last. Entries of the same time are sorted by id, so that
 * the order is stable.
 */
export function compareByTime(one: LoggedEntry, other: LoggedEntry): number {
  const [left, right] = [one.at ?? -Infinity, other.at ?? -Infinity];
  if (left !== right) return left < right ? 1 : -1;
  return one.id === other.id ? 0 : one.id < other.id ? 1 : -1;
}
