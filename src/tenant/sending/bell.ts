import type { Clock } from '../clock';

/** Wakes the waiter, even if it was rung shortly before waiting began. */
export class Bell {
  #isRung = false;
  #waiting: AbortController | undefined;

  ring(): void {
    this.#isRung = true;
    this.#waiting?.abort();
  }

  /** Waits at most this many milliseconds; `Infinity` to wait only for the bell. */
  async wait(clock: Clock, ms: number): Promise<void> {
    if (!this.#isRung) {
      const { signal } = (this.#waiting = new AbortController());
      if (ms === Infinity) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      else await clock.delay(ms, signal);
      this.#waiting = undefined;
    }
    this.#isRung = false;
  }
}
