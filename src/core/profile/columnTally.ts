import { detached } from '../text/detached';
import type { CellPlace, ColumnProfile, CountedValue } from './extractProfile';

/** Different values of a column that are counted one by one. */
export const MAX_DISTINCT = 5_000;

/** Characters (UTF-16 code units) of them in all. */
const MAX_CHARACTERS = 500_000;

/** Values that a profile lists of a column. */
export const MAX_LISTED = 100;

/**
 * Counts the values of one column. Values that come up after the limits are reached are no longer told apart: then the
 * number of different values is a lower bound, while the count of each value that is listed stays exact.
 */
export class ColumnTally {
  readonly #column: string;
  readonly #counts = new Map<string, number>();
  #characters = 0;
  #filled = 0;
  #isExact = true;
  #longest: CellPlace | undefined;
  #longestLength = 0;

  constructor(column: string) {
    this.#column = column;
  }

  /** @param value a filled cell */
  add(value: string, record: number, line: number): void {
    this.#filled++;
    if (value.length > this.#longestLength) {
      this.#longest = { value: detached(value), record, line };
      this.#longestLength = value.length;
    }
    const count = this.#counts.get(value);
    if (count !== undefined) this.#counts.set(value, count + 1);
    else if (this.#isExact) this.#meet(value);
  }

  profile(): ColumnProfile {
    const profile = {
      column: this.#column,
      filled: this.#filled,
      distinct: this.#counts.size,
      isDistinctExact: this.#isExact,
      values: mostFrequent(this.#counts),
    };
    return this.#longest === undefined ? profile : { ...profile, longest: this.#longest };
  }

  #meet(value: string): void {
    if (this.#counts.size >= MAX_DISTINCT || this.#characters + value.length > MAX_CHARACTERS) {
      this.#isExact = false;
      return;
    }
    this.#characters += value.length;
    this.#counts.set(detached(value), 1);
  }
}

/** The sort is stable: values that are equally frequent stay in order of appearance. */
function mostFrequent(counts: ReadonlyMap<string, number>): readonly CountedValue[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_LISTED)
    .map(([value, count]) => ({ value, count }));
}
