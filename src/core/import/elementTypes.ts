import type { AttributeDefinition } from '../scim/schema';
import { findAttribute } from '../scim/schema';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../scim/userSchema';

/** The canonical types of the elements of a User, except those of `ims`. Source: RFC 7643, section 4.1.2. */
const TYPES = new Set(['work', 'home', 'other', 'mobile', 'fax', 'pager', 'photo', 'thumbnail']);

/** Whether the attribute is multi-valued. */
export function isList(urn: string | undefined, attribute: string): boolean {
  return listOf(urn, attribute) !== undefined;
}

/**
 * Whether a name inside a multi-valued attribute is a type of element, such as `work`, and not a member of its
 * elements.
 */
export function isElementType(urn: string | undefined, attribute: string, name: string): boolean {
  const list = listOf(urn, attribute);
  return (
    list !== undefined && TYPES.has(name.toLowerCase()) && findAttribute(list.subAttributes ?? [], name) === undefined
  );
}

/** The name of the elements' member `value`; `undefined` where they do not have one, as in addresses. */
export function elementValueOf(urn: string | undefined, attribute: string): string | undefined {
  return findAttribute(listOf(urn, attribute)?.subAttributes ?? [], 'value')?.name;
}

function listOf(urn: string | undefined, attribute: string): AttributeDefinition | undefined {
  const schema =
    urn === undefined ? USER_SCHEMA : KNOWN_SCHEMAS.find((known) => known.urn.toLowerCase() === urn.toLowerCase());
  const found = schema === undefined ? undefined : findAttribute(schema.attributes, attribute);
  return found?.multiValued === true ? found : undefined;
}
