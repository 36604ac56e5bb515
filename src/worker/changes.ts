/** A count of changes that others wait on: a question for news is answered when there are some. */
export class Changes {
  readonly #waiting = new Set<() => void>();
  #version = 0;

  get version(): number {
    return this.#version;
  }

  publish(): void {
    this.#version++;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  /** Is there once there is a later version than the one that is known. */
  async after(known: number): Promise<void> {
    if (this.#version > known) return;
    await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }
}
