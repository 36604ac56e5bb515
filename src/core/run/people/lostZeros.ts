import type { Hmac } from '../../baseline/keyedHashes';
import { ID_LENGTH, idHash } from '../../baseline/keyedHashes';
import { fromBytes } from '../../bytes/fromBytes';
import type { CountedRecords } from '../../problems/countedRecords';
import { NOBODY, RecordCounter } from '../../problems/countedRecords';

/**
 * Maximum number of distinct manager ids of each kind: the first ones show the pattern as well as all of them would.
 */
const MAX_COUNT = 5000;
/** Minimum number of matches; fewer may be a coincidence. */
const MIN_COUNT = 2;
const [ZERO, NINE] = [0x30, 0x39];

/**
 * Finds ids that lost their leading zeros while the managers' ids kept them: a spreadsheet strips zeros from a column
 * that it treats as numbers. Ids of different lengths are not suspicious by themselves, because a company may simply
 * count up. So both columns must use the same numbering: of the manager ids of one length, some without a leading zero
 * match people of the extract; of those with a leading zero, none match as they are, but most match without their
 * zeros.
 */
export class LostZeros {
  readonly #padded = new Set<string>();
  readonly #full = new Set<string>();

  /** @param manager the UTF-8 of the manager's id; empty if there is none */
  meet(manager: Uint8Array): void {
    const { length } = manager;
    if (length < 2) return;
    for (const byte of manager) if (byte < ZERO || byte > NINE) return;
    const found = manager[0] === ZERO ? this.#padded : this.#full;
    if (found.size < MAX_COUNT) found.add(fromBytes(manager, 0, length));
  }

  /**
   * The records whose ids have lost their zeros.
   * @param ids the keyed hashes of all ids, in record order
   */
  damaged(ids: Uint8Array, hmac: Hmac, lineOf: (record: number) => number): CountedRecords {
    const [width, ...others] = new Set([...this.#padded].map(({ length }) => length));
    if (width === undefined || others.length > 0 || this.#padded.size < MIN_COUNT) return NOBODY;
    const full = [...this.#full].filter(({ length }) => length === width);
    const sought = new SoughtIds(hmac);
    for (const id of this.#padded) sought.add(id, 'padded');
    for (const id of full) sought.add(id, 'full');
    for (const id of this.#padded) sought.add(id.replace(/^0+(?=.)/, ''), 'bare');
    const bare = new RecordCounter();
    const met = { padded: new Set<string>(), full: new Set<string>(), bare: new Set<string>() };
    for (let at = 0; at < ids.length; at += ID_LENGTH) {
      const found = sought.at(ids, at);
      if (found === undefined) continue;
      met[found.kind].add(found.id);
      const record = at / ID_LENGTH + 1;
      if (found.kind === 'bare') bare.add(record, lineOf(record));
    }
    const isSameCount = met.full.size > 0 && met.padded.size === 0;
    const matchMost = met.bare.size >= MIN_COUNT && met.bare.size * 2 >= this.#padded.size;
    return isSameCount && matchMost ? bare.counted : NOBODY;
  }
}

interface SoughtId {
  readonly id: string;
  readonly kind: 'padded' | 'full' | 'bare';
  readonly hash: Uint8Array;
}

/** Ids to look for, by their hashes. */
class SoughtIds {
  readonly #hmac: Hmac;
  readonly #byWord = new Map<number, SoughtId[]>();

  constructor(hmac: Hmac) {
    this.#hmac = hmac;
  }

  add(id: string, kind: SoughtId['kind']): void {
    const hash = idHash(this.#hmac, id);
    const word = wordAt(hash, 0);
    const same = this.#byWord.get(word);
    if (same === undefined) this.#byWord.set(word, [{ id, kind, hash }]);
    else same.push({ id, kind, hash });
  }

  /** The wanted id whose hash is at an offset. */
  at(ids: Uint8Array, at: number): SoughtId | undefined {
    const same = this.#byWord.get(wordAt(ids, at));
    return same?.find(({ hash }) => hash.every((byte, index) => ids[at + index] === byte));
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
}
