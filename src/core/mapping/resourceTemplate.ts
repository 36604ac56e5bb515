import { CORE_USER_URN, ENTERPRISE_USER_URN } from '../scim/urns';
import type { AttributePath } from '../scim/attributePath';
import { findAttribute } from '../scim/schema';
import type { AttributeDefinition } from '../scim/schema';
import { ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from '../scim/userSchema';

/** The text of a member's value for one record; `undefined` when it is left out. */
export type Write<Record> = (record: Record) => string | undefined;

/** Something to be written, and where it goes in the resource. */
export interface Slot<Record> {
  readonly path: AttributePath;
  readonly write: Write<Record>;
}

interface Member<Record> {
  readonly name: string;
  readonly write: Write<Record>;
}

/**
 * Compiles the text of a User resource: members in one fixed order (schemas, externalId, userName, the schema's order,
 * then Enterprise User, then custom schemas by their URN), so that the same record gives the same bytes however the rules
 * are ordered. What has no members is left out; `schemas` names Core and Enterprise always, other extensions where used.
 */
export function compileResource<Record>(slots: readonly Slot<Record>[]): (record: Record) => string {
  const core = objectMembers(
    slots.filter(({ path }) => path.urn === undefined),
    USER_SCHEMA.attributes,
  );
  const urns = [...new Set(slots.map(({ path }) => path.urn).filter((urn) => urn !== undefined))].sort(
    (a, b) => Number(b === ENTERPRISE_USER_URN) - Number(a === ENTERPRISE_USER_URN) || (a < b ? -1 : 1),
  );
  const extensions = urns.map((urn) => {
    const known = urn === ENTERPRISE_USER_URN ? ENTERPRISE_USER_SCHEMA.attributes : [];
    return {
      name: urn,
      write: writeObject(
        objectMembers(
          slots.filter(({ path }) => path.urn === urn),
          known,
        ),
      ),
    };
  });
  return (record) => {
    const members: string[] = [];
    for (const { name, write } of core) append(members, name, write(record));
    const schemas = [CORE_USER_URN, ENTERPRISE_USER_URN];
    for (const { name, write } of extensions) {
      const text = write(record);
      if (text !== undefined && name !== ENTERPRISE_USER_URN) schemas.push(name);
      append(members, name, text);
    }
    return `{"schemas":${JSON.stringify(schemas)}${members.map((member) => `,${member}`).join('')}}`;
  };
}

function append(members: string[], name: string, text: string | undefined): void {
  if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
}

function writeObject<Record>(members: readonly Member<Record>[], constants = 0): Write<Record> {
  return (record) => {
    const texts: string[] = [];
    for (const { name, write } of members) append(texts, name, write(record));
    return texts.length > constants ? `{${texts.join(',')}}` : undefined;
  };
}

/** The attributes that the slots fill, in the schema's order; those it does not know come last, by name. */
function objectMembers<Record>(
  slots: readonly Slot<Record>[],
  schema: readonly AttributeDefinition[],
): readonly Member<Record>[] {
  const byAttribute = groupBy(slots, ({ path }) => path.attribute);
  const names = inSchemaOrder([...byAttribute.keys()], schema);
  return names.map((name) => {
    const own = byAttribute.get(name) ?? [];
    const definition = findAttribute(schema, name);
    const isList = definition?.multiValued === true || own.some(({ path }) => path.filter !== undefined);
    return { name, write: isList ? writeList(own, definition) : writeSingle(own, definition) };
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

function writeSingle<Record>(
  slots: readonly Slot<Record>[],
  definition: AttributeDefinition | undefined,
): Write<Record> {
  const [only] = slots;
  if (only !== undefined && only.path.sub === undefined) return only.write;
  return writeObject(subMembers(slots, definition, []));
}

/** Rules with the same filter share one element; elements stand in the order of their filters' texts. */
function writeList<Record>(slots: readonly Slot<Record>[], definition: AttributeDefinition | undefined): Write<Record> {
  const byFilter = groupBy(slots, ({ path }) => JSON.stringify(path.filter ?? []));
  const elements = [...byFilter.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const terms = (own[0]?.path.filter ?? []).filter((term) => own.every(({ path }) => path.sub !== term.attribute));
      const constants = terms.map((term) => ({ name: term.attribute, write: () => JSON.stringify(term.value) }));
      return writeObject(subMembers(own, definition, constants), constants.length);
    });
  return (record) => {
    const texts = elements.map((write) => write(record)).filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : `[${texts.join(',')}]`;
  };
}

function subMembers<Record>(
  slots: readonly Slot<Record>[],
  definition: AttributeDefinition | undefined,
  constants: readonly Member<Record>[],
): readonly Member<Record>[] {
  const members = new Map(constants.map((member) => [member.name, member]));
  for (const { path, write } of slots) members.set(path.sub ?? 'value', { name: path.sub ?? 'value', write });
  return inSchemaOrder([...members.keys()], definition?.subAttributes ?? [])
    .map((name) => members.get(name))
    .filter((member) => member !== undefined);
}
