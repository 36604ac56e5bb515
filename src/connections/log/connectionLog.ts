import type { Explanation } from '../../core/logs/explanations';
import { LogBook } from '../../core/logs/list/logBook';
import type { LogFilter } from '../../core/logs/list/logFilter';
import { serviceFilter } from '../../core/logs/list/logFilter';
import type { LogEntry } from '../../core/logs/logEntry';
import type { Target } from '../../core/run/target';
import { TenantError } from '../../tenant/errors';
import { describeWait } from '../../tenant/reading/describeWait';
import { readEntries } from '../../tenant/reading/readEntries';
import type { Tenant } from '../../tenant/tenant';
import type { Connection, OpenedConnection } from '../connection';
import type { Subscription } from '../listeners';
import { Listeners } from '../listeners';
import { explainEmptyLog } from './explainEmptyLog';

/** How far the log was read. */
export type LogReadState =
  | { readonly kind: 'unread' }
  /** Signing in and determining the tenant. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'reading'; readonly pages: number }
  /** Read to its end, at `at`, milliseconds since 1970. */
  | { readonly kind: 'read'; readonly at: number }
  /** Stopped before its end. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: TenantError };

export interface ConnectionLogEffects {
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock: () => number;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** Called with internal errors. */
  readonly onFault: (error: unknown) => void;
}

/** Maximum number of listed entries, so that a log of years does not fill the memory. */
const MAX_ENTRIES = 100_000;
/** Milliseconds before the newest entry that are read again, because entries may become readable out of order. */
const LOOK_BACK = 3_600_000;

/**
 * The log of a connection's job, read page by page, once or continuously. Includes entries about people that others
 * have sent.
 */
export class ConnectionLog {
  readonly connection: Connection;
  readonly book = new LogBook();
  readonly #effects: ConnectionLogEffects;
  readonly #changed = new Listeners<readonly LogEntry[]>();
  #state: LogReadState = { kind: 'unread' };
  #waiting: string | undefined;
  #whyEmpty: Explanation | undefined;
  #target: Target | undefined;
  #follows = false;
  /** Whether everything up to the newest entry was read. */
  #isWhole = false;
  #stop: AbortController | undefined;
  #reading: Promise<void> = Promise.resolve();

  constructor(connection: Connection, effects: ConnectionLogEffects) {
    this.connection = connection;
    this.#effects = effects;
  }

  get state(): LogReadState {
    return this.#state;
  }

  get isBusy(): boolean {
    return this.#state.kind === 'opening' || this.#state.kind === 'reading';
  }

  /** Why a read is waiting, in one sentence; `undefined` if it is not. */
  get waiting(): string | undefined {
    return this.#waiting;
  }

  /** Why the log is empty, after it was read. */
  get whyEmpty(): Explanation | undefined {
    return this.#whyEmpty;
  }

  /** The connection's target when the log was last read. */
  get target(): Target | undefined {
    return this.#target;
  }

  get follows(): boolean {
    return this.#follows;
  }

  /** Whether the maximum number of entries is listed. */
  get isFull(): boolean {
    return this.book.size >= MAX_ENTRIES;
  }

  /** The listener gets the new entries; an empty list if something else has changed. */
  onDidChange(listener: (fresh: readonly LogEntry[]) => void): Subscription {
    return this.#changed.add(listener);
  }

  /** Reads new entries, or all if the last read did not reach the end. Resolves when reading has ended. */
  read(): Promise<void> {
    return this.#begin();
  }

  /** Starts or stops following the log. */
  follow(follows: boolean): Promise<void> {
    if (follows === this.#follows) return this.#reading;
    this.#follows = follows;
    const { until, ...open } = this.book.filter;
    // The filter's end in the past would exclude new entries
    if (follows && until !== undefined) return this.narrow(open);
    // The first read continues to its end
    if (!follows && this.isBusy) {
      this.#fire();
      return this.#reading;
    }
    if (follows) return this.#begin();
    this.stop();
    return this.#reading;
  }

  /** Sets the filter. Reads the log again if the part that the service applies has changed. */
  narrow(filter: LogFilter): Promise<void> {
    const [before, after] = [this.book.filter, filter].map((each) => JSON.stringify(serviceFilter(each)));
    if (before !== after) this.book.clear();
    this.book.narrow(filter);
    if (before === after) {
      this.#fire();
      return this.#reading;
    }
    this.#isWhole = false;
    return this.#begin();
  }

  /** Stops reading and keeps the entries. */
  stop(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#waiting = undefined;
    if (this.isBusy) this.#state = { kind: 'stopped' };
    this.#fire();
  }

  dispose(): void {
    this.#stop?.abort();
    this.#changed.clear();
  }

  #fire(fresh: readonly LogEntry[] = []): void {
    this.#changed.fire(fresh);
  }

