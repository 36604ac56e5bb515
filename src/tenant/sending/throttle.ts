import type { Clock } from '../clock';
import { UPLOAD_WINDOW } from '../limits';

export interface PaceOptions {
  readonly clock: Clock;
  /** Calls a second, if fewer than the window permits. */
  readonly perSecond?: number;
  /** Maximum calls in any window of this many milliseconds, regardless of `perSecond`. */
  readonly window?: CallWindow;
  /**
   * Earlier calls, each as milliseconds ago. A call in the future, because the clock was set back, counts as made just
   * now.
   */
  readonly earlier?: readonly number[];
}

interface CallWindow {
  readonly calls: number;
  readonly ms: number;
}

/** Decides when a call may be made. */
export interface Pace {
  /** Milliseconds until a call may be made; `Infinity` while a slot must first be freed by an answer. */
  wait(): number;
  /** Starts a call. It ends when `answered` is called, which is required for every outcome. */
  take(): Turn;
  /** Milliseconds between two calls. */
  readonly spacing: number;
}

interface Turn {
  answered(): void;
}

/** Milliseconds added to a window: timers fire early, and the clocks of two machines drift. */
const WINDOW_MARGIN = 5;
/** Milliseconds added to the interval between two calls. */
const SPACING_MARGIN = 2;
/** Maximum lateness in milliseconds that the next call makes up for, because timers usually fire a little late. */
const CATCH_UP = 20;

/** Milliseconds from the first call to the last at the default pace, if each is answered at once. */
export function paceTime(calls: number): number {
  return Math.max(0, calls - 1) * spacingOf(UPLOAD_WINDOW);
}

function spacingOf({ calls, ms }: CallWindow): number {
  return ms / calls + SPACING_MARGIN;
}

/**
 * Combines even spacing with a sliding window: a slot is freed one window after the *answer* to its call. The service
 * counts a call when it arrives, which is between sending and answer; if calls were counted when sent, those that
 * arrive closer together than they were sent would occasionally be refused.
 */
export function createPace(options: PaceOptions): Pace {
  const { clock, perSecond = Infinity, window = UPLOAD_WINDOW, earlier = [] } = options;
  const spacing = Math.max(1000 / perSecond, spacingOf(window));
  const begun = earlier.map((ms) => clock.now() - Math.max(0, ms)).sort((one, other) => one - other);
  let nextStart = (begun.at(-1) ?? -Infinity) + spacing;
  let running = 0;
  /**
   * When the slots of answered calls are freed, earliest first. For earlier calls, whose answer times are unknown, this
   * counts from the call.
   */
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
