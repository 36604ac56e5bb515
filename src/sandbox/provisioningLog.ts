import { parseInstant } from '../core/logs/instant';
import type { JsonObject } from '../core/json/jsonValue';
import type { Change } from '../core/provisioning/change';
import type { SandboxClock } from './clock';
import { graphEntry } from './graphEntry';
import type { RandomBytes } from './identifiers';
import { randomGuid } from './identifiers';
import type { SandboxIdentity } from './identity';

/** An entry in the log's own order. */
export interface StoredEntry {
  /** Counted from 1 over the life of the sandbox; entries of a later change have a higher number. */
  readonly number: number;
  /** ms since 1970; with parts of a millisecond. */
  readonly at: number;
  readonly readableAt: number;
  readonly json: JsonObject;
}

export interface ProvisioningLog {
  /** Writes down a cycle. */
  append(changes: readonly Change[]): void;
  /** Entries that may be read by now, oldest first. */
  readable(): readonly StoredEntry[];
  clear(): void;
}

export interface LogOptions {
  readonly clock: SandboxClock;
  readonly random: RandomBytes;
  readonly tenantName: string;
  /** Milliseconds between an entry and the time when it can be read. */
  readonly logLatency: number;
}

export function createProvisioningLog(options: LogOptions, identity: SandboxIdentity): ProvisioningLog {
  const { clock, random, tenantName } = options;
  let entries: StoredEntry[] = [];
  let last = 0;
  return {
    append(changes) {
      const now = clock.now();
      const cycleId = randomGuid(random);
      for (const [index, change] of changes.entries()) {
        const activityDateTime = entryTime(now, index);
        const context = {
          id: randomGuid(random),
          changeId: randomGuid(random),
          cycleId,
          activityDateTime,
          tenantName,
          identity,
        };
        entries.push({
          number: ++last,
          at: parseInstant(activityDateTime) ?? now,
          readableAt: now + options.logLatency,
          json: graphEntry(change, context),
        });
      }
    },
    readable: () => entries.filter((entry) => entry.readableAt <= clock.now()),
    clear: () => {
      entries = [];
    },
  };
}

/** Entries of one cycle lie a microsecond apart, so that their order survives sorting by time. */
function entryTime(now: number, index: number): string {
  const milliseconds = new Date(now + Math.floor(index / 1000)).toISOString();
  return milliseconds.replace('Z', `${String(index % 1000).padStart(3, '0')}Z`);
}
