import type { JsonMember, JsonNode } from '../../json/jsonNode';
import { firstMember, spanOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import { OWN_SCHEMA_URN, ownAttribute, ownAttributeAdvice } from '../../scim/ownAttribute';
import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import { CORE_USER_URN } from '../../scim/urns';
import { nearest } from '../../text/nearest';
import { shapeProblems } from './shapeProblems';

/** The object that contains a name, and what is allowed there. */
export interface NamePlace {
  readonly object: JsonNode;
  readonly definitions: readonly AttributeDefinition[];
  /** The name in messages: "User", "EnterpriseUser", "emails[0]". */
  readonly what: string;
  /** Set if the object contains attributes of a schema, not sub-attributes. */
  readonly schema?: SchemaDefinition;
}

/**
 * An attribute that is not allowed at its place: in another case, of another schema, or unknown. For its data, see the
 * functions below.
 */
export function misplacedName(member: JsonMember, place: NamePlace, schemas: readonly SchemaDefinition[]): Problem {
  const meant = findAttribute(place.definitions, member.name);
  if (meant !== undefined) return inOtherCase(member, meant.name, place.object);
  const home = place.schema === undefined ? undefined : homeOf(member.name, place.schema, schemas);
  return home === undefined ? unknown(member, place) : outside(member, home.schema, home.definition);
}

/** Data: `replacement`, the name in quotes; or `first`, its place, if it already exists. */
export function inOtherCase({ name, nameNode }: JsonMember, canonical: string, object: JsonNode): Problem {
  const twin = firstMember(object, canonical);
  const twice = twin === undefined ? '' : ` "${canonical}" is here, too, so the attribute is duplicated.`;
  const message = `"${name}" is spelled "${canonical}" (RFC 7643). Whether Entra accepts other spellings is not documented.${twice}`;
  const data = twin === undefined ? { replacement: JSON.stringify(canonical) } : { first: spanOf(twin.nameNode) };
  return problemOf(shapeProblems.attributeCase, spanOf(nameNode), message, data);
}

/**
 * Data: `urn`, the schema of the attribute, and `attribute`, its name there. Attributes of User do not have this data,
 * because they are not in an extension.
 */
export function outside(
  { name, nameNode }: JsonMember,
  schema: SchemaDefinition,
  { name: attribute }: AttributeDefinition,
): Problem {
  const isCore = schema.urn === CORE_USER_URN;
  const where = isCore ? 'next to the extensions' : `in the object "${schema.urn}"`;
  const message = `"${name}" is an attribute of ${schema.name} and belongs ${where} (RFC 7643, section 3.3). Entra does not find it here.`;
  return problemOf(shapeProblems.outsideSchema, spanOf(nameNode), message, { urn: schema.urn, attribute });
}

function homeOf(
  name: string,
  schema: SchemaDefinition,
  schemas: readonly SchemaDefinition[],
): { readonly schema: SchemaDefinition; readonly definition: AttributeDefinition } | undefined {
  for (const other of schemas) {
    const definition = other.urn === schema.urn ? undefined : findAttribute(other.attributes, name);
    if (definition !== undefined) return { schema: other, definition };
  }
  return undefined;
}

/**
 * Data: `replacement`, the probable name in quotes; otherwise `urn` and `attribute`, where it could be in a custom
 * schema.
 */
function unknown({ name, nameNode }: JsonMember, { object, definitions, what, schema }: NamePlace): Problem {
  const rfc = schema === undefined || schema.urn.startsWith('urn:ietf:') ? ' (RFC 7643)' : '';
  const message = `"${name}" is not an attribute of ${what}${rfc}: as far as known, Entra accepts the request and ignores the value.`;
  const report = (remedy: string, data?: Problem['data']) =>
    problemOf(shapeProblems.unknownAttribute, spanOf(nameNode), message + remedy, data);
  const own = schema === undefined ? undefined : ownAttribute(name);
  if (own?.entra !== undefined)
    return report(` ${ownAttributeAdvice(own)}`, { urn: OWN_SCHEMA_URN, attribute: own.name });
  const free = definitions
    .map((definition) => definition.name)
    .filter((candidate) => firstMember(object, candidate) === undefined);
  const near = nearest(name, free);
  return near === undefined ? report('') : report(` Did you mean "${near}"?`, { replacement: JSON.stringify(near) });
}
