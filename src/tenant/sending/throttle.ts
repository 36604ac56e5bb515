import type { Clock } from '../clock';
import { UPLOADS_PER_SECOND, UPLOAD_WINDOW } from '../limits';

export interface PaceOptions {
  readonly clock: Clock;
  /** Calls a second; {@link UPLOADS_PER_SECOND} unless said otherwise. */
  readonly perSecond?: number;
  /** So many calls in any so many milliseconds, whatever `perSecond` says. */
  readonly window?: { readonly calls: number; readonly ms: number };
}

/** Hands out turns to call. */
export interface Pace {
  /**
   * Waits for a turn. The turn is over when `answered` is called, as it must be whatever comes of the call. Resolves to
   * `undefined` when the signal is aborted first.
   */
  turn(signal?: AbortSignal): Promise<Turn | undefined>;
}

interface Turn {
  answered(): void;
}

/** Milliseconds added to every waiting time: timers fire early, and clocks of two machines do not run alike. */
const MARGIN = 5;

/** Milliseconds from the first call to the last at the usual pace, when each is answered at once. */
export function paceTime(calls: number): number {
  return Math.max(0, calls - 1) * (1000 / UPLOADS_PER_SECOND + MARGIN);
}

/**
 * Even spacing, with a second gate: of the window's slots, one comes back a whole window after the *answer* of the call
 * that took it. The service counts a call when it arrives, which is between sending and answer; whoever counts at
 * sending is refused now and then when requests arrive closer together than they left.
 */
export function createPace(options: PaceOptions): Pace {
  const { clock, perSecond = UPLOADS_PER_SECOND, window = UPLOAD_WINDOW } = options;
  const spacing = 1000 / perSecond + MARGIN;
  let nextStart = -Infinity;
  let running = 0;
  /** When slots of answered calls come back, earliest first. */
  let comeBack: number[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  let wake: () => void = () => undefined;

  const waitingTime = (): number => {
    const now = clock.now();
    comeBack = comeBack.filter((at) => at > now);
    const spaced = nextStart - now;
    const taken = running + comeBack.length;
    if (taken < window.calls) return spaced;
    return Math.max(spaced, (comeBack[0] ?? Infinity) - now);
  };
  const answered = (): void => {
    running -= 1;
    comeBack.push(clock.now() + window.ms + MARGIN);
    wake();
  };
  const take = async (signal?: AbortSignal): Promise<Turn | undefined> => {
    for (;;) {
      if (signal?.aborted === true) return undefined;
      const ms = waitingTime();
      if (ms <= 0) break;
      // All slots are taken by calls under way: only an answer brings one back
      await (ms === Infinity ? untilAnswered(signal) : clock.delay(ms, signal));
    }
    running += 1;
    nextStart = clock.now() + spacing;
    let open = true;
    return {
      answered: () => {
        if (open) answered();
        open = false;
      },
    };
  };
  const untilAnswered = (signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });

  return {
    turn(signal) {
      const turn = queue.then(() => take(signal));
      // Turns are given in the order in which they are asked for; one that fails does not stop the next
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}
