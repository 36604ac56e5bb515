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

/** The object in which a name stands, and what can stand there. */
export interface NamePlace {
  readonly object: JsonNode;
  readonly definitions: readonly AttributeDefinition[];
  /** As messages name it: "User", "EnterpriseUser", "emails[0]". */
  readonly what: string;
  /** Set where attributes of a schema stand, and not parts of one. */
  readonly schema?: SchemaDefinition;
}

/** An attribute that its place does not know: in another case, of another schema, or unknown. Data: see the kinds' problems below. */
export function misplacedName(member: JsonMember, place: NamePlace, schemas: readonly SchemaDefinition[]): Problem {
  const meant = findAttribute(place.definitions, member.name);
  if (meant !== undefined) return inOtherCase(member, meant.name, place.object);
  const home = place.schema === undefined ? undefined : homeOf(member.name, place.schema, schemas);
  return home === undefined ? unknown(member, place) : outside(member, home.schema, home.definition);
}

/** Data: `replacement`, the name in quotes, unless it stands there already; else `first`, where. */
export function inOtherCase({ name, nameNode }: JsonMember, canonical: string, object: JsonNode): Problem {
  const twin = firstMember(object, canonical);
  const twice = twin === undefined ? '' : ` "${canonical}" stands here too, so that the attribute is there twice.`;
  const message = `"${name}" is spelled "${canonical}" (RFC 7643). Whether Entra takes other spellings is not documented.${twice}`;
  const data = twin === undefined ? { replacement: JSON.stringify(canonical) } : { first: spanOf(twin.nameNode) };
  return problemOf(shapeProblems.attributeCase, spanOf(nameNode), message, data);
}

/** Data: `urn`, the schema that it belongs to, and `attribute`, its name there. Attributes of User stand in no extension. */
export function outside(
  { name, nameNode }: JsonMember,
  schema: SchemaDefinition,
  { name: attribute }: AttributeDefinition,
): Problem {
  const isCore = schema.urn === CORE_USER_URN;
  const where = isCore ? 'beside the extensions' : `in the object "${schema.urn}"`;
  const message = `"${name}" is an attribute of ${schema.name} and stands ${where} (RFC 7643, section 3.3). Here it is unknown, and Entra does not find it.`;
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

/** Data: `replacement`, the name in quotes that was probably meant; else `urn` and `attribute`, where it could be in a custom schema. */
function unknown({ name, nameNode }: JsonMember, { object, definitions, what, schema }: NamePlace): Problem {
  const rfc = schema === undefined || schema.urn.startsWith('urn:ietf:') ? ' (RFC 7643)' : '';
  const message = `${what} has no attribute "${name}"${rfc}: Entra takes the request, and does nothing with the value as far as is known.`;
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
