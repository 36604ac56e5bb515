/** A listener is called until it is disposed of. */
export interface Subscription {
  dispose(): void;
}

/** Functions that are called when something happens. None of them may throw. */
export class Listeners<Said> {
  readonly #listeners = new Set<(said: Said) => void>();

  add(listener: (said: Said) => void): Subscription {
    // A new object, so that a listener may be added twice
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
