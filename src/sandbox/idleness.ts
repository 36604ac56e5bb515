import type { SandboxClock, Timer } from './clock';

export interface Idleness extends Timer {
  /** Somebody is there. */
  wake(): void;
}

/** Calls `onIdle` once, when nobody was there for `ms` milliseconds; never for `Infinity`. */
export function watchIdleness(clock: SandboxClock, ms: number, onIdle: () => void): Idleness {
  let last = clock.now();
  let timer: Timer | undefined;
  const watch = (left: number): void => {
    if (left === Infinity) return;
    timer = clock.after(left, () => {
      const quiet = clock.now() - last;
      if (quiet >= ms) onIdle();
      else watch(ms - quiet);
    });
  };
  watch(ms);
  return { wake: () => (last = clock.now()), dispose: () => timer?.dispose() };
}
