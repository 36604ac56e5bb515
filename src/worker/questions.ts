/** Questions that a person waits for: while one is open, background work on the extract waits. */
export class Questions {
  readonly #waiting = new Set<() => void>();
  #open = 0;

  /** The result of `answer`, which nothing else delays. It must not wait for background work. */
  async first<Result>(answer: () => Promise<Result>): Promise<Result> {
    this.#open++;
    try {
      return await answer();
    } finally {
      this.#open--;
      if (this.#open === 0) this.#goOn();
    }
  }

  /** Resolves once no question is open. */
  async answered(): Promise<void> {
    while (this.#open > 0) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  #goOn(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
