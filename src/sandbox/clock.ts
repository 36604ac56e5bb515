/** What was asked for can be called off. */
export interface Timer {
  dispose(): void;
}

/** The sandbox's only source of time. */
export interface SandboxClock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Runs once, when `ms` milliseconds have gone by. */
  after(ms: number, run: () => void): Timer;
}

/** The machine's clock. Its timers keep no process alive. */
export const systemSandboxClock: SandboxClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return { dispose: () => clearTimeout(timer) };
  },
};
