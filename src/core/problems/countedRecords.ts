/** A record as shown to people: its number and its first physical line. */
export interface RecordRef {
  readonly record: number;
  readonly line: number;
}

/** A count, and the first records of it. */
export interface CountedRecords {
  readonly count: number;
  /** At most 10. */
  readonly first: readonly RecordRef[];
}

export const NOBODY: CountedRecords = { count: 0, first: [] };

/** The number of counted records that are listed. */
const NAMED = 10;

/** Counts records and keeps the first of them. */
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
