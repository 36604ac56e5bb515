import type { Clock } from '../clock';

/** Spaces calls at a minimum interval. */
export interface Spacing {
  /** Resolves when the next call may begin, or at once when the signal is aborted. */
  next(signal?: AbortSignal): Promise<void>;
}

export function createSpacing(clock: Clock, ms: number): Spacing {
  let start = -Infinity;
  return {
    async next(signal) {
      while (start > clock.now() && signal?.aborted !== true) await clock.delay(start - clock.now(), signal);
      // A cancelled caller must not use up a slot
      if (signal?.aborted !== true) start = clock.now() + ms;
    },
  };
}
