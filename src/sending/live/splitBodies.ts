import type { LostBody, PlannedBodies, PlannedBody } from '../../core/run/plannedBody';

type Body = PlannedBody | LostBody;

/** Splits bodies so that the first can be taken alone and the others later. */
export class SplitBodies {
  readonly #bodies: AsyncIterator<Body> | Iterator<Body>;

  constructor(bodies: PlannedBodies) {
    this.#bodies = Symbol.asyncIterator in bodies ? bodies[Symbol.asyncIterator]() : bodies[Symbol.iterator]();
  }

  /** Takes the next body. The others stay available, even if this fails. */
  async *first(): AsyncGenerator<Body, void, undefined> {
    const next = await this.#bodies.next();
    if (next.done !== true) yield next.value;
  }

  async *rest(): AsyncGenerator<Body, void, undefined> {
    for (let next = await this.#bodies.next(); next.done !== true; next = await this.#bodies.next()) yield next.value;
  }

  /** Closes the source. */
  async close(): Promise<void> {
    await this.#bodies.return?.();
  }
}
