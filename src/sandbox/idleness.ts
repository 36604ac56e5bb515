import type { SandboxClock, Timer } from './clock';

export interface Idleness extends Timer {
  /** Records activity. */
  wake(): void;
}

/** Calls `onIdle` once after `ms` milliseconds without activity; never for `Infinity`. */
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
