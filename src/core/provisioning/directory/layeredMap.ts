/**
 * A map that may lie over another one: what is below is read and never written. Laying one over a hundred thousand entries costs
 * nothing, so that trying out what would happen needs no copy. What lies below must not change meanwhile.
 */
export class LayeredMap<Value> {
  /** `undefined`: removed in this layer. */
  readonly #own = new Map<string, Value | undefined>();
  readonly #below: LayeredMap<Value> | undefined;
  #size: number;

  constructor(below?: LayeredMap<Value>) {
    this.#below = below;
    this.#size = below?.size ?? 0;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): Value | undefined {
    const own = this.#own.get(key);
    return own === undefined && !this.#own.has(key) ? this.#below?.get(key) : own;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, value: Value & NonNullable<unknown>): void {
    if (!this.has(key)) this.#size++;
    this.#own.set(key, value);
  }

  delete(key: string): void {
    if (!this.has(key)) return;
    this.#size--;
    if (this.#below?.has(key) === true) this.#own.set(key, undefined);
    else this.#own.delete(key);
  }

  /** Those below first, each part in the order in which its keys came. */
  *entries(): Generator<readonly [string, Value]> {
    for (const [key, value] of this.#below?.entries() ?? []) {
      const own = this.#own.get(key);
      if (own !== undefined || this.#own.has(key)) {
        if (own !== undefined) yield [key, own];
      } else yield [key, value];
    }
    for (const [key, value] of this.#own) {
      if (value !== undefined && this.#below?.has(key) !== true) yield [key, value];
    }
  }

  /** What was set or removed in this layer, `undefined` for removed. */
  changes(): Iterable<readonly [string, Value | undefined]> {
    return this.#own;
  }
}
