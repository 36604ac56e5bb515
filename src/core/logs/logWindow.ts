import { parseInstant } from './instant';
import type { LogEntry } from './logEntry';

/**
 * Milliseconds that a read of the log goes back before the newest entry: an entry may become readable after a newer
 * one. Source: Entra, provisioning logs: entries appear 5 to 10 minutes after the event; an hour is ours.
 */
const LOOK_BACK = 3_600_000;
/** Maximum number of remembered entries without a readable time, the last ones. */
const MAX_TIMELESS = 10_000;

/**
 * Remembers what a repeated reader of the log has seen. It only remembers the last hour, so that it can run for days.
 */
export class LogWindow {
  #start: number | undefined;
  /** From an entry's id to its time, in milliseconds since 1970; `undefined` if it has none. */
  readonly #seen = new Map<string, number | undefined>();
  #newest = -Infinity;

  /** @param start the start of the first read, in milliseconds since 1970; default: the oldest entry */
  constructor(start: number | undefined) {
    this.#start = start;
  }

  /** The start of the next read; milliseconds since 1970. */
  get start(): number | undefined {
    return this.#start;
  }

  /** The number of remembered entries. */
  get size(): number {
    return this.#seen.size;
  }

  /** The entries that no read has returned before. */
  take(entries: readonly LogEntry[]): readonly LogEntry[] {
    return entries.filter(({ id, activityDateTime }) => {
      if (this.#seen.has(id)) return false;
      const at = parseInstant(activityDateTime);
      this.#seen.set(id, at);
      if (at !== undefined) this.#newest = Math.max(this.#newest, at);
      return true;
    });
  }

  /**
   * Ends a read, so that the next one starts later. An entry in the future moves the start no further than a current
   * one.
   * @param now milliseconds since 1970
   */
  advance(now: number): void {
    const start = Math.floor(Math.min(this.#newest, now) - LOOK_BACK);
    if (!Number.isFinite(start)) return;
    this.#start = Math.max(this.#start ?? -Infinity, start);
    const timeless = [...this.#seen].filter(([, at]) => at === undefined).map(([id]) => id);
    for (const id of timeless.slice(0, -MAX_TIMELESS)) this.#seen.delete(id);
    for (const [id, at] of this.#seen) if (at !== undefined && at < start) this.#seen.delete(id);
  }
}
