import type { AttributePath } from '../scim/attributePath';
import { formatAttributePath } from '../scim/attributePath';
import type { ResourceScanner } from './resourceScanner';

/**
 * A person as words of 32 bits: the hash of the id, that of the sign-in name, what `active` says, the hashes of the attributes, and
 * one of everything else. Bytes are those of the machine: such a file never leaves it.
 */
export const enum PersonWord {
  id,
  userName = 2,
  active = 4,
  attributes,
}

/** Words before a person in the digests of a plan: the number of the record. */
export const RECORD_WORDS = 1;

/** Attributes that have words of their own, because they say who somebody is and whether they may sign in. */
const OWN = new Set(['externalId', 'userName', 'active']);

/** Which slots of a scanner are kept, in this order. */
export interface DigestColumns {
  /** As a mapping spells them. */
  readonly attributes: readonly string[];
  readonly slots: readonly number[];
}

export function digestColumns(paths: readonly AttributePath[]): DigestColumns {
  const kept = paths
    .map((path, slot) => ({ path, slot }))
    .filter(({ path }) => path.urn !== undefined || !OWN.has(path.attribute));
  return { attributes: kept.map(({ path }) => formatAttributePath(path)), slots: kept.map(({ slot }) => slot) };
}

/** The words of a person with so many attributes. */
export function personWords(attributes: number): number {
  return PersonWord.attributes + attributes + 1;
}

/** Lays what was scanned down as a person. */
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

/** Gathers the digests of the operations of a plan until they are taken, to be written down. */
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

  /** Those since this was last asked; of use until the next is added. */
  take(): Uint32Array {
    const taken = this.#words.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
