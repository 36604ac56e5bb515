import type { JSONSchema } from 'vscode-json-languageservice';
import type { PayloadKnowledge } from '../../../core/payload/shape/payloadKnowledge';
import type { AttributeDefinition, SchemaDefinition } from '../../../core/scim/schema';
import { BULK_REQUEST_URN, CORE_USER_URN, ENTERPRISE_USER_URN } from '../../../core/scim/urns';
import { ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from '../../../core/scim/userSchema';
import { allSchemas } from '../resourcePath';
import type { SnippetBody } from './valueBodies';
import { BY_TYPE, elementBody, valueBody } from './valueBodies';

/**
 * The label of a snippet that is inserted together with a name. It is not offered as a value, where it would be an
 * empty text.
 */
export const ONLY_WITH_NAME = '(with its name)';

/**
 * A schema that helps to write a payload, in addition to the schema of its shape: default values for names, useful
 * values, and an order. It validates nothing.
 */
export function editingSchema(kind: 'bulkRequest' | 'user', knowledge: PayloadKnowledge): JSONSchema {
  return kind === 'user' ? userEditing(knowledge) : requestEditing(userEditing(knowledge));
}

function requestEditing(user: JSONSchema): JSONSchema {
  return {
    properties: ordered({
      schemas: { ...list(words([BULK_REQUEST_URN])), ...withName([BULK_REQUEST_URN]) },
      Operations: {
        ...withName([OPERATION], '[…]'),
        items: { ...operationEditing(user), defaultSnippets: [{ label: 'operation', body: OPERATION }] },
      },
      failOnErrors: { const: null },
    }),
  };
}

const PERSON: SnippetBody = {
  schemas: [CORE_USER_URN, ENTERPRISE_USER_URN],
  externalId: '${2}',
  userName: '${3}',
  displayName: '${4}',
  active: '^${5|true,false|}',
};
const OPERATION: SnippetBody = { method: 'POST', bulkId: '${1}', path: '/Users', data: PERSON };

function operationEditing(user: JSONSchema): JSONSchema {
  return {
    properties: ordered({
      method: { const: 'POST' },
      bulkId: { ...withName('$1') },
      path: { const: '/Users' },
      data: { ...user, ...withName(PERSON, '{ … }') },
    }),
  };
}

function userEditing(knowledge: PayloadKnowledge): JSONSchema {
  const schemas = allSchemas(knowledge);
  const extensions = schemas.filter(({ urn }) => urn !== CORE_USER_URN);
  return {
    properties: {
      ...ordered({
        schemas: {
          ...list(words(schemas.map(({ urn }) => urn))),
          ...withName([CORE_USER_URN, ENTERPRISE_USER_URN], '[…]'),
        },
        ...attributesEditing(USER_SCHEMA.attributes),
        ...Object.fromEntries(extensions.map((schema) => [schema.urn, extensionEditing(schema)])),
      }),
    },
  };
}

function extensionEditing(schema: SchemaDefinition): JSONSchema {
  const first = schema === ENTERPRISE_USER_SCHEMA ? 'department' : schema.attributes[0]?.name;
  const body: SnippetBody = first === undefined ? '^{$1}' : { [first]: '$1' };
  return { properties: ordered(attributesEditing(schema.attributes)), ...withName(body, '{ … }') };
}

function attributesEditing(attributes: readonly AttributeDefinition[]): Record<string, JSONSchema> {
  return Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeEditing(attribute)]));
}

function attributeEditing(attribute: AttributeDefinition): JSONSchema {
  const { name, type, subAttributes, multiValued } = attribute;
  const label = subAttributes === undefined ? ONLY_WITH_NAME : multiValued === true ? '[…]' : '{ … }';
  const whole = withName(valueBody(attribute), label);
  if (subAttributes === undefined) return type === 'boolean' ? { ...whole, type } : whole;
  const subs = attributesEditing(subAttributes);
  const members = { properties: ordered(BY_TYPE.has(name) ? { ...subs, type: { examples: ['work'] } } : subs) };
  return multiValued === true
    ? { ...whole, items: { ...members, ...withName(elementBody(attribute), '{ … }') } }
    : { ...whole, ...members };
}

/** A snippet that is inserted with the name; with another label, it is also offered as a value. */
function withName(body: SnippetBody, label = ONLY_WITH_NAME): JSONSchema {
  return { defaultSnippets: [{ label, body }] };
}

function words(texts: readonly string[]): JSONSchema {
  return { enum: [...texts] };
}

function list(items: JSONSchema): JSONSchema {
  return { items };
}

/** Sorts members into their usual order. */
function ordered(properties: Record<string, JSONSchema>): Record<string, JSONSchema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema], index) => [
      name,
      { ...schema, suggestSortText: String(index).padStart(3, '0') },
    ]),
  );
}
