/**
 * A clock that only moves when a test moves it. Waiting on it makes time pass at once, so that nothing in a test
 * takes real time; what is due in between runs on the way, in order.
 */
export interface ManualClock {
  /** Milliseconds since 1970. */
  now(): number;
  after(ms: number, run: () => void): { dispose(): void };
  delay(ms: number, signal?: AbortSignal): Promise<void>;
  advance(ms: number): void;
}

export function createManualClock(start = Date.UTC(2026, 10, 30, 8)): ManualClock {
  let now = start;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  const advance = (ms: number, signal?: AbortSignal): void => {
    const end = now + ms;
    for (;;) {
      const next = due.filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
      if (next === undefined || signal?.aborted === true) break;
      due = due.filter((timer) => timer !== next);
      now = next.at;
      next.run();
    }
    if (signal?.aborted !== true) now = end;
  };
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      due.push(timer);
      return { dispose: () => (due = due.filter((other) => other !== timer)) };
    },
    delay: async (ms, signal) => advance(ms, signal),
    advance: (ms) => advance(ms),
  };
}
