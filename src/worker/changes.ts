/** A counter of changes that others wait for: a request for news is answered when there is some. */
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

  /** Resolves once there is a later version than the known one. */
  async after(known: number): Promise<void> {
    if (this.#version > known) return;
    await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }
}
