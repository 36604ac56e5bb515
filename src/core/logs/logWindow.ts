import { parseInstant } from './instant';
import type { LogEntry } from './logEntry';

/**
 * Milliseconds that a look at the log goes back behind the newest entry: one may become readable after another that is newer. Source:
 * Entra, provisioning logs: entries appear 5 to 10 minutes after the event; an hour is ours.
 */
const LOOK_BACK = 3_600_000;
/** Entries without a readable time that are remembered, the last ones. */
const MAX_TIMELESS = 10_000;

/** What a reader who looks at the log again and again has seen of it. It remembers the last hour, so that it may look for days. */
export class LogWindow {
  #start: number | undefined;
  /** From an entry's id to its time, in milliseconds since 1970; `undefined` where it has none. */
  readonly #seen = new Map<string, number | undefined>();
  #newest = -Infinity;

  /** @param start the first look begins there, in milliseconds since 1970; left out: with the oldest entry */
  constructor(start: number | undefined) {
    this.#start = start;
  }

  /** Where the next look begins; milliseconds since 1970. */
  get start(): number | undefined {
    return this.#start;
  }

  /** How many entries it remembers. */
  get size(): number {
    return this.#seen.size;
  }

  /** Those of the entries that no look has brought before. */
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
   * A look has come to its end: the next one begins later. An entry of the future moves it no further than one of now.
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
