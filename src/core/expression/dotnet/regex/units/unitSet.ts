import { isOfCategory } from './unicodeCategory';

/** First and last code unit of a range; it is empty if the last comes before the first. */
export type UnitRange = readonly [number, number];

export interface UnitSetParts {
  readonly ranges?: readonly UnitRange[];
  /** Mask of Unicode categories. */
  readonly categories?: number;
  /** `[^...]`: the set contains everything else. */
  readonly negated?: boolean;
  /** `[...-[...]]`: subtracted last, even from a negated set. */
  readonly except?: UnitSet;
}

const ASCII = 128;

/** A set of UTF-16 code units: the meaning of a character class. */
export class UnitSet {
  readonly #ascii = new Uint8Array(ASCII);
  /** Where the ranges begin, in order. */
  readonly #starts: readonly number[];
  /** The furthest end of each range and those before it. */
  readonly #ends: readonly number[];
  readonly #categories: number;
  readonly #negated: boolean;
  readonly #except: UnitSet | undefined;

  constructor({ ranges = [], categories = 0, negated = false, except }: UnitSetParts) {
    const sorted = ranges.toSorted(([a], [b]) => a - b);
    let furthest = -1;
    this.#starts = sorted.map(([start]) => start);
    this.#ends = sorted.map(([, end]) => (furthest = Math.max(furthest, end)));
    this.#categories = categories;
    this.#negated = negated;
    this.#except = except;
    for (let unit = 0; unit < ASCII; unit++) this.#ascii[unit] = this.#holds(unit) ? 1 : 0;
  }

  /** `unit` is a code unit, or -1 for none, which no set contains; never NaN. */
  has(unit: number): boolean {
    return unit < ASCII ? this.#ascii[unit] === 1 : this.#holds(unit);
  }

  #holds(unit: number): boolean {
    const listed = this.#inRanges(unit) || (this.#categories !== 0 && isOfCategory(unit, this.#categories));
    return listed !== this.#negated && this.#except?.has(unit) !== true;
  }

  /** Finds the last range that does not begin after the unit. */
  #inRanges(unit: number): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= unit) low = middle + 1;
      else high = middle;
    }
    return unit <= (this.#ends[low - 1] ?? -1);
  }
}
