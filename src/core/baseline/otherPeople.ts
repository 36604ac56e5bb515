import type { BaselineHead } from './baselineHead';
import type { BaselinePeople } from './comparisonBuilder';
import { PersonWord, personWords, RECORD_WORDS } from './digestRows';
import { IdIndex } from './idIndex';

/** Rows per block of memory. */
const BLOCK_ROWS = 8192;

/** The people of an extract as if they had been sent to a job: their hashes, in memory. */
export interface OtherPeople extends BaselinePeople {
  /** By row, the number of the record. */
  readonly records: Uint32Array;
  /** The number of records that repeat an earlier id, and so are not counted as people. */
  readonly repeated: number;
}

/** Collects the digests of an extract's operations. */
export class OtherPeopleBuilder {
  readonly #width: number;
  readonly #blocks: Uint32Array[] = [];
  #count = 0;

  /** @param attributes the number of attributes that are hashed in the digests */
  constructor(attributes: number) {
    this.#width = RECORD_WORDS + personWords(attributes);
  }

  /** Adds digests in the form in which a plan provides them. They are copied. */
  add(digests: Uint32Array): void {
    const width = this.#width;
    for (let at = 0; at < digests.length; at += width) {
      const place = this.#count++ % BLOCK_ROWS;
      if (place === 0) this.#blocks.push(new Uint32Array(BLOCK_ROWS * width));
      this.#blocks.at(-1)?.set(digests.subarray(at, at + width), place * width);
    }
  }

  /** Builds the people. Of several records with the same id, the first is used. */
  finish(head: BaselineHead): OtherPeople {
    const ids = new IdIndex(this.#count);
    const kept = new Uint32Array(this.#count);
    let rows = 0;
    const row = (index: number) => this.#digest(kept[index] ?? 0).subarray(RECORD_WORDS);
    for (let index = 0; index < this.#count; index++) {
      const digest = this.#digest(index);
      const low = digest[RECORD_WORDS + PersonWord.id] ?? 0;
      const high = digest[RECORD_WORDS + PersonWord.id + 1] ?? 0;
      const isSame = (other: number) => row(other)[PersonWord.id] === low && row(other)[PersonWord.id + 1] === high;
      // A missing id has a hash of zeros and never matches
      const isKnown = (low !== 0 || high !== 0) && ids.find(low, high, isSame) >= 0;
      if (isKnown) continue;
      kept[rows] = index;
      ids.add(rows++, low, high);
    }
    const records = Uint32Array.from(kept.subarray(0, rows), (index) => this.#digest(index)[0] ?? 0);
    return {
      head,
      rows,
      row,
      ids,
      records,
      repeated: this.#count - rows,
    };
  }

  #digest(index: number): Uint32Array {
    const at = (index % BLOCK_ROWS) * this.#width;
    return this.#blocks[Math.floor(index / BLOCK_ROWS)]?.subarray(at, at + this.#width) ?? new Uint32Array(this.#width);
  }
}
