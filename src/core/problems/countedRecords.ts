/** A record that is named to people: by its number and the physical line on which it begins. */
export interface RecordRef {
  readonly record: number;
  readonly line: number;
}

/** A count, and the first of those counted. */
export interface CountedRecords {
  readonly count: number;
  /** At most 10. */
  readonly first: readonly RecordRef[];
}

export const NOBODY: CountedRecords = { count: 0, first: [] };

/** Records that are named of those counted. */
const NAMED = 10;

/** Counts records, and keeps the first of them. */
export class RecordCounter {
  readonly #first: RecordRef[] = [];
  #count = 0;

  add(record: number, line: number): void {
    this.#count++;
    if (this.#first.length < NAMED) this.#first.push({ record, line });
  }

  /** As it is now. */
  get counted(): CountedRecords {
    return { count: this.#count, first: [...this.#first] };
  }
}
