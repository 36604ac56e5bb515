/** Cancels a scheduled action. */
export interface Timer {
  dispose(): void;
}

/** The sandbox's only source of time and timers. */
export interface SandboxClock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Runs the action once, after `ms` milliseconds. */
  after(ms: number, run: () => void): Timer;
  /** Its speed relative to the caller's clock; default: 1. */
  readonly rate?: number;
}

/** The longest wait that the machine's timers support, in milliseconds. */
const MAX_WAIT = 2 ** 31 - 1;

/** The machine's clock. Its timers do not keep the process alive. */
export const systemSandboxClock: SandboxClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      const part = Math.min(left, MAX_WAIT);
      timer = setTimeout(() => (left > part ? wait(left - part) : run()), part).unref();
    };
    wait(ms);
    return { dispose: () => clearTimeout(timer) };
  },
};

/** A clock that starts at the time of `clock` and runs `rate` times as fast. */
export function fastClock(clock: SandboxClock, rate: number): SandboxClock {
  const start = clock.now();
  return {
    rate: rate * (clock.rate ?? 1),
    now: () => start + (clock.now() - start) * rate,
    after: (ms, run) => clock.after(ms / rate, run),
  };
}

/**
 * A clock of the same speed that starts at `time` if `clock` is earlier, so that a continued tenant never sees time
 * go backwards.
 */
export function clockFrom(clock: SandboxClock, time: number): SandboxClock {
  const lead = time - clock.now();
  return lead > 0 ? { ...clock, now: () => clock.now() + lead } : clock;
}
