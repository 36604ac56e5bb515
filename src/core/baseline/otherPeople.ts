import type { BaselineHead } from './baselineHead';
import type { BaselinePeople } from './comparisonBuilder';
import { PersonWord, personWords, RECORD_WORDS } from './digestRows';
import { IdIndex } from './idIndex';

/** Rows of one piece of memory. */
const PIECE = 8192;

/** The people of an extract as if a job had been sent them, in memory: their hashes. */
export interface OtherPeople extends BaselinePeople {
  /** The number of the record of each row. */
  readonly records: Uint32Array;
  /** Records that repeat an earlier id: these are nobody of their own. */
  readonly repeated: number;
}

/** Collects the digests of an extract's operations. */
export class OtherPeopleBuilder {
  readonly #width: number;
  readonly #pieces: Uint32Array[] = [];
  #count = 0;

  /** @param attributes how many the digests have hashes of */
  constructor(attributes: number) {
    this.#width = RECORD_WORDS + personWords(attributes);
  }

  /** Takes digests as a plan gives them; they are copied. */
  add(digests: Uint32Array): void {
    const width = this.#width;
    for (let at = 0; at < digests.length; at += width) {
      const place = this.#count++ % PIECE;
      if (place === 0) this.#pieces.push(new Uint32Array(PIECE * width));
      this.#pieces.at(-1)?.set(digests.subarray(at, at + width), place * width);
    }
  }

  /** Of records with the same id the first is the person. */
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
      // Ids that are missing have the hash of zeros, and are nobody's
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
    const at = (index % PIECE) * this.#width;
    return this.#pieces[Math.floor(index / PIECE)]?.subarray(at, at + this.#width) ?? new Uint32Array(this.#width);
  }
}
