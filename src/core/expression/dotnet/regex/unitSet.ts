import { isOfCategory } from './unicodeCategory';

/** First and last code unit of a range. */
export type UnitRange = readonly [number, number];

export interface UnitSetParts {
  readonly ranges?: readonly UnitRange[];
  /** Mask of Unicode categories. */
  readonly categories?: number;
  /** `[^...]`: the set is what the ranges and categories leave out. */
  readonly negated?: boolean;
  /** `[...-[...]]`: taken away at last, from a negated set too. */
  readonly except?: UnitSet;
}

const ASCII = 128;

/** A set of UTF-16 code units: what a class of a pattern stands for. */
export class UnitSet {
  readonly #ascii = new Uint8Array(ASCII);
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  readonly #categories: number;
  readonly #negated: boolean;
  readonly #except: UnitSet | undefined;

  constructor({ ranges = [], categories = 0, negated = false, except }: UnitSetParts) {
    const merged = mergeRanges(ranges);
    this.#starts = merged.map(([start]) => start);
    this.#ends = merged.map(([, end]) => end);
    this.#categories = categories;
    this.#negated = negated;
    this.#except = except;
    for (let unit = 0; unit < ASCII; unit++) this.#ascii[unit] = this.#holds(unit) ? 1 : 0;
  }

  /** `unit` is a code unit, never NaN. */
  has(unit: number): boolean {
    return unit < ASCII ? this.#ascii[unit] === 1 : this.#holds(unit);
  }

  #holds(unit: number): boolean {
    const listed = this.#inRanges(unit) || (this.#categories !== 0 && isOfCategory(unit, this.#categories));
    return listed !== this.#negated && this.#except?.has(unit) !== true;
  }

  /** Looks for the last range that does not begin behind the unit. */
  #inRanges(unit: number): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= unit) low = middle + 1;
      else high = middle;
    }
    return low > 0 && unit <= (this.#ends[low - 1] ?? -1);
  }
}

function mergeRanges(ranges: readonly UnitRange[]): UnitRange[] {
  const merged: UnitRange[] = [];
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1] + 1) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}
