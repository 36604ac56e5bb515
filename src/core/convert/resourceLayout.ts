import type { AttributePath } from '../scim/attributePath';
import { findAttribute } from '../scim/schema';
import type { AttributeDefinition } from '../scim/schema';
import { CORE_USER_URN, ENTERPRISE_USER_URN } from '../scim/urns';
import { ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from '../scim/userSchema';

/** The content of one position in a resource. An object or a list is omitted if none of its slots has a value. */
export type Layout =
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'constant'; readonly json: string }
  | { readonly kind: 'object'; readonly members: readonly LayoutMember[] }
  | { readonly kind: 'list'; readonly elements: readonly Layout[] };

export interface LayoutMember {
  readonly name: string;
  readonly layout: Layout;
}

/** The members of a User resource after `schemas`, in a fixed order that all writers share. */
export interface ResourceLayout {
  readonly core: readonly LayoutMember[];
  /** Each is named by its URN. */
  readonly extensions: readonly LayoutMember[];
}

/** The URNs in `schemas`, given the extensions that a record fills. Core and Enterprise are always listed. */
export function schemaUrnsOf(extensions: readonly string[]): readonly string[] {
  return [CORE_USER_URN, ENTERPRISE_USER_URN, ...extensions.filter((urn) => urn !== ENTERPRISE_USER_URN)];
}

/** A value to write, with the index of its path. */
interface Slot {
  readonly path: AttributePath;
  readonly slot: number;
}

/**
 * Lays out a User resource: externalId, userName, the schema's order, then Enterprise User, then custom schemas by URN.
 * So the same record gives the same bytes regardless of the order of rules. Slots are indexes into `paths`.
 */
export function layOutResource(paths: readonly AttributePath[]): ResourceLayout {
  const slots = paths.map((path, slot) => ({ path, slot }));
  const urns = [...new Set(paths.map(({ urn }) => urn).filter((urn) => urn !== undefined))].sort(
    (a, b) => Number(b === ENTERPRISE_USER_URN) - Number(a === ENTERPRISE_USER_URN) || (a < b ? -1 : 1),
  );
  return {
    core: objectMembers(
      slots.filter(({ path }) => path.urn === undefined),
      USER_SCHEMA.attributes,
    ),
    extensions: urns.map((urn) => {
      const known = urn === ENTERPRISE_USER_URN ? ENTERPRISE_USER_SCHEMA.attributes : [];
      const own = slots.filter(({ path }) => path.urn === urn);
      return { name: urn, layout: { kind: 'object', members: objectMembers(own, known) } };
    }),
  };
}

/** The attributes that the slots fill, in schema order; attributes that are not in the schema come last, by name. */
function objectMembers(slots: readonly Slot[], schema: readonly AttributeDefinition[]): readonly LayoutMember[] {
  const byAttribute = groupBy(slots, ({ path }) => path.attribute);
  const names = inSchemaOrder([...byAttribute.keys()], schema);
  return names.map((name) => {
    const own = byAttribute.get(name) ?? [];
    const definition = findAttribute(schema, name);
    const isList = definition?.multiValued === true || own.some(({ path }) => path.filter !== undefined);
    return { name, layout: isList ? layOutList(own, definition) : layOutSingle(own, definition) };
  });
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const members = groups.get(key(item));
    if (members === undefined) groups.set(key(item), [item]);
    else members.push(item);
  }
  return groups;
}

function inSchemaOrder(names: readonly string[], schema: readonly AttributeDefinition[]): readonly string[] {
  const place = (name: string) => {
    const index = schema.findIndex((attribute) => attribute.name === name);
    return index < 0 ? schema.length : index;
  };
  return [...names].sort((a, b) => place(a) - place(b) || (a < b ? -1 : Number(a > b)));
}

function layOutSingle(slots: readonly Slot[], definition: AttributeDefinition | undefined): Layout {
  const [only] = slots;
  if (only !== undefined && only.path.sub === undefined) return { kind: 'slot', slot: only.slot };
  return { kind: 'object', members: subMembers(slots, definition, []) };
}

/** Rules with the same filter share an element; elements are sorted by the text of their filters. */
function layOutList(slots: readonly Slot[], definition: AttributeDefinition | undefined): Layout {
  const byFilter = groupBy(slots, ({ path }) => JSON.stringify(path.filter ?? []));
  const elements = [...byFilter.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]): Layout => {
      const terms = (own[0]?.path.filter ?? []).filter((term) => own.every(({ path }) => path.sub !== term.attribute));
      const constants = terms.map(({ attribute, value }): LayoutMember => {
        return { name: attribute, layout: { kind: 'constant', json: JSON.stringify(value) } };
      });
      return { kind: 'object', members: subMembers(own, definition, constants) };
    });
  return { kind: 'list', elements };
}

function subMembers(
  slots: readonly Slot[],
  definition: AttributeDefinition | undefined,
  constants: readonly LayoutMember[],
): readonly LayoutMember[] {
  const members = new Map(constants.map((member) => [member.name, member]));
  for (const { path, slot } of slots) {
    const name = path.sub ?? 'value';
    members.set(name, { name, layout: { kind: 'slot', slot } });
  }
  return inSchemaOrder([...members.keys()], definition?.subAttributes ?? [])
    .map((name) => members.get(name))
    .filter((member) => member !== undefined);
}
