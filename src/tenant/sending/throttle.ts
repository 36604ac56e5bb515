import type { Clock } from '../clock';
import { UPLOAD_WINDOW } from '../limits';

export interface PaceOptions {
  readonly clock: Clock;
  /** Calls a second, if fewer than the window permits. */
  readonly perSecond?: number;
  /** Maximum calls in any window of this many milliseconds, regardless of `perSecond`. */
  readonly window?: CallWindow;
  /**
   * Calls that were made before: how many milliseconds ago each was. A call in the future, because the clock was set
   * back, counts as just made.
   */
  readonly earlier?: readonly number[];
}

interface CallWindow {
  readonly calls: number;
  readonly ms: number;
}

/** Decides when a call may be made. */
export interface Pace {
  /** Milliseconds until a call may be made; `Infinity` while only an answer can give a slot back. */
  wait(): number;
  /** Begins a call. It ends when `answered` is called, which is required for every outcome. */
  take(): Turn;
  /** Milliseconds from one call to the next. */
  readonly spacing: number;
}

interface Turn {
  answered(): void;
}

/** Milliseconds added to a window: timers fire early, and the clocks of two machines drift. */
const WINDOW_MARGIN = 5;
/** Milliseconds added between two calls. */
const SPACING_MARGIN = 2;
/** Milliseconds of lateness that the next call compensates: timers fire a little late each time. */
const CATCH_UP = 20;

/** Milliseconds from the first call to the last at the usual pace, when each is answered at once. */
export function paceTime(calls: number): number {
  return Math.max(0, calls - 1) * spacingOf(UPLOAD_WINDOW);
}

function spacingOf({ calls, ms }: CallWindow): number {
  return ms / calls + SPACING_MARGIN;
}

/**
 * Even spacing, with a second gate: of the window's slots, one comes back a whole window after the *answer* of the call
 * that took it. The service counts a call when it arrives, which is between sending and answer; counting at sending
 * leads to occasional refusals when requests arrive closer together than they were sent.
 */
export function createPace(options: PaceOptions): Pace {
  const { clock, perSecond = Infinity, window = UPLOAD_WINDOW, earlier = [] } = options;
  const spacing = Math.max(1000 / perSecond, spacingOf(window));
  const begun = earlier.map((ms) => clock.now() - Math.max(0, ms)).sort((one, other) => one - other);
  let nextStart = (begun.at(-1) ?? -Infinity) + spacing;
  let running = 0;
  /** When slots of answered calls come back, earliest first. The times of earlier answers are unknown. */
  let comeBack: number[] = begun.map((at) => at + window.ms + WINDOW_MARGIN);
  return {
    spacing,
    wait() {
      const now = clock.now();
      comeBack = comeBack.filter((at) => at > now);
      const spaced = Math.max(0, nextStart - now);
      const isFull = running + comeBack.length >= window.calls;
      return isFull ? Math.max(spaced, (comeBack[0] ?? Infinity) - now) : spaced;
    },
    take() {
      const now = clock.now();
      nextStart = (now - nextStart <= CATCH_UP ? nextStart : now) + spacing;
      running += 1;
      let isOpen = true;
      return {
        answered: () => {
          if (!isOpen) return;
          isOpen = false;
          running -= 1;
          comeBack.push(clock.now() + window.ms + WINDOW_MARGIN);
        },
      };
    },
  };
}
