/** The client's only source of time for waiting and pacing. */
export interface Clock {
  /** Monotonic time in milliseconds: changing the machine's clock does not affect it. */
  now(): number;
  /**
   * Resolves after `ms` milliseconds, or at once when the signal is aborted. Check the signal to tell the two apart.
   */
  delay(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Longer timers fire immediately in every JavaScript engine. */
const MAX_TIMER = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => performance.now(),
  async delay(ms, signal) {
    for (let left = ms; left > 0 && signal?.aborted !== true; left -= MAX_TIMER) {
      await timer(Math.min(left, MAX_TIMER), signal);
    }
  },
};

function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(handle);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const handle = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
