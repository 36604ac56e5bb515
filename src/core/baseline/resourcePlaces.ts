import { toBytes } from '../bytes/byteWriter';
import type { AttributePath, FilterTerm } from '../scim/attributePath';

/** The bytes of a name or a value as JSON. */
export type JsonBytes = Uint8Array;

/** A position in a resource, as a tree of the paths of attributes. */
export interface Place {
  /** The index of the attribute whose value is here; negative if there is none. */
  slot: number;
  /** Member names as JSON, in the order in which they are compared. */
  readonly names: JsonBytes[];
  readonly members: Place[];
  /** The index of the member to compare first: the one after the last match. */
  hint: number;
  /** For a list, its elements, those with the most terms first. */
  readonly elements: ElementPlace[];
}

/** An element of a list, identified by the values of its members. */
interface ElementPlace {
  readonly key: string;
  readonly terms: readonly { readonly name: JsonBytes; readonly value: JsonBytes }[];
  readonly place: Place;
}

/** Arranges attributes by the positions of their values in a resource. */
export function placesOf(paths: readonly AttributePath[]): Place {
  const root = newPlace();
  for (const [slot, path] of paths.entries()) {
    const owner = path.urn === undefined ? root : memberOf(root, path.urn);
    const attribute = memberOf(owner, path.attribute);
    if (path.sub === undefined && path.filter === undefined) attribute.slot = slot;
    else if (path.filter === undefined) {
      // The value may also be in a list: without a filter, the path does not show whether it is one
      memberOf(attribute, path.sub ?? VALUE).slot = slot;
      memberOf(elementOf(attribute, []), path.sub ?? VALUE).slot = slot;
    } else memberOf(elementOf(attribute, termsOf(path, paths)), path.sub ?? VALUE).slot = slot;
  }
  return root;
}

const VALUE = 'value';

/** The terms of a filter, except those whose attribute is written by another path. */
function termsOf(path: AttributePath, paths: readonly AttributePath[]): readonly FilterTerm[] {
  const terms = path.filter ?? [];
  const filter = JSON.stringify(terms);
  const own = paths.filter(
    ({ urn, attribute, filter: other }) =>
      urn === path.urn && attribute === path.attribute && JSON.stringify(other ?? []) === filter,
  );
  return terms.filter((term) => own.every(({ sub = VALUE }) => sub !== term.attribute));
}

function newPlace(): Place {
  return { slot: -1, names: [], members: [], hint: 0, elements: [] };
}

function memberOf(place: Place, name: string): Place {
  const bytes = toBytes(JSON.stringify(name));
  const known = place.names.findIndex((other) => isSame(other, bytes));
  const found = place.members[known];
  if (found !== undefined) return found;
  const made = newPlace();
  place.names.push(bytes);
  place.members.push(made);
  return made;
}

function elementOf(list: Place, terms: readonly FilterTerm[]): Place {
  const key = JSON.stringify(terms);
  const known = list.elements.find((element) => element.key === key);
  if (known !== undefined) return known.place;
  const place = newPlace();
  const asJson = (value: FilterTerm['value']) => toBytes(JSON.stringify(value));
  list.elements.push({
    key,
    place,
    terms: terms.map(({ attribute, value }) => ({ name: asJson(attribute), value: asJson(value) })),
  });
  list.elements.sort((one, other) => other.terms.length - one.terms.length);
  return place;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
