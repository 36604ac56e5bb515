import { toBytes } from '../bytes/byteWriter';
import { fromBytes } from '../bytes/fromBytes';
import type { Memory } from '../bytes/words';
import { viewOf } from '../bytes/words';
import type { AttributePath } from '../scim/attributePath';
import { ENTERPRISE_USER_URN } from '../scim/urns';
import type { HalfSipHash, HashPair } from './halfSipHash';
import type { JsonBytes, Place } from './resourcePlaces';
import { placesOf } from './resourcePlaces';

/** The value of a resource's `active`. */
export const enum Active {
  inactive,
  active,
  /** Missing, or not a boolean. */
  uncertain,
}

const [QUOTE, COMMA, SLASH, COLON, BACKSLASH, UNICODE] = [0x22, 0x2c, 0x2f, 0x3a, 0x5c, 0x75];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, SPACE] = [0x5b, 0x5d, 0x7b, 0x7d, 0x20];
const NO_NAME: HashPair = { low: 0, high: 0 };
const [TRUE, FALSE, NULL, BLANK] = ['true', 'false', 'null', '""'].map(toBytes) as [
  JsonBytes,
  JsonBytes,
  JsonBytes,
  JsonBytes,
];

/** A range of the scanned bytes. */
interface Span {
  start: number;
  end: number;
}

/**
 * Reads the JSON of a resource in one pass and computes a keyed hash per attribute. A missing value, null and a blank
 * text all have the hash 0, because Entra does not distinguish them. The JSON must be valid.
 */
export class ResourceScanner {
  /** By attribute; the last hash covers everything that belongs to none of the attributes. */
  readonly hashes: Uint32Array;
  active = Active.uncertain;
  /** The hash of the sign-in name; zeros if there is none. */
  userName = NO_NAME;
  readonly #hash: HalfSipHash;
  readonly #root: Place;
  readonly #rest: number;
  readonly #idSlot: number;
  readonly #userNameSlot: number;
  readonly #activeSlot: number;
  readonly #managerSlot: number;
  readonly #id: Span = { start: 0, end: 0 };
  readonly #manager: Span = { start: 0, end: 0 };
  #bytes: Uint8Array = new Uint8Array();
  #view = viewOf(this.#bytes);
  #at = 0;
  /** Whether the text that was skipped last has other possible spellings. */
  #hasEscape = false;

