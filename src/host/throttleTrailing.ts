/** An action that may be called often but runs seldom. */
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

/** The same, but a call after a pause runs at once. */
export function throttleBoth(ms: number, run: () => void): TrailingThrottle {
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;
  const begin = () => {
    isDue = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) begin();
    }, ms);
    run();
  };
  return {
    call: () => {
      if (timer === undefined) begin();
      else isDue = true;
    },
    dispose: () => {
      clearTimeout(timer);
    },
  };
}
