/** Something that is to be let go of. */
interface Closing {
  close(): Promise<void>;
}

/** What a sending works with until nobody needs it any more: the command that began it ends before, where the run is paused. */
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

  /** Lets go of all of it in time; what goes wrong with that is of no interest any more. */
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