  /** @param paths the attributes, which should include `externalId`, `userName` and `active` */
  constructor(paths: readonly AttributePath[], hash: HalfSipHash) {
    this.#hash = hash;
    this.#root = placesOf(paths);
    this.#rest = paths.length;
    this.hashes = new Uint32Array(paths.length + 1);
    const slotOf = (name: string) =>
      paths.findIndex(({ urn, attribute, sub }) => urn === undefined && sub === undefined && attribute === name);
    this.#idSlot = slotOf('externalId');
    this.#userNameSlot = slotOf('userName');
    this.#activeSlot = slotOf('active');
    this.#managerSlot = paths.findIndex(
      ({ urn, attribute, sub }) => urn === ENTERPRISE_USER_URN && attribute === 'manager' && sub === 'value',
    );
  }

  /** The range of the matching id as JSON; empty if the resource has none. */
  get idRange(): { readonly start: number; readonly end: number } {
    return this.#id;
  }

  /** The matching id as UTF-8; empty if the resource has none. Valid as long as the scanned bytes. */
  get id(): Uint8Array {
    return this.#textAt(this.#id);
  }

  /** The manager's id, in the same form. */
  get manager(): Uint8Array {
    return this.#textAt(this.#manager);
  }

  #textAt({ start, end }: Span): Uint8Array {
    if (end - start <= 2 || this.#bytes[start] !== QUOTE) return NO_BYTES;
    const inner = this.#bytes.subarray(start + 1, end - 1);
    return inner.includes(BACKSLASH) ? toBytes(JSON.parse(fromBytes(this.#bytes, start, end)) as string) : inner;
  }

  /** @param start the offset of the resource's object */
  scan({ bytes, view }: Memory, start: number): void {
    this.#bytes = bytes;
    this.#view = view;
    this.#at = start;
    this.hashes.fill(0);
    this.active = Active.uncertain;
    this.userName = NO_NAME;
    this.#id.end = this.#id.start;
    this.#manager.end = this.#manager.start;
    this.#object(this.#root, true);
  }

  /** Reads a value, and hashes the attributes at or below its position. */
  #value(place: Place | undefined): void {
    const byte = this.#bytes[this.#at];
    if (place !== undefined && place.slot < 0) {
      if (byte === OPEN_OBJECT && place.members.length > 0) {
        this.#object(place, false);
        return;
      }
      if (byte === OPEN_LIST && place.elements.length > 0) {
        this.#list(place);
        return;
      }
    }
    const start = this.#at;
    this.#skipValue();
    this.#hashValue(place?.slot ?? -1, start, this.#at);
  }

  #object(place: Place, isRoot: boolean): void {
    this.#at++;
    while (this.#next() !== CLOSE_OBJECT) {
      const start = this.#at;
      this.#skipText();
      const end = this.#at;
      this.#skipColon();
      // `schemas` lists the extensions, which are scanned themselves
      if (isRoot && isAt(this.#bytes, start, end, SCHEMAS)) this.#skipValue();
      else this.#value(this.#memberAt(place, start, end));
    }
    this.#at++;
  }

  #list(place: Place): void {
    this.#at++;
    while (this.#next() !== CLOSE_LIST) {
      const start = this.#at;
      if (this.#bytes[start] === OPEN_OBJECT) this.#element(place, start);
      else {
        this.#skipValue();
        this.#hashValue(-1, start, this.#at);
      }
    }
    this.#at++;
  }

  /** Reads an element twice, because all of its members are needed to identify it. */
  #element(list: Place, start: number): void {
    const found = list.elements.find(({ terms }) =>
      terms.every(({ name, value }) => this.#hasMember(start, name, value)),
    );
    this.#at = start;
    if (found === undefined) {
      this.#skipValue();
      this.#hashValue(-1, start, this.#at);
      return;
    }
    this.#at++;
    while (this.#next() !== CLOSE_OBJECT) {
      const nameStart = this.#at;
      this.#skipText();
      const nameEnd = this.#at;
      this.#skipColon();
      if (found.terms.some(({ name }) => isAt(this.#bytes, nameStart, nameEnd, name))) this.#skipValue();
      else this.#value(this.#memberAt(found.place, nameStart, nameEnd));
    }
    this.#at++;
  }

  /** Whether the object at an offset has a member with this value. */
  #hasMember(start: number, name: JsonBytes, value: JsonBytes): boolean {
    this.#at = start + 1;
    while (this.#next() !== CLOSE_OBJECT) {
      const nameStart = this.#at;
      this.#skipText();
      const isMeant = isAt(this.#bytes, nameStart, this.#at, name);
      this.#skipColon();
      const valueStart = this.#at;
      this.#skipValue();
      if (isMeant) return isAt(this.#bytes, valueStart, this.#at, value);
    }
    return false;
  }

  #memberAt(place: Place, start: number, end: number): Place | undefined {
    const { names, members } = place;
    for (let tried = 0; tried < names.length; tried++) {
      const index = (place.hint + tried) % names.length;
      const name = names[index];
      if (name === undefined || !isAt(this.#bytes, start, end, name)) continue;
      place.hint = index + 1;
      return members[index];
    }
    return undefined;
  }

  /** @param slot negative if the value belongs to none of the attributes */
  #hashValue(slot: number, start: number, end: number): void {
    const bytes = this.#bytes;
    if (slot === this.#activeSlot && slot >= 0) this.active = activeAt(bytes, start, end);
    if (isAt(bytes, start, end, NULL) || isAt(bytes, start, end, BLANK)) return;
    if (slot === this.#idSlot && slot >= 0) {
      this.#id.start = start;
      this.#id.end = end;
    }
    if (slot === this.#managerSlot && slot >= 0) {
      this.#manager.start = start;
      this.#manager.end = end;
    }
    const { view, from, to } = this.#hasEscape
      ? canonical(bytes, start, end)
      : { view: this.#view, from: start, to: end };
    if (slot === this.#userNameSlot && slot >= 0) this.userName = this.#hash.hash64(view, from, to);
    const hash = this.#hash.hash32(view, from, to);
    // A sum, so that the order of the values does not matter
    if (slot < 0) this.hashes[this.#rest] = ((this.hashes[this.#rest] ?? 0) + hash) >>> 0;
    else this.hashes[slot] = hash === 0 ? 1 : hash;
  }

  /** Skips blanks and commas. Returns the byte that follows. */
  #next(): number {
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.#at] ?? CLOSE_OBJECT;
      if (byte > SPACE && byte !== COMMA) return byte;
      this.#at++;
    }
  }

  /** Skips the colon and the blanks around it. */
  #skipColon(): void {
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.#at] ?? QUOTE;
      if (byte > SPACE && byte !== COLON) return;
      this.#at++;
    }
  }

  /** Skips a value of any kind. */
  #skipValue(): void {
    const bytes = this.#bytes;
    const first = bytes[this.#at];
    this.#hasEscape = false;
    if (first === QUOTE) this.#skipText();
    else if (first === OPEN_OBJECT || first === OPEN_LIST) this.#skipNested();
    else
      for (;;) {
        const byte = bytes[this.#at] ?? COMMA;
        if (byte <= SPACE || byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_LIST) return;
        this.#at++;
      }
  }

  #skipText(): void {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    for (;;) {
      const byte = bytes[at] ?? QUOTE;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        at++;
        const escaped = bytes[at];
        if (escaped === UNICODE || escaped === SLASH) this.#hasEscape = true;
      }
      at++;
    }
    this.#at = at + 1;
  }

  #skipNested(): void {
    const bytes = this.#bytes;
    let depth = 0;
    for (;;) {
      const byte = bytes[this.#at];
      if (byte === QUOTE) {
        this.#skipText();
        continue;
      }
      this.#at++;
      if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST || byte === undefined) depth--;
      if (depth <= 0) break;
    }
    // The layout and spelling of a nested value must not matter
    this.#hasEscape = true;
  }
}

const NO_BYTES = new Uint8Array();
const SCHEMAS = toBytes('"schemas"');

function isAt(bytes: Uint8Array, start: number, end: number, wanted: JsonBytes): boolean {
  if (end - start !== wanted.length) return false;
  for (let index = 0; index < wanted.length; index++) if (bytes[start + index] !== wanted[index]) return false;
  return true;
}

function activeAt(bytes: Uint8Array, start: number, end: number): Active {
  if (isAt(bytes, start, end, TRUE)) return Active.active;
  return isAt(bytes, start, end, FALSE) ? Active.inactive : Active.uncertain;
}

/** The canonical spelling of a range of JSON. */
function canonical(bytes: Uint8Array, start: number, end: number): { view: DataView; from: number; to: number } {
  const spelled = toBytes(JSON.stringify(JSON.parse(fromBytes(bytes, start, end))));
  return { view: viewOf(spelled), from: 0, to: spelled.length };
}
