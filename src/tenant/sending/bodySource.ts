import type { LostBody, PlannedBodies, PlannedBody } from '../../core/run/plannedBody';

type Body = PlannedBody | LostBody;

/** Takes bodies one at a time, on demand, and skips settled batches. */
export class BodySource {
  readonly #bodies: AsyncIterator<Body> | Iterator<Body>;
  readonly #isSettled: (batch: number) => boolean;
  #isPulling = false;
  #isEnded = false;
  #lastNumber = 0;

  constructor(bodies: PlannedBodies, isSettled: (batch: number) => boolean) {
    this.#bodies = Symbol.asyncIterator in bodies ? bodies[Symbol.asyncIterator]() : bodies[Symbol.iterator]();
    this.#isSettled = isSettled;
  }

  get isPulling(): boolean {
    return this.#isPulling;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** The number of the batch after the last one taken. */
  get nextNumber(): number {
    return this.#lastNumber + 1;
  }

  /** The next body, or `undefined` at the end. Must not be called while it {@link isPulling}. */
  async pull(): Promise<Body | undefined> {
    this.#isPulling = true;
    try {
      for (;;) {
        const next = await this.#bodies.next();
        if (next.done === true) break;
        this.#lastNumber = next.value.number;
        if (next.value.kind === 'lost' || !this.#isSettled(next.value.number)) return next.value;
      }
      this.#isEnded = true;
      return undefined;
    } finally {
      this.#isPulling = false;
    }
  }

  async close(): Promise<void> {
    await this.#bodies.return?.();
  }
}
