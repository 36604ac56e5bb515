import type { Clock } from '../../../src/tenant/clock';
import type { SandboxClock } from '../../../src/sandbox/clock';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Milliseconds of real time. */
const MOMENT = 30;
/** How often it looks whether something has ended before it leaves the processor to others meanwhile. */
const MANY = 50;

/**
 * A clock whose time passes while everybody waits, from one timer to the next; files and sockets are waited for in real time, and take
 * none of this clock's. Give it what is to be done; it ends when that ends.
 */
export class PatientClock implements Clock, SandboxClock {
  #now: number;
  #count = 0;
  #timers: Timer[] = [];
  /** What is waited for in real time. */
  #outside = 0;
  readonly #isBusy: () => boolean;

  /**
   * @param now milliseconds since 1970
   * @param isBusy whether something is under way that takes none of this clock's time; left out: files and sockets are, as far as
   * Node says
   */
  constructor(now: number, isBusy: () => boolean = isAtWork) {
    this.#now = now;
    this.#isBusy = isBusy;
  }

  now(): number {
    return this.#now;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted === true || ms <= 0) {
        resolve();
        return;
      }
      const done = (): void => {
        signal?.removeEventListener('abort', done);
        timer.dispose();
        resolve();
      };
      const timer = this.after(ms, done);
      signal?.addEventListener('abort', done);
    });
  }

  after(ms: number, run: () => void): { dispose(): void } {
    const timer = { at: this.#now + ms, order: this.#count++, run };
    this.#timers.push(timer);
    return { dispose: () => (this.#timers = this.#timers.filter((other) => other !== timer)) };
  }

  /** Lets no time pass while something happens that no file or timer tells of, such as a call over the network. */
  async standing<T>(work: Promise<T>): Promise<T> {
    this.#outside += 1;
    try {
      return await work;
    } finally {
      // What comes of it may take a moment to arrive
      setTimeout(() => (this.#outside -= 1), MOMENT);
    }
  }

  /** Runs the time until the work is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const done = (): void => void (state.isDone = true);
    work.then(done, done);
    for (let idle = 0; ;) {
      await this.#settled();
      if (state.isDone) return work;
      const next = this.#outside > 0 ? undefined : this.#take();
      if (next !== undefined) {
        idle = 0;
        this.#now = Math.max(this.#now, next.at);
        next.run();
      } else if (++idle > 5000) throw new Error('Everybody waits, and no timer is left.');
      else await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Lets everything happen that needs no timer: promises, files and sockets. */
  async #settled(): Promise<void> {
    for (let quiet = 0, busy = 0; quiet < 3;) {
      await new Promise((resolve) => (busy > MANY ? setTimeout(resolve, 1) : setImmediate(resolve)));
      const isBusy = this.#isBusy();
      quiet = isBusy ? 0 : quiet + 1;
      busy = isBusy ? busy + 1 : 0;
    }
  }

  #take(): Timer | undefined {
    const [next] = this.#timers
      .filter(({ at }) => at < Infinity)
      .sort((one, other) => one.at - other.at || one.order - other.order);
    this.#timers = this.#timers.filter((timer) => timer !== next);
    return next;
  }
}

function isAtWork(): boolean {
  return process.getActiveResourcesInfo().some((name) => /^FSReq|Connect|Shutdown|Write/.test(name));
}
