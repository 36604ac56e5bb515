import type { Clock } from '../clock';
import { UPLOAD_WINDOW } from '../limits';

export interface PaceOptions {
  readonly clock: Clock;
  /** Calls a second, where fewer are wanted than the window permits. */
  readonly perSecond?: number;
  /** So many calls in any so many milliseconds, whatever `perSecond` says. */
  readonly window?: CallWindow;
  /** Calls that were made before: how many milliseconds ago each was. One that is yet to come, by a clock that was put back, was made just now. */
  readonly earlier?: readonly number[];
}

interface CallWindow {
  readonly calls: number;
  readonly ms: number;
}

/** Says when a call may be made. */
export interface Pace {
  /** Milliseconds until a call may be made; `Infinity` while only an answer can give a slot back. */
  wait(): number;
  /** Begins a call. It is over when `answered` is called, as it must be whatever comes of it. */
  take(): Turn;
  /** Milliseconds from one call to the next. */
  readonly spacing: number;
}

interface Turn {
  answered(): void;
}

/** Milliseconds added to a window: timers fire early, and clocks of two machines do not run alike. */
const WINDOW_MARGIN = 5;
/** Milliseconds added between two calls. */
const SPACING_MARGIN = 2;
/** Milliseconds of lateness that the next call makes up for: timers fire late, each time a little. */
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
 * that took it. The service counts a call when it arrives, which is between sending and answer; whoever counts at
 * sending is refused now and then when requests arrive closer together than they left.
 */
export function createPace(options: PaceOptions): Pace {
  const { clock, perSecond = Infinity, window = UPLOAD_WINDOW, earlier = [] } = options;
  const spacing = Math.max(1000 / perSecond, spacingOf(window));
  const begun = earlier.map((ms) => clock.now() - Math.max(0, ms)).sort((one, other) => one - other);
  let nextStart = (begun.at(-1) ?? -Infinity) + spacing;
  let running = 0;
  /** When slots of answered calls come back, earliest first. When the earlier ones were answered is not known. */
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
