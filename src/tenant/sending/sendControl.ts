/** The person's command for sending under way. */
export type SendWish = 'go' | 'pause' | 'stop' | 'cancel';

/**
 * The handle to pause, resume and stop sending. It does not interrupt a request in flight, whose outcome would be
 * unknown then. Only {@link giveUp} does.
 */
export class SendControl {
  readonly #giveUp = new AbortController();
  readonly #listeners = new Set<() => void>();
  #wish: SendWish = 'go';

  /** The current command. */
  get wish(): SendWish {
    return this.#wish;
  }

  /** Aborted to give up the request in flight: its outcome is unknown then. */
  get givenUp(): AbortSignal {
    return this.#giveUp.signal;
  }

  /** Begins no new request until {@link resume}. */
  pause(): void {
    if (this.#wish === 'go') this.#want('pause');
  }

  resume(): void {
    if (this.#wish === 'pause') this.#want('go');
  }

  /** Stops sending; the run can be resumed later. */
  stop(): void {
    if (this.#wish !== 'cancel') this.#want('stop');
  }

  /** Cancels: what was not sent will not be sent. */
  cancel(): void {
    this.#want('cancel');
  }

  /** Also ends the request in flight. */
  giveUp(): void {
    this.stop();
    this.#giveUp.abort();
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  #want(wish: SendWish): void {
    if (this.#wish === wish) return;
    this.#wish = wish;
    for (const listener of [...this.#listeners]) listener();
  }
}
