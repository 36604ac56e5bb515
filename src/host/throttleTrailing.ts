/** An action that may be called often and runs seldom. */
export interface TrailingThrottle {
  readonly call: () => void;
  readonly dispose: () => void;
}

/** Runs an action at most once in `ms` milliseconds, and always once more after the last call. */
export function throttleTrailing(ms: number, run: () => void): TrailingThrottle {
  let timer: NodeJS.Timeout | undefined;
  return {
    call: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        run();
      }, ms);
    },
    dispose: () => {
      clearTimeout(timer);
    },
  };
}
