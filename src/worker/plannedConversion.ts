import { loadMapping } from '../core/mapping/loadMapping';
import type { LostBody, PlannedBody } from '../core/run/plannedBody';
import type { ExtractPlace } from '../extract/index/extractPlace';
import { placeBytes, placeState } from '../extract/index/extractPlace';
import { extractPlanner } from '../sending/extractPlanner';
import type { PlannedSource, Planner, PlanningOptions } from '../sending/planner';
import type { PlanAnswer, PlanInput } from './protocol';

/** An extract with a plan to send it. Its bodies are made again, one after the other, on each request. */
export class PlannedConversion {
  readonly #planner: Planner;
  readonly #planned: PlannedSource;
  readonly #options: PlanningOptions;
  /** By the number of the reading. */
  readonly #readings = new Map<number, AsyncIterator<PlannedBody | LostBody> | Iterator<PlannedBody | LostBody>>();

  private constructor(planner: Planner, planned: PlannedSource, options: PlanningOptions) {
    this.#planner = planner;
    this.#planned = planned;
    this.#options = options;
  }

  /** Plans, or returns the problems that keep the extract from being used. The mapping must not have errors. */
  static async of(
    input: PlanInput,
    signal: AbortSignal,
    onShare?: (share: number) => void,
  ): Promise<PlannedConversion | { readonly answer: PlanAnswer }> {
    const { bytes, source, mapping, moment, limits, wishes } = input;
    const planner = extractPlanner(
      { ...source, read: () => sharedBytes(bytes, onShare), ...(limits && { limits }) },
      { name: source.name, loaded: loadMapping(mapping) },
    );
    const options = { ...wishes, moment };
    const planned = await planner.plan({ ...options, signal });
    return 'problems' in planned ? { answer: planned } : new PlannedConversion(planner, planned, options);
  }

  get answer(): PlanAnswer {
    return this.#planned;
  }

  /** The next body of a reading; each reading begins with the first one. */
  async nextBody(reading: number): Promise<PlannedBody | LostBody | undefined> {
    let bodies = this.#readings.get(reading);
    if (bodies === undefined) {
      const made = this.#planner.bodies(this.#planned, this.#options);
      bodies = Symbol.asyncIterator in made ? made[Symbol.asyncIterator]() : made[Symbol.iterator]();
      this.#readings.set(reading, bodies);
    }
    const next = await bodies.next();
    return next.done === true ? undefined : next.value;
  }

  /** Stops reading the extract for a reading. */
  async end(reading: number): Promise<void> {
    const bodies = this.#readings.get(reading);
    this.#readings.delete(reading);
    await bodies?.return?.();
  }

  /** Stops reading the extract. */
  async close(): Promise<void> {
    for (const reading of [...this.#readings.keys()]) await this.end(reading);
    await this.#planner.close();
  }
}

/** The bytes, with a progress report after each block. */
async function* sharedBytes(
  place: ExtractPlace,
  onShare: (share: number) => void = () => undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  let size: number | undefined;
  for await (const block of placeBytes(place)) {
    size ??= (await placeState(place)).size;
    read += block.length;
    onShare(size === 0 ? 1 : Math.min(1, read / size));
    yield block;
  }
}
