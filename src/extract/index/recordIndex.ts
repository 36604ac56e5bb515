/** Every record whose number is 1 + a multiple of this is marked. */
export const markDistance = 256;

/** Where a record begins. */
export interface RecordMark {
  /** Its number, from 1. */
  readonly number: number;
  /** The physical line, from 1. */
  readonly line: number;
  /** In bytes, from the start of the file. */
  readonly offset: number;
}

/**
 * Where the records of an extract are: every 256th is marked with its line and byte, so that any record is found again by reading at most
 * 256. 1,000,000 records take 47 kB.
 */
export class RecordIndex {
  #lines = new Uint32Array(1024);
  #offsets = new Float64Array(1024);
  #marks = 0;

  /** Whether a record of this number has to be marked. */
  static isMarked(number: number): boolean {
    return (number - 1) % markDistance === 0;
  }

  /** Marks a record. Do not ask for a record until all marks before it have been added. */
  add({ number, line, offset }: RecordMark): void {
    if (!RecordIndex.isMarked(number)) throw new RangeError(`record ${number} is none of those that are marked`);
    const place = (number - 1) / markDistance;
    if (place >= this.#lines.length) this.#grow();
    this.#lines[place] = line;
    this.#offsets[place] = offset;
    this.#marks = Math.max(this.#marks, place + 1);
  }

  /** The number of marked records. */
  get marks(): number {
    return this.#marks;
  }

  /** The first record, where the header ends. */
  get first(): RecordMark | undefined {
    return this.#at(0);
  }

  /** The last mark at or before the record of this number. */
  before(number: number): RecordMark | undefined {
    return this.#at(Math.min(Math.floor((number - 1) / markDistance), this.#marks - 1));
  }

  /** The next mark after the record of this number; `undefined` if there is none yet. */
  after(number: number): RecordMark | undefined {
    return this.#at(Math.floor((number - 1) / markDistance) + 1);
  }

  /** The last mark at or before a physical line. */
  beforeLine(line: number): RecordMark | undefined {
    let [low, high] = [0, this.#marks];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return this.#at(low - 1);
  }

  #at(place: number): RecordMark | undefined {
    if (place < 0 || place >= this.#marks) return undefined;
    return {
      number: place * markDistance + 1,
      line: this.#lines[place] ?? 0,
      offset: this.#offsets[place] ?? 0,
    };
  }

  #grow(): void {
    const lines = new Uint32Array(this.#lines.length * 2);
    const offsets = new Float64Array(this.#offsets.length * 2);
    lines.set(this.#lines);
    offsets.set(this.#offsets);
    [this.#lines, this.#offsets] = [lines, offsets];
  }
}
