import type { JsonMember, JsonNode } from '../../json/jsonNode';
import { elementsOf, memberNode, membersOf, stringOf } from '../../json/jsonNode';
import type { AttributePath } from '../../scim/attributePath';
import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import { CORE_USER_URN } from '../../scim/urns';
import { isSameUrn, isUrn, schemaOf } from './knownSchemas';

/** An attribute or sub-attribute at its place in a resource. */
export interface PlacedAttribute {
  /** With canonical names where they are known; its filter contains the `type` of the element. */
  readonly path: AttributePath;
  /** The name in messages: `emails[0].value`, `manager.value`. */
  readonly label: string;
  readonly member: JsonMember;
  /** Absent if the schema does not have the attribute or is unknown. */
  readonly definition?: AttributeDefinition;
  /** Its schema, if known. */
  readonly schema?: SchemaDefinition;
}

/**
 * All attributes of a resource in the order of the text, each before its sub-attributes. Does not include the names of
 * extensions.
 */
export function placedAttributes(resource: JsonNode, schemas: readonly SchemaDefinition[]): readonly PlacedAttribute[] {
  const core = schemaOf(schemas, CORE_USER_URN);
  return membersOf(resource).flatMap((member) => {
    if (!isUrn(member.name)) return [...place(member, core, undefined)];
    const schema = schemaOf(schemas, member.name);
    return membersOf(member.value).flatMap((inner) => [...place(inner, schema, schema?.urn ?? member.name)]);
  });
}

function* place(
  member: JsonMember,
  schema: SchemaDefinition | undefined,
  urn: string | undefined,
): Generator<PlacedAttribute> {
  const definition = findAttribute(schema?.attributes ?? [], member.name);
  const attribute = definition?.name ?? member.name;
  const isCore = urn === undefined || isSameUrn(urn, CORE_USER_URN);
  const path: AttributePath = isCore ? { attribute } : { urn, attribute };
  const whole = { ...(definition === undefined ? {} : { definition }), ...(schema === undefined ? {} : { schema }) };
  yield { path, label: attribute, member, ...whole };
  const { value } = member;
  if (value?.type === 'object') yield* parts(value, path, attribute, definition, schema);
  for (const [index, element] of elementsOf(value).entries()) {
    const type = stringOf(memberNode(element, 'type'));
    const filtered = type === undefined ? path : { ...path, filter: [{ attribute: 'type', value: type }] };
    yield* parts(element, filtered, `${attribute}[${index}]`, definition, schema);
  }
}

function* parts(
  object: JsonNode,
  path: AttributePath,
  label: string,
  whole: AttributeDefinition | undefined,
  schema: SchemaDefinition | undefined,
): Generator<PlacedAttribute> {
  for (const member of membersOf(object)) {
    const definition = findAttribute(whole?.subAttributes ?? [], member.name);
    const sub = definition?.name ?? member.name;
    yield {
      path: { ...path, sub },
      label: `${label}.${sub}`,
      member,
      ...(definition === undefined ? {} : { definition }),
      ...(schema === undefined ? {} : { schema }),
    };
  }
}
