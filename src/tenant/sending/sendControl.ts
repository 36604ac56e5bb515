/** The user's command for an active sending. */
export type SendWish = 'go' | 'pause' | 'stop' | 'cancel';

/**
 * The handle to pause, resume and stop sending. Only {@link giveUp} interrupts a request in flight, because its outcome
 * is unknown afterwards.
 */
export class SendControl {
  readonly #giveUp = new AbortController();
  readonly #listeners = new Set<() => void>();
  #wish: SendWish = 'go';

  /** The current command. */
  get wish(): SendWish {
    return this.#wish;
  }

  /** Aborted to give up the requests in flight, whose outcome is unknown afterwards. */
  get givenUp(): AbortSignal {
    return this.#giveUp.signal;
  }

  /** Starts no request until {@link resume}. */
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

  /** Cancels: unsent batches will never be sent. */
  cancel(): void {
    this.#want('cancel');
  }

  /** Stops, and aborts the requests in flight. */
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
