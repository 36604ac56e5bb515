import type { SchemaDefinition } from '../../../scim/schema';
import { CORE_USER_URN, ENTERPRISE_USER_URN } from '../../../scim/urns';
import { isSameUrn, knownSchemas } from '../knownSchemas';
import type { PayloadKnowledge } from '../payloadKnowledge';
import { attributeShape, NEEDED_ATTRIBUTES } from './attributeShape';
import type { JsonSchema } from './jsonSchema';

export const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';

/** Names of extensions, in any case. */
const ANY_URN = '^[uU][rR][nN]:';

/**
 * A JSON Schema (draft 7) of a single user, from our tables of SCIM: User, Enterprise User and the known custom
 * schemas. An unknown extension is an unrestricted object.
 */
export function userSchema(knowledge: PayloadKnowledge): JsonSchema {
  return { $schema: DRAFT_7, ...userShape(knowledge) };
}

/** The same schema without `$schema`, for use inside another one. */
export function userShape(knowledge: PayloadKnowledge): JsonSchema {
  const [user, ...extensions] = knownSchemas(knowledge);
  const urns = [CORE_USER_URN, ...extensions.map(({ urn }) => urn)];
  return {
    title: 'User',
    description: 'A person, as a SCIM resource (RFC 7643).',
    type: 'object',
    properties: {
      ...propertiesOf(user, undefined),
      ...schemasProperty(user, urns),
      ...Object.fromEntries(extensions.map((schema) => [schema.urn, extensionShape(schema)])),
    },
    patternProperties: { [ANY_URN]: { type: ['object', 'null'] } },
    additionalProperties: false,
    required: NEEDED_ATTRIBUTES,
  };
}

function schemasProperty(
  user: SchemaDefinition | undefined,
  urns: readonly string[],
): Readonly<Record<string, JsonSchema>> {
  const definition = user?.attributes.find(({ name }) => name === 'schemas');
  if (definition === undefined) return {};
  return {
    schemas: {
      ...attributeShape(definition, { attribute: 'schemas' }),
      items: { type: 'string', examples: urns },
      defaultSnippets: [{ label: 'User and Enterprise User', body: [CORE_USER_URN, ENTERPRISE_USER_URN] }],
    },
  };
}

function extensionShape(schema: SchemaDefinition): JsonSchema {
  const isEnterprise = isSameUrn(schema.urn, ENTERPRISE_USER_URN);
  return {
    title: schema.name,
    description: isEnterprise ? 'Enterprise User, RFC 7643, section 4.3.' : `Attributes of the schema ${schema.urn}.`,
    type: ['object', 'null'],
    properties: propertiesOf(schema, schema.urn),
    ...(schema.isPartial === true ? {} : { additionalProperties: false }),
  };
}

function propertiesOf(
  schema: SchemaDefinition | undefined,
  urn: string | undefined,
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    (schema?.attributes ?? []).map((definition) => [
      definition.name,
      attributeShape(definition, { ...(urn === undefined ? {} : { urn }), attribute: definition.name }),
    ]),
  );
}
