/** A registration of a listener, which is called until disposal. */
export interface Subscription {
  dispose(): void;
}

/** Registered functions, which are called at an event. They must not throw. */
export class Listeners<Value> {
  readonly #listeners = new Set<(value: Value) => void>();

  add(listener: (value: Value) => void): Subscription {
    // A new function, so that the same listener can be added twice
    const own = (value: Value): void => listener(value);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  }

  fire(value: Value): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  clear(): void {
    this.#listeners.clear();
  }
}
