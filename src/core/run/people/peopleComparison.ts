import type { JsonObject, JsonValue } from '../../json/jsonValue';
import { isJsonObject, member, stringMember } from '../../json/jsonValue';

/** The change of a person between two extracts. */
export type PersonClass = 'joiner' | 'mover' | 'leaver' | 'rehire' | 'unchanged';

/** An attribute whose value changed; includes the values only if they may be shown. */
interface AttributeChange {
  /** As spelled in mappings: `name.familyName`. */
  readonly name: string;
  readonly oldValue?: string;
  readonly newValue?: string;
}

export interface ComparedPerson {
  readonly externalId: string;
  readonly class: PersonClass;
  /** The lines of the record in the new and in the old extract; absent where the person is missing. */
  readonly line?: number;
  readonly oldLine?: number;
  readonly changes: readonly AttributeChange[];
}

/** A user as it would be sent, and the physical line on which its record begins. */
export interface LocatedUser {
  readonly user: JsonObject;
  readonly line: number;
}

/**
 * Compares the people of two extracts by their ids: add the people of the old extract first, then compare each person
 * of the new one. Values are stored as 53-bit hashes, unless they must be shown: an extract may have a million people.
 */
export class PeopleComparison {
  readonly #showValues: boolean;
  readonly #places = new Map<string, number>();
  readonly #lines: number[] = [];
  readonly #wasActive: boolean[] = [];
  readonly #isFound: boolean[] = [];
  readonly #columns = new Map<string, (number | string | undefined)[]>();

  constructor(showValues: boolean) {
    this.#showValues = showValues;
  }

  addOld({ user, line }: LocatedUser): void {
    const place = this.#lines.length;
    this.#places.set(idOf(user), place);
    this.#lines.push(line);
    this.#wasActive.push(isActive(user));
    this.#isFound.push(false);
    for (const [name, value] of valuesOf(user)) {
      const column = this.#columns.get(name) ?? [];
      this.#columns.set(name, column);
      // Fill gaps, so that the engine keeps an array of numbers as numbers
      for (let index = column.length; index < place; index++) column.push(this.#showValues ? undefined : NaN);
      column.push(this.#kept(value));
    }
  }

  /** Compares a person of the new extract with the old one. */
  compare({ user, line }: LocatedUser): ComparedPerson {
    const externalId = idOf(user);
    const place = this.#places.get(externalId);
    if (place === undefined) return { externalId, class: 'joiner', line, changes: [] };
    this.#isFound[place] = true;
    const changes = this.#changes(place, user);
    const became = classOf(this.#wasActive[place] === true, isActive(user), changes.length > 0);
    return { externalId, class: became, line, oldLine: this.#lines[place] ?? 0, changes };
  }

  /** People of the old extract who are not in the new one. */
  *gone(): Generator<ComparedPerson> {
    for (const [externalId, place] of this.#places)
      if (this.#isFound[place] !== true)
        yield { externalId, class: 'leaver', oldLine: this.#lines[place] ?? 0, changes: [] };
  }

  #changes(place: number, user: JsonObject): readonly AttributeChange[] {
    const now = new Map(valuesOf(user));
    const names = new Set([...now.keys(), ...this.#columns.keys()]);
    return [...names].flatMap((name) => {
      const before = this.#columns.get(name)?.[place];
      const value = now.get(name);
      const after = value === undefined ? undefined : this.#kept(value);
      const had = before === undefined || Number.isNaN(before) ? undefined : before;
      return had === after ? [] : [this.#change(name, had, value)];
    });
  }

  #change(name: string, oldValue: number | string | undefined, newValue: string | undefined): AttributeChange {
    if (!this.#showValues) return { name };
    return {
      name,
      ...(typeof oldValue === 'string' ? { oldValue } : {}),
      ...(newValue === undefined ? {} : { newValue }),
    };
  }

  #kept(value: string): number | string {
    return this.#showValues ? value : hashOf(value);
  }
}

function classOf(was: boolean, is: boolean, isChanged: boolean): PersonClass {
  if (was !== is) return is ? 'rehire' : 'leaver';
  return isChanged ? 'mover' : 'unchanged';
}

function idOf(user: JsonObject): string {
  return stringMember(user, 'externalId') ?? '';
}

function isActive(user: JsonObject): boolean {
  return member(user, 'active') === true;
}

/** The values of a user by attribute path. `schemas` is omitted because it is the same for everybody. */
function valuesOf(user: JsonObject): readonly (readonly [name: string, value: string])[] {
  return Object.entries(user).flatMap(([name, value]) =>
    name === 'schemas' ? [] : valuesBelow(name, value, name.startsWith('urn:') ? ':' : '.'),
  );
}

function valuesBelow(
  path: string,
  value: JsonValue,
  separator: ':' | '.',
): readonly (readonly [name: string, value: string])[] {
  if (Array.isArray(value))
    return value.flatMap((item: JsonValue, index) => valuesBelow(`${path}[${selectorOf(item, index)}]`, item, '.'));
  if (!isJsonObject(value)) return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, inner]) => valuesBelow(`${path}${separator}${name}`, inner, '.'));
}

function selectorOf(item: JsonValue, index: number): string {
  const type = stringMember(item, 'type');
  return type === undefined ? String(index) : `type eq "${type}"`;
}

/** A 53-bit hash (cyrb53): two values of one attribute of one person collide once in 10^16. */
function hashOf(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
