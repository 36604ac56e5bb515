import { randomBytes } from 'node:crypto';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import { loadMapping } from '../core/mapping/loadMapping';
import type { Plan } from '../core/run/plan';
import type { LostBody, PlannedBody } from '../core/run/plannedBody';
import { hmacOf } from '../extract/hmacOf';
import { placeBytes } from '../extract/index/extractPlace';
import { bodiesOfPlan, planExtract } from '../extract/planExtract';
import type { ConversionInput, PlanAnswer } from './protocol';

/** An extract that was converted to be sent. Its bodies are made again one after the other, when they are asked for. */
export class PlannedConversion {
  readonly #input: ConversionInput;
  readonly #loaded: LoadedMapping;
  readonly #plan: Plan;
  readonly #fingerprint: string;
  #bodies: AsyncIterator<PlannedBody | LostBody> | undefined;

  private constructor(input: ConversionInput, loaded: LoadedMapping, plan: Plan, fingerprint: string) {
    this.#input = input;
    this.#loaded = loaded;
    this.#plan = plan;
    this.#fingerprint = fingerprint;
  }

  /** Converts, or gives what keeps the extract from being used. The mapping must have no errors. */
  static async of(input: ConversionInput): Promise<PlannedConversion | Extract<PlanAnswer, { kind: 'problems' }>> {
    const loaded = loadMapping(input.mapping);
    // Nothing is kept of it
    const reading = await planExtract(placeBytes(input.bytes), loaded, { ...input, hmac: hmacOf(randomBytes(32)) });
    if ('fatal' in reading) return { kind: 'problems', problems: reading.fatal };
    return new PlannedConversion(input, loaded, reading.plan, reading.source.sha256);
  }

  get answer(): PlanAnswer {
    return { kind: 'planned', plan: this.#plan, fingerprint: this.#fingerprint };
  }

  async nextBody(): Promise<PlannedBody | LostBody | undefined> {
    this.#bodies ??= bodiesOfPlan(this.#plan, () => placeBytes(this.#input.bytes), this.#loaded, this.#input);
    const next = await this.#bodies.next();
    return next.done === true ? undefined : next.value;
  }

  /** Stops reading the extract. */
  async close(): Promise<void> {
    await this.#bodies?.return?.();
  }
}