  #begin(): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#waiting = undefined;
    this.#whyEmpty = undefined;
    this.#state = { kind: 'opening' };
    this.#fire();
    this.#reading = this.#readWith(stop.signal).catch((error: unknown) => {
      if (stop.signal.aborted) return;
      if (error instanceof TenantError) this.#state = { kind: 'failed', error };
      else {
        this.#state = { kind: 'stopped' };
        this.#effects.onFault(error);
      }
      this.#follows = false;
      this.#waiting = undefined;
      this.#fire();
    });
    return this.#reading;
  }

  async #readWith(signal: AbortSignal): Promise<void> {
    const onWait = (wait: Parameters<typeof describeWait>[0]): void => {
      if (signal.aborted) return;
      this.#waiting = describeWait(wait);
      this.#fire();
    };
    const isStopped = (): boolean => signal.aborted;
    const opened = await this.connection.open({ onWait });
    try {
      if (isStopped()) return;
      const target = await opened.target(signal);
      if (isStopped()) return;
      this.#enter(target);
      await this.#readPages(opened, signal, onWait);
    } finally {
      await opened.close();
    }
  }

  /** Clears the book if the target has changed: another tenant, or a sandbox that was reset, has another log. */
  #enter(target: Target): void {
    const before = this.#target;
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(target)) {
      this.book.clear();
      this.#isWhole = false;
    }
    this.#target = target;
    this.#state = { kind: 'reading', pages: 0 };
    this.#fire();
  }

  async #readPages(
    opened: OpenedConnection,
    signal: AbortSignal,
    onWait: (wait: Parameters<typeof describeWait>[0]) => void,
  ): Promise<void> {
    const { random, wallClock } = this.#effects;
    const { tenant, clock } = opened;
    const isStopped = (): boolean => signal.aborted;
    let pages = 0;
    const looks = readEntries(tenant, {
      clock,
      signal,
      filter: this.#requestFilter(),
      wallClock,
      ...(random && { random }),
      ...(this.#follows && { follow: { ...opened.logPace(), onWait } }),
      onRead: () => this.#noteEnd(tenant, signal),
    });
    for await (const page of looks) {
      if (isStopped()) return;
      this.#waiting = undefined;
      pages++;
      if (this.#state.kind !== 'read') this.#state = { kind: 'reading', pages };
      const fresh = this.book.add(page);
      if (fresh.length > 0) this.#whyEmpty = undefined;
      if (fresh.length > 0 || this.#state.kind === 'reading') this.#fire(fresh);
      if (this.isFull) break;
    }
    if (this.isFull && !isStopped()) this.#noteEnd(tenant, signal);
  }

  /** The filter for the service; requests only newer entries if everything was read before. */
  #requestFilter(): ReturnType<typeof serviceFilter> {
    const filter = serviceFilter(this.book.filter);
    const newest = this.#isWhole ? this.book.newestAt : undefined;
    if (newest === undefined) return filter;
    const since = new Date(Math.floor(Math.min(newest, this.#effects.wallClock()) - LOOK_BACK)).toISOString();
    return {
      ...filter,
      since: filter.since !== undefined && Date.parse(filter.since) > Date.parse(since) ? filter.since : since,
    };
  }

  #noteEnd(tenant: Tenant, signal: AbortSignal): void {
    this.#isWhole = true;
    this.#waiting = undefined;
    this.#state = { kind: 'read', at: this.#effects.wallClock() };
    this.#fire();
    if (this.book.size === 0 && this.#whyEmpty === undefined)
      void this.#askWhyEmpty(tenant, signal).catch(this.#effects.onFault);
    // Following was turned off during the read
    else if (!this.#follows) this.#stop?.abort();
  }

  async #askWhyEmpty(tenant: Tenant, signal: AbortSignal): Promise<void> {
    const why = await explainEmptyLog(tenant, signal);
    if (signal.aborted) return;
    this.#whyEmpty = why;
    this.#fire();
  }
}
