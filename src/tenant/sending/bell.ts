import type { Clock } from '../clock';

/** Wakes a waiting caller. A ring shortly before the wait ends that wait at once. */
export class Bell {
  #isRung = false;
  #waiting: AbortController | undefined;

  ring(): void {
    this.#isRung = true;
    this.#waiting?.abort();
  }

  /** Waits until the bell rings, but at most `ms` milliseconds; `Infinity` for no limit. */
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
