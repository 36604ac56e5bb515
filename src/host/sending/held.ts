/** A resource to release. */
interface Closing {
  close(): Promise<void>;
}

/** The resources of a run until nobody needs them any more: if the run is paused, the command that began it ends earlier. */
export class Held {
  readonly #kept: Closing[];
  #until: Promise<unknown> = Promise.resolve();

  constructor(...kept: readonly Closing[]) {
    this.#kept = [...kept];
  }

  keep(one: Closing): void {
    this.#kept.push(one);
  }

  keepUntil(end: Promise<unknown>): void {
    this.#until = end;
  }

  /** Releases all of it in time; errors no longer matter. */
  close(): void {
    void this.#until
      .catch(() => undefined)
      .then(() =>
        Promise.allSettled(
          this.#kept
            .splice(0)
            .reverse()
            .map((each) => each.close()),
        ),
      );
  }
}
