import { ATTEMPT_TIMEOUTS } from './limits';

/** Timeouts for the parts of an attempt, in milliseconds. The transport has its own timeout for connecting. */
export type AttemptTimeouts = Readonly<Record<'headers' | 'body' | 'attempt', number>>;

/**
 * The error of an attempt that took too long. Its code follows the form of network error codes and names the exceeded
 * timeout.
 */
export class AttemptTimeoutError extends Error {
  override readonly name = 'AttemptTimeoutError';
  readonly code: 'HEADERS_TIMEOUT' | 'BODY_TIMEOUT' | 'ATTEMPT_TIMEOUT';
  readonly ms: number;

  constructor(part: keyof AttemptTimeouts, ms: number) {
    super(`${part}: more than ${ms} ms`);
    this.code = part === 'headers' ? 'HEADERS_TIMEOUT' : part === 'body' ? 'BODY_TIMEOUT' : 'ATTEMPT_TIMEOUT';
    this.ms = ms;
  }
}

type Timer = ReturnType<typeof setTimeout>;

/** Aborts an attempt through its signal when a part of it takes too long or the caller's signal is aborted. */
export class AttemptTimer {
  readonly signal: AbortSignal;
  readonly #timeouts: AttemptTimeouts;
  readonly #late = new AbortController();
  readonly #whole: Timer;
  #part: Timer;

  constructor(timeouts: AttemptTimeouts = ATTEMPT_TIMEOUTS, signal?: AbortSignal) {
    this.#timeouts = timeouts;
    this.signal = signal === undefined ? this.#late.signal : AbortSignal.any([signal, this.#late.signal]);
    this.#whole = this.#limit('attempt');
    this.#part = this.#limit('headers');
  }

  /** The headers of the answer have arrived; the timeout for the body starts. */
  headersArrived(): void {
    clearTimeout(this.#part);
    this.#part = this.#limit('body');
  }

  /** Clears the timers. Must be called after every attempt. */
  close(): void {
    clearTimeout(this.#part);
    clearTimeout(this.#whole);
  }

  #limit(part: keyof AttemptTimeouts): Timer {
    const ms = this.#timeouts[part];
    return setTimeout(() => {
      this.#late.abort(new AttemptTimeoutError(part, ms));
    }, ms);
  }
}
