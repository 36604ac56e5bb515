/**
 * A map that may be layered over another one, which it reads but never writes. Adding a layer over a hundred thousand
 * entries costs nothing, so a trial run needs no copy. The lower map must not change in the meantime.
 */
export class LayeredMap<Value> {
  /** `undefined` for a key that is removed in this layer. */
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

  /** Entries of the lower map first, each layer in the order of insertion. */
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

  /** The keys that were set or removed in this layer, with `undefined` for removed ones. */
  changes(): Iterable<readonly [string, Value | undefined]> {
    return this.#own;
  }
}
