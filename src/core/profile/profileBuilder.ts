import { ColumnTally } from './columnTally';
import type { ExtractProfile } from './extractProfile';

/** Builds the profile of an extract in one pass over its records. */
export class ProfileBuilder {
  readonly #tallies: readonly ColumnTally[];
  readonly #empty: ReadonlySet<string>;
  #records = 0;

  /** @param empty texts that count as an empty cell, besides the empty text */
  constructor(columns: readonly string[], empty: readonly string[] = []) {
    this.#tallies = columns.map((column) => new ColumnTally(column));
    this.#empty = new Set(empty);
  }

  add({ number, line, cells }: { readonly number: number; readonly line: number; readonly cells: readonly string[] }) {
    this.#records++;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      if (cell === undefined || cell === '' || (this.#empty.size > 0 && this.#empty.has(cell))) continue;
      this.#tallies[index]?.add(cell, number, line);
    }
  }

  /** @param isComplete whether the added records are all records of the extract */
  finish(isComplete: boolean): ExtractProfile {
    return { records: this.#records, isComplete, columns: this.#tallies.map((tally) => tally.profile()) };
  }
}
