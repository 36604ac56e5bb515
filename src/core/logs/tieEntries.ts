import { parseInstant } from './instant';
import type { LogEntry } from './logEntry';

/** Entries by the operation that they answer. */
export interface TiedEntries {
  /** For every externalId that was sent and that the log tells of, its entries, oldest first. */
  readonly byExternalId: ReadonlyMap<string, readonly LogEntry[]>;
  /** Entries in the same time that answer nothing of ours: someone else sends to this job too. Oldest first. */
  readonly elsewhere: readonly LogEntry[];
}

/**
 * Ties entries to what was sent, by source identity and time: nothing in the log names a request or its operations.
 * Ids compare exactly. An entry earlier than `since` (ISO 8601, the first attempt minus what the clocks may differ)
 * tells of an earlier run and is left out; one without a readable time cannot be shown to be earlier and stays. An
 * entry that was read twice counts once.
 */
export function tieEntries(
  isSent: (externalId: string) => boolean,
  entries: Iterable<LogEntry>,
  since: string,
): TiedEntries {
  const byExternalId = new Map<string, LogEntry[]>();
  const elsewhere: LogEntry[] = [];
  const start = parseInstant(since) ?? -Infinity;
  for (const { entry, at } of oldestFirst(entries)) {
    if (at !== undefined && at < start) continue;
    const { id } = entry.sourceIdentity;
    const own = byExternalId.get(id);
    if (own !== undefined) own.push(entry);
    else if (isSent(id)) byExternalId.set(id, [entry]);
    else elsewhere.push(entry);
  }
  return { byExternalId, elsewhere };
}

/** Whether an entry tells of an earlier run; one without a readable time cannot be shown to. */
export function isEarlier(entry: LogEntry, since: string): boolean {
  return (parseInstant(entry.activityDateTime) ?? Infinity) < (parseInstant(since) ?? -Infinity);
}

/** The entry that says what became of an operation: the newest. */
export function decidingEntry(entries: readonly LogEntry[]): LogEntry | undefined {
  return entries.at(-1);
}

/** Entries without a readable time come first: they must not decide over one that has a time. */
function oldestFirst(entries: Iterable<LogEntry>): { readonly entry: LogEntry; readonly at: number | undefined }[] {
  const byId = new Map<string, LogEntry>();
  for (const entry of entries) byId.set(entry.id, entry);
  return [...byId.values()]
    .map((entry) => ({ entry, at: parseInstant(entry.activityDateTime) }))
    .sort((left, right) => (left.at ?? 0) - (right.at ?? 0));
}
