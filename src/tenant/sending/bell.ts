import type { Clock } from '../clock';

/** Wakes the one who waits, also where it was rung shortly before the waiting began. */
export class Bell {
  #isRung = false;
  #waiting: AbortController | undefined;

  ring(): void {
    this.#isRung = true;
    this.#waiting?.abort();
  }

  /** Waits so many milliseconds at most; `Infinity` for nothing but the bell. */
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
