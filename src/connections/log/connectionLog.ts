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

/** How far a log is read. */
export type LogReadState =
  | { readonly kind: 'unread' }
  /** Signing in, and finding out which tenant answers. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'reading'; readonly pages: number }
  /** To its end, at `at`, milliseconds since 1970. */
  | { readonly kind: 'read'; readonly at: number }
  /** It was stopped before its end. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: TenantError };

export interface ConnectionLogEffects {
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock: () => number;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** Called with what is our own mistake. */
  readonly onFault: (error: unknown) => void;
}

/** Entries that are listed at most, so that a log of years does not fill the memory. */
const MAX_ENTRIES = 100_000;
/** Milliseconds before the newest entry: one may become readable after another that is newer. */
const LOOK_BACK = 3_600_000;

/** The log of a connection's job as it is read, page by page, once or continuously, no matter who sent the people. */
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
  /** Whether everything up to the newest entry is here. */
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

  /** What a read waits for, in one sentence; `undefined` while none waits. */
  get waiting(): string | undefined {
    return this.#waiting;
  }

  /** Why there is nothing, once the log was read and is empty. */
  get whyEmpty(): Explanation | undefined {
    return this.#whyEmpty;
  }

  /** Where the connection led when the log was read last. */
  get target(): Target | undefined {
    return this.#target;
  }

  get follows(): boolean {
    return this.#follows;
  }

  /** Whether as many entries are listed as may be. */
  get isFull(): boolean {
    return this.book.size >= MAX_ENTRIES;
  }

  /** The listener is given entries that have just come; none where something else has changed. */
  onDidChange(listener: (fresh: readonly LogEntry[]) => void): Subscription {
    return this.#changed.add(listener);
  }

  /** Reads what is new, or everything where that was not read to its end. Resolves when reading has ended. */
  read(): Promise<void> {
    return this.#begin();
  }

  /** Goes on reading as entries come, or stops doing so. */
  follow(follows: boolean): Promise<void> {
    if (follows === this.#follows) return this.#reading;
    this.#follows = follows;
    const { until, ...open } = this.book.filter;
    // What is to come lies in no past
    if (follows && until !== undefined) return this.narrow(open);
    // A first reading goes on to its end
    if (!follows && this.isBusy) {
      this.#fire();
      return this.#reading;
    }
    if (follows) return this.#begin();
    this.stop();
    return this.#reading;
  }

  /** Shows what fits. The log is read again where the service is asked for something else than before. */
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

  /** Stops reading; what was read stays. */
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

  /** Another tenant, or a sandbox that was reset, has another log. */
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
      filter: this.#asked(),
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

  /** What the service is asked for: where everything is here, what is newer alone. */
  #asked(): ReturnType<typeof serviceFilter> {
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
    // It was asked to stop on the way
    else if (!this.#follows) this.#stop?.abort();
  }

  async #askWhyEmpty(tenant: Tenant, signal: AbortSignal): Promise<void> {
    const why = await explainEmptyLog(tenant, signal);
    if (signal.aborted) return;
    this.#whyEmpty = why;
    this.#fire();
  }
}
