import type { JsonValue } from '../../json/jsonValue';
import type { LogEntry } from '../logEntry';
import { parseLogEntry } from '../logEntry';
import type { Outcome } from '../outcome';
import type { LogFilter } from './logFilter';
import { fitsFilter } from './logFilter';
import type { LoggedEntry } from './loggedEntry';
import { compareByTime, loggedEntry } from './loggedEntry';
import type { CycleStatistics } from './logStatistics';
import { LogStatistics } from './logStatistics';

/** The entries of one change to one person, the newest first; never empty. */
export interface BookedChange {
  /** Unique in its cycle. */
  readonly id: string;
  readonly newest: LoggedEntry;
  readonly entries: readonly LoggedEntry[];
}

/** A cycle of the job, with the entries that were read and match the filter. */
export interface BookedCycle {
  /** Empty if the entries name none. */
  readonly id: string;
  readonly newest: LoggedEntry;
  /** The number of changes with each outcome, by their newest entry. */
  readonly outcomes: ReadonlyMap<Outcome, number>;
  readonly changes: number;
}

interface Group {
  readonly changes: Map<string, LoggedEntry[]>;
  newest: LoggedEntry;
  /** Its sorted changes, until one is added. */
  sorted: readonly BookedChange[] | undefined;
}

/**
 * The entries of a log that were read so far, by cycle and change, the newest first. Stores each as text: as objects,
 * tens of thousands would take several times the memory.
 */
export class LogBook {
  readonly #entries = new Map<string, { readonly logged: LoggedEntry; readonly text: string }>();
  #groups = new Map<string, Group>();
  #statistics = new LogStatistics();
  #filter: LogFilter = {};
  #shown = 0;

  /** The number of entries that were read, and how many of them match the filter. */
  get size(): number {
    return this.#entries.size;
  }

  get shown(): number {
    return this.#shown;
  }

  get filter(): LogFilter {
    return this.#filter;
  }

  /** The time of the newest entry, in milliseconds since 1970; `undefined` if none has one. */
  get newestAt(): number | undefined {
    let newest: number | undefined;
    for (const { logged } of this.#entries.values())
      if (logged.at !== undefined && logged.at > (newest ?? -Infinity)) newest = logged.at;
    return newest;
  }

  /** Adds entries; skips known ones. Returns the new ones. */
  add(entries: readonly LogEntry[]): readonly LogEntry[] {
    const fresh = entries.filter(({ id }) => !this.#entries.has(id));
    for (const entry of fresh) {
      const logged = loggedEntry(entry);
      this.#entries.set(entry.id, { logged, text: JSON.stringify(entry.raw) });
      if (fitsFilter(logged, this.#filter)) this.#list(logged);
    }
    return fresh;
  }

  /** Sets the filter. */
  narrow(filter: LogFilter): void {
    this.#filter = filter;
    this.#begin();
    for (const { logged } of this.#entries.values()) if (fitsFilter(logged, filter)) this.#list(logged);
  }

  clear(): void {
    this.#entries.clear();
    this.#begin();
  }

  /** All entries that were read, unordered. */
  *all(): Generator<LoggedEntry> {
    for (const { logged } of this.#entries.values()) yield logged;
  }

  get cycles(): readonly BookedCycle[] {
    return [...this.#groups]
      .map(([id, group]) => ({ id, group }))
      .sort((left, right) => compareByTime(left.group.newest, right.group.newest))
      .map(({ id, group }) => ({
        id,
        newest: group.newest,
        outcomes: outcomesOf(group),
        changes: group.changes.size,
      }));
  }

  /** The changes of a cycle, the newest first. */
  changesOf(cycleId: string): readonly BookedChange[] {
    const group = this.#groups.get(cycleId);
    return group === undefined ? [] : sortedChanges(group);
  }

  get statistics(): readonly CycleStatistics[] {
    return this.#statistics.cycles;
  }

  /** The full entry. */
  entry(id: string): LogEntry | undefined {
    const text = this.#entries.get(id)?.text;
    return text === undefined ? undefined : parseLogEntry(JSON.parse(text) as JsonValue);
  }

  #begin(): void {
    this.#groups = new Map();
    this.#statistics = new LogStatistics();
    this.#shown = 0;
  }

  #list(entry: LoggedEntry): void {
    this.#shown++;
    this.#statistics.add(entry);
    const begun: Group = { changes: new Map(), newest: entry, sorted: undefined };
    const group = this.#groups.get(entry.cycleId) ?? begun;
    this.#groups.set(entry.cycleId, group);
    if (compareByTime(entry, group.newest) < 0) group.newest = entry;
    group.sorted = undefined;
    // A change without an id is separate
    const change = entry.changeId || entry.id;
    const entries = group.changes.get(change);
    if (entries === undefined) group.changes.set(change, [entry]);
    else entries.push(entry);
  }
}

function sortedChanges(group: Group): readonly BookedChange[] {
  group.sorted ??= [...group.changes]
    .map(([id, unsorted]) => {
      const entries = [...unsorted].sort(compareByTime);
      return { id, entries, newest: entries[0] ?? group.newest };
    })
    .sort((left, right) => compareByTime(left.newest, right.newest));
  return group.sorted;
}

function outcomesOf(group: Group): ReadonlyMap<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const { newest } of sortedChanges(group)) counts.set(newest.outcome, (counts.get(newest.outcome) ?? 0) + 1);
  return counts;
}
