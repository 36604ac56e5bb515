import { parseInstant } from '../core/logs/instant';
import type { JsonObject } from '../core/json/jsonValue';
import type { Change } from '../core/provisioning/cycle/change';
import type { SandboxClock } from './clock';
import { graphEntry } from './graphEntry';
import type { Application } from './gate/identity';

/** An entry as the log stores it. Times in milliseconds since 1970. */
export interface StoredEntry {
  /** From 1, increasing over the life of the sandbox. */
  readonly number: number;
  /** The time in the entry, by the service's clock; includes fractions of a millisecond. */
  readonly at: number;
  /** By the sandbox's own clock. */
  readonly writtenAt: number;
  readonly readableAt: number;
  readonly change: Change;
  readonly json: JsonObject;
}

export interface ProvisioningLog {
  /** Records the changes of a cycle. */
  append(changes: readonly Change[], application: Application): void;
  /** All stored entries, oldest first, including those that are not readable yet. */
  entries(): readonly StoredEntry[];
  /** The newest stored entry of an account. */
  lastOf(userId: string): StoredEntry | undefined;
  /** Readable entries, oldest first. */
  readable(): readonly StoredEntry[];
  clear(): void;
}

export interface LogOptions {
  readonly clock: SandboxClock;
  readonly newId: () => string;
  readonly tenantId: string;
  readonly tenantName: string;
  /** Milliseconds until an entry becomes readable; the current value also applies to entries that are waiting. */
  readonly latency: () => number;
  /** Milliseconds that the service's clock is ahead. */
  readonly clockOffset: () => number;
  readonly entries?: readonly StoredEntry[];
}

/** Milliseconds. Source: Entra, analyze provisioning logs: 30 days with a premium licence. */
const RETENTION = 30 * 24 * 3_600_000;

export function createProvisioningLog(options: LogOptions): ProvisioningLog {
  const { clock, newId, tenantId, tenantName, latency } = options;
  let entries: StoredEntry[] = [...(options.entries ?? [])];
  let last = entries.at(-1)?.number ?? 0;
  const newest = new Map(entries.map((entry) => [entry.change.targetId, entry]));
  const readable = (entry: StoredEntry): boolean =>
    Math.min(entry.readableAt, entry.writtenAt + latency()) <= clock.now();
  return {
    append(changes, application) {
      const now = clock.now();
      const cycleId = newId();
      entries = entries.filter(({ writtenAt }) => writtenAt > now - RETENTION);
      for (const [index, change] of changes.entries()) {
        const activityDateTime = entryTime(now + options.clockOffset(), index);
        const ids = { id: newId(), changeId: newId(), cycleId };
        const entry: StoredEntry = {
          number: ++last,
          at: parseInstant(activityDateTime) ?? now,
          writtenAt: now,
          readableAt: now + latency(),
          change,
          json: graphEntry(change, { ...ids, activityDateTime, tenantId, tenantName, application }),
        };
        entries.push(entry);
        newest.set(change.targetId, entry);
      }
    },
    entries: () => entries,
    lastOf(userId) {
      const entry = newest.get(userId);
      return entry === undefined || entry.writtenAt <= clock.now() - RETENTION ? undefined : entry;
    },
    readable: () => entries.filter(readable),
    clear: () => {
      entries = [];
      newest.clear();
    },
  };
}

/** The time of an entry. Those of one cycle are a microsecond apart, so that sorting by time keeps their order. */
function entryTime(now: number, index: number): string {
  const milliseconds = new Date(now + Math.floor(index / 1000)).toISOString();
  return milliseconds.replace('Z', `${String(index % 1000).padStart(3, '0')}Z`);
}
