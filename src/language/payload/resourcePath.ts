import type { JSONPath } from 'jsonc-parser';
import type { JsonNode } from '../../core/json/jsonNode';
import { membersOf, stringOf } from '../../core/json/jsonNode';
import type { PayloadKnowledge } from '../../core/payload/shape/payloadKnowledge';
import type { AttributePath } from '../../core/scim/attributePath';
import type { AttributeDefinition, SchemaDefinition } from '../../core/scim/schema';
import { findAttribute } from '../../core/scim/schema';
import { CORE_USER_URN } from '../../core/scim/urns';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../core/scim/userSchema';

/** The attribute that a member of a resource stands for, from the tables; names are in canonical case. */
export interface ResourceAttribute {
  readonly path: AttributePath;
  readonly definition: AttributeDefinition;
}

/** All known schemas, those of RFC 7643 first. */
export function allSchemas({ schemas = [] }: PayloadKnowledge): readonly SchemaDefinition[] {
  return [...KNOWN_SCHEMAS, ...schemas];
}

/** The known schema with that URN, ignoring case. */
export function knownSchemaOf(knowledge: PayloadKnowledge, urn: string): SchemaDefinition | undefined {
  const lower = urn.toLowerCase();
  return allSchemas(knowledge).find((schema) => schema.urn.toLowerCase() === lower);
}

/** The path within the person's resource; `undefined` for a path outside of it. */
export function withinResource(kind: 'bulkRequest' | 'user', path: JSONPath): JSONPath | undefined {
  if (kind === 'user') return path;
  const [list, index, data, ...rest] = path;
  return list === 'Operations' && typeof index === 'number' && data === 'data' ? rest : undefined;
}

/**
 * The attribute at a path within a resource: `['emails', 0, 'value']`, `['urn:...:User', 'department']`.
 * @param resource tells the elements of a list apart by their `type`
 */
export function attributeAt(
  path: JSONPath,
  resource: JsonNode | undefined,
  knowledge: PayloadKnowledge,
): ResourceAttribute | undefined {
  const [first, ...rest] = path;
  if (typeof first !== 'string') return undefined;
  const isUrn = /^urn:/i.test(first);
  const schema = isUrn ? knownSchemaOf(knowledge, first) : USER_SCHEMA;
  const names = isUrn ? rest : path;
  const block = isUrn ? childOf(resource, first) : resource;
  const [attribute, ...members] = names;
  const whole = schema && typeof attribute === 'string' ? findAttribute(schema.attributes, attribute) : undefined;
  if (schema === undefined || whole === undefined || typeof attribute !== 'string') return undefined;
  const urn = schema.urn === CORE_USER_URN ? {} : { urn: schema.urn };
  const element = typeof members[0] === 'number' ? elementOf(childOf(block, attribute), members[0]) : undefined;
  const sub = members.find((segment) => typeof segment === 'string');
  const part = sub === undefined ? undefined : findAttribute(whole.subAttributes ?? [], sub);
  if (sub !== undefined && part === undefined) return undefined;
  const type = stringOf(childOf(element, 'type'));
  const filter = type === undefined ? {} : { filter: [{ attribute: 'type', value: type }] };
  return {
    path: { ...urn, attribute: whole.name, ...filter, ...(part === undefined ? {} : { sub: part.name }) },
    definition: part ?? whole,
  };
}

function elementOf(list: JsonNode | undefined, index: number): JsonNode | undefined {
  return list?.type === 'array' ? list.children?.[index] : undefined;
}

/** The value of the member with that name, ignoring case. */
export function childOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  const lower = name.toLowerCase();
  return membersOf(node).findLast((member) => member.name.toLowerCase() === lower)?.value;
}
