import type { Clock } from '../../src/tenant/clock';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * A clock whose time passes while everybody waits, from one timer to the next, so that things happen side by side as they do with a
 * real one and take no real time. Give it what is to be done; it ends when that ends.
 */
export class SimulatedClock implements Clock {
  #now: number;
  #count = 0;
  #timers: Timer[] = [];

  constructor(now = 0) {
    this.#now = now;
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
        this.#timers = this.#timers.filter((other) => other !== timer);
        resolve();
      };
      const timer = this.#add(ms, done);
      signal?.addEventListener('abort', done);
    });
  }

  after(ms: number, run: () => void): void {
    this.#add(ms, run);
  }

  /** Runs the time until the work is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    const pending = new Set([work]);
    const done = (): void => pending.clear();
    work.then(done, done);
    for (let idle = 0; idle < 1000; idle++) {
      await settled();
      if (pending.size === 0) return work;
      const next = this.#take();
      if (next === undefined) continue;
      idle = 0;
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    throw new Error('Everybody waits, and no timer is left.');
  }

  #add(ms: number, run: () => void): Timer {
    const timer = { at: this.#now + ms, order: this.#count++, run };
    this.#timers.push(timer);
    return timer;
  }

  #take(): Timer | undefined {
    const next = this.#timers.reduce<Timer | undefined>(
      (first, timer) =>
        first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order)
          ? timer
          : first,
      undefined,
    );
    this.#timers = this.#timers.filter((timer) => timer !== next);
    return next;
  }
}

/** Lets all promises settle that need no timer. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
