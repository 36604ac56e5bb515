import type { AttributePath } from '../scim/attributePath';
import { formatAttributePath } from '../scim/attributePath';
import type { ResourceScanner } from './resourceScanner';

/**
 * A person as 32-bit words: the hash of the id, the hash of the sign-in name, the value of `active`, the hashes of the
 * attributes, and one hash of everything else. The byte order is that of the machine, because such a file never leaves
 * it.
 */
export const enum PersonWord {
  id,
  userName = 2,
  active = 4,
  attributes,
}

/** The words before a person in the digests of a plan: the record number. */
export const RECORD_WORDS = 1;

/** Attributes with words of their own, because they identify a person or decide whether the person may sign in. */
const OWN = new Set(['externalId', 'userName', 'active']);

/** The slots of a scanner that are kept, in this order. */
export interface DigestColumns {
  /** As spelled in mappings. */
  readonly attributes: readonly string[];
  readonly slots: readonly number[];
}

export function digestColumns(paths: readonly AttributePath[]): DigestColumns {
  const kept = paths
    .map((path, slot) => ({ path, slot }))
    .filter(({ path }) => path.urn !== undefined || !OWN.has(path.attribute));
  return { attributes: kept.map(({ path }) => formatAttributePath(path)), slots: kept.map(({ slot }) => slot) };
}

/** The number of words for a person with this many attributes. */
export function personWords(attributes: number): number {
  return PersonWord.attributes + attributes + 1;
}

/** Writes the scanned resource as a person. */
export function writePerson(
  { hashes, userName, active }: ResourceScanner,
  id: Uint8Array,
  { slots }: DigestColumns,
  to: Uint32Array,
  at: number,
): void {
  const [low, high] = idWords(id);
  to[at + PersonWord.id] = low;
  to[at + PersonWord.id + 1] = high;
  to[at + PersonWord.userName] = userName.low;
  to[at + PersonWord.userName + 1] = userName.high;
  to[at + PersonWord.active] = active;
  const first = at + PersonWord.attributes;
  for (let index = 0; index < slots.length; index++) to[first + index] = hashes[slots[index] ?? 0] ?? 0;
  to[first + slots.length] = hashes[hashes.length - 1] ?? 0;
}

/** The hash of an id as two words. */
export function idWords(id: Uint8Array): readonly [low: number, high: number] {
  return [wordAt(id, 0), wordAt(id, 4)];
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0
  );
}

/** Collects the digests of a plan's operations until they are taken to be written to disk. */
export class DigestRows {
  readonly #columns: DigestColumns;
  readonly #width: number;
  #words = new Uint32Array(4096);
  #length = 0;

  constructor(columns: DigestColumns) {
    this.#columns = columns;
    this.#width = RECORD_WORDS + personWords(columns.attributes.length);
  }

  add(record: number, id: Uint8Array, scanner: ResourceScanner): void {
    if (this.#length + this.#width > this.#words.length) {
      const longer = new Uint32Array(Math.max(this.#words.length * 2, this.#width));
      longer.set(this.#words);
      this.#words = longer;
    }
    this.#words[this.#length] = record;
    writePerson(scanner, id, this.#columns, this.#words, this.#length + RECORD_WORDS);
    this.#length += this.#width;
  }

  /** The digests since the last call; valid until the next is added. */
  take(): Uint32Array {
    const taken = this.#words.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
