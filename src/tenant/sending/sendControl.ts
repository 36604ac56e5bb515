/** What a person wants of a sending that is under way. */
export type SendWish = 'go' | 'pause' | 'stop' | 'cancel';

/**
 * The handle by which a sending is paused, resumed and ended. Nothing of it interrupts a request in flight: what became of that
 * could not be told otherwise. Only {@link giveUp} does.
 */
export class SendControl {
  readonly #giveUp = new AbortController();
  readonly #listeners = new Set<() => void>();
  #wish: SendWish = 'go';

  /** What is wanted now. */
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

  /** Ends this sending; a later one may resume the run. */
  stop(): void {
    if (this.#wish !== 'cancel') this.#want('stop');
  }

  /** Ends it for good: what was not sent will not be. */
  cancel(): void {
    this.#want('cancel');
  }

  /** Ends the request in flight, too. */
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
