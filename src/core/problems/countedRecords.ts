/** A record as shown to users: its number and its first physical line. */
export interface RecordRef {
  readonly record: number;
  readonly line: number;
}

/** The number of records, and the first of them. */
export interface CountedRecords {
  readonly count: number;
  /** At most 10. */
  readonly first: readonly RecordRef[];
}

export const NOBODY: CountedRecords = { count: 0, first: [] };

/** Maximum number of counted records that are listed. */
const NAMED = 10;

/** Counts records and keeps the first ones. */
export class RecordCounter {
  readonly #first: RecordRef[] = [];
  #count = 0;

  add(record: number, line: number): void {
    this.#count++;
    if (this.#first.length < NAMED) this.#first.push({ record, line });
  }

  /** The current state. */
  get counted(): CountedRecords {
    return { count: this.#count, first: [...this.#first] };
  }
}
