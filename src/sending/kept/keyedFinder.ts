import type { Hmac } from '../../core/baseline/keyedHashes';
import { ID_LENGTH, idHash } from '../../core/baseline/keyedHashes';
import type { RecordFinder } from '../../core/run/run';

/** Finds the records of a stored run by the hashes of their ids. Needs 4 bytes of memory per slot. */
export class KeyedFinder implements RecordFinder {
  readonly #ids: Uint8Array;
  readonly #hmac: Hmac;
  /** Indexes of records plus one; 0 marks a free slot. The length is a power of two. */
  readonly #slots: Uint32Array;

  /**
   * @param ids 8 bytes per record; zeros if it has no id
   *
   * @param isFound whether the record at an index is to be found
   */
  constructor(ids: Uint8Array, hmac: Hmac, isFound: (index: number) => boolean = () => true) {
    this.#ids = ids;
    this.#hmac = hmac;
    const count = ids.length / ID_LENGTH;
    let length = 16;
    while (length * 2 < count * 3) length *= 2;
    this.#slots = new Uint32Array(length);
    for (let index = 0; index < count; index++) if (isFound(index) && !isNone(ids, index)) this.#add(index);
  }

  *indexesOf(externalId: string): Generator<number> {
    yield* this.indexesOfHash(idHash(this.#hmac, externalId), 0);
  }

  /** @param place index of the hash, of 8 bytes each */
  *indexesOfHash(hashes: Uint8Array, place: number): Generator<number> {
    if (isNone(hashes, place)) return;
    const mask = this.#slots.length - 1;
    for (let slot = slotOf(hashes, place) & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = (this.#slots[slot] ?? 0) - 1;
      if (isSame(this.#ids, index, hashes, place)) yield index;
    }
  }

  #add(index: number): void {
    const mask = this.#slots.length - 1;
    let slot = slotOf(this.#ids, index) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = index + 1;
  }
}

/** Uses the first 4 bytes: the hashes are evenly distributed. */
function slotOf(hashes: Uint8Array, place: number): number {
  let slot = 0;
  for (let byte = 0; byte < 4; byte++) slot = (slot << 8) | (hashes[place * ID_LENGTH + byte] ?? 0);
  return slot >>> 0;
}

function isSame(one: Uint8Array, place: number, other: Uint8Array, otherPlace: number): boolean {
  for (let byte = 0; byte < ID_LENGTH; byte++)
    if (one[place * ID_LENGTH + byte] !== other[otherPlace * ID_LENGTH + byte]) return false;
  return true;
}

/** Whether the record has no id. A real hash is practically never all zeros. */
export function isNone(hashes: Uint8Array, place: number): boolean {
  for (let byte = 0; byte < ID_LENGTH; byte++) if ((hashes[place * ID_LENGTH + byte] ?? 0) !== 0) return false;
  return true;
}
