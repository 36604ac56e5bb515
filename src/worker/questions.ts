/** Questions that somebody waits for: while one is open, what works through an extract in the background waits. */
export class Questions {
  readonly #waiting = new Set<() => void>();
  #open = 0;

  /** What `answer` gives, which nothing else holds up meanwhile. It must not wait for what is done in the background. */
  async first<Result>(answer: () => Promise<Result>): Promise<Result> {
    this.#open++;
    try {
      return await answer();
    } finally {
      this.#open--;
      if (this.#open === 0) this.#goOn();
    }
  }

  /** Is there once no question is open. */
  async answered(): Promise<void> {
    while (this.#open > 0) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  #goOn(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
