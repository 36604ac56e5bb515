import type { AttributeDefinition } from '../scim/schema';
import { findAttribute } from '../scim/schema';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../scim/userSchema';

/** The canonical types of elements of a User. Source: RFC 7643, section 4.1.2; those of messengers aside. */
const TYPES = new Set(['work', 'home', 'other', 'mobile', 'fax', 'pager', 'photo', 'thumbnail']);

/** Whether the attribute has elements, each with a type. */
export function isList(urn: string | undefined, attribute: string): boolean {
  return listOf(urn, attribute) !== undefined;
}

/** Whether a name in an element of the attribute is not a member, but a type of elements. */
export function isElementType(urn: string | undefined, attribute: string, name: string): boolean {
  const list = listOf(urn, attribute);
  return (
    list !== undefined && TYPES.has(name.toLowerCase()) && findAttribute(list.subAttributes ?? [], name) === undefined
  );
}

/** The member that an element is about where it has one: addresses have none. */
export function elementValueOf(urn: string | undefined, attribute: string): string | undefined {
  return findAttribute(listOf(urn, attribute)?.subAttributes ?? [], 'value')?.name;
}

function listOf(urn: string | undefined, attribute: string): AttributeDefinition | undefined {
  const schema =
    urn === undefined ? USER_SCHEMA : KNOWN_SCHEMAS.find((known) => known.urn.toLowerCase() === urn.toLowerCase());
  const found = schema === undefined ? undefined : findAttribute(schema.attributes, attribute);
  return found?.multiValued === true ? found : undefined;
}
