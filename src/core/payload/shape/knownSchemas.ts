import { COMMON_ATTRIBUTES } from '../../scim/commonAttributes';
import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../scim/userSchema';
import type { PayloadKnowledge } from './payloadKnowledge';

/** User with the common attributes: the members of a resource outside of extensions. */
const RESOURCE_SCHEMA: SchemaDefinition = {
  ...USER_SCHEMA,
  attributes: [...COMMON_ATTRIBUTES, ...USER_SCHEMA.attributes],
};

const ALONE: readonly SchemaDefinition[] = KNOWN_SCHEMAS.map((schema) =>
  schema === USER_SCHEMA ? RESOURCE_SCHEMA : schema,
);

/** All known schemas: first User with the common attributes, then Enterprise User, then the others. */
export function knownSchemas({ schemas = [] }: PayloadKnowledge): readonly SchemaDefinition[] {
  if (schemas.length === 0) return ALONE;
  const all = [...ALONE];
  for (const schema of schemas) {
    const place = all.findIndex(({ urn }) => isSameUrn(urn, schema.urn));
    const known = all[place];
    if (known === undefined) all.push(schema);
    else all[place] = { ...known, attributes: joined(known.attributes, schema.attributes) };
  }
  return all;
}

/** The schema with this URN, ignoring case. */
export function schemaOf(schemas: readonly SchemaDefinition[], urn: string): SchemaDefinition | undefined {
  return schemas.find((schema) => isSameUrn(schema.urn, urn));
}

export function isSameUrn(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

/**
 * Whether a member of a resource is named like an extension, so that it contains attributes instead of being one (RFC
 * 7643, section 3.3).
 */
export function isUrn(name: string): boolean {
  return /^urn:/i.test(name);
}

/** Adds attributes to those of a known schema, which a job may extend. */
function joined(
  known: readonly AttributeDefinition[],
  more: readonly AttributeDefinition[],
): readonly AttributeDefinition[] {
  return [...known, ...more.filter(({ name }) => findAttribute(known, name) === undefined)];
}
