import { detached } from '../text/detached';
import { countLostZeros } from './countLostZeros';
import { DamageTally } from './damageTally';
import { dateRange } from './dateRange';
import { DistinctEstimate } from './distinctEstimate';
import type { CellPlace, ColumnProfile, CountedShape, CountedValue } from './extractProfile';
import { MAX_SHAPES } from './extractProfile';
import { shapeOf } from './shapeOf';

/** Maximum number of distinct values of a column that are counted one by one. */
export const MAX_DISTINCT = 5_000;

/** Maximum total length of these values, in UTF-16 code units. */
const MAX_CHARACTERS = 500_000;

/** Maximum number of values that a profile lists for a column. */
export const MAX_LISTED = 100;

/**
 * Counts the values of one column. Once a limit is reached, new values are no longer distinguished: the number of
 * distinct values is then a lower bound, while the counts of listed values stay exact.
 */
export class ColumnTally {
  readonly #column: string;
  readonly #counts = new Map<string, number>();
  #characters = 0;
  #filled = 0;
  #longest: CellPlace | undefined;
  #longestLength = 0;
  readonly #damage = new DamageTally();
  /** Used only once there are too many values to count one by one. */
  #estimate: DistinctEstimate | undefined;

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
    this.#damage.add(value, record, line);
    const count = this.#counts.get(value);
    if (count !== undefined) this.#counts.set(value, count + 1);
    else if (this.#estimate === undefined) this.#meet(value);
    else this.#estimate.add(value);
  }

  profile(): ColumnProfile {
    const dates = dateRange([...this.#counts.keys()]);
    const damage = this.#damage.counts;
    const lostZeros = countLostZeros(this.#counts);
    return {
      column: this.#column,
      filled: this.#filled,
      distinct: this.#counts.size,
      isDistinctExact: this.#estimate === undefined,
      ...(this.#estimate === undefined ? {} : { distinctEstimate: Math.max(this.#counts.size, this.#estimate.count) }),
      values: mostFrequent(this.#counts),
      ...(this.#longest === undefined ? {} : { longest: this.#longest, shapes: shapesOf(this.#counts) }),
      ...(dates === undefined ? {} : { dates }),
      ...(damage.length === 0 ? {} : { damage }),
      ...(lostZeros === 0 ? {} : { lostZeros }),
    };
  }

  #meet(value: string): void {
    if (this.#counts.size >= MAX_DISTINCT || this.#characters + value.length > MAX_CHARACTERS) {
      this.#estimate = new DistinctEstimate();
      for (const known of this.#counts.keys()) this.#estimate.add(known);
      this.#estimate.add(value);
      return;
    }
    this.#characters += value.length;
    this.#counts.set(detached(value), 1);
  }
}

/** The sort is stable, so equally frequent values stay in order of appearance. */
function mostFrequent(counts: ReadonlyMap<string, number>): readonly CountedValue[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_LISTED)
    .map(([value, count]) => ({ value, count }));
}

function shapesOf(counts: ReadonlyMap<string, number>): readonly CountedShape[] {
  const shapes = new Map<string, number>();
  for (const [value, count] of counts) {
    const shape = shapeOf(value);
    shapes.set(shape, (shapes.get(shape) ?? 0) + count);
  }
  return [...shapes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_SHAPES)
    .map(([shape, count]) => ({ shape, count }));
}
