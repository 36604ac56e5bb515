/** A registration of a listener, which is called until disposal. */
export interface Subscription {
  dispose(): void;
}

/** Registered functions, which are called at an event. They must not throw. */
export class Listeners<Said> {
  readonly #listeners = new Set<(said: Said) => void>();

  add(listener: (said: Said) => void): Subscription {
    // A new function, so that the same listener can be added twice
    const own = (said: Said): void => listener(said);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  }

  fire(said: Said): void {
    for (const listener of [...this.#listeners]) listener(said);
  }

  clear(): void {
    this.#listeners.clear();
  }
}
