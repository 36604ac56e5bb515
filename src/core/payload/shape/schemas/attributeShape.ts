import type { AttributePath } from '../../../scim/attributePath';
import type { AttributeDefinition, ScimType } from '../../../scim/schema';
import { isWithoutEffect } from '../withoutEffect';
import { attributeDescription } from './describeAttribute';
import type { JsonSchema, JsonType } from './jsonSchema';

const TYPES: Readonly<Record<ScimType, JsonType>> = {
  string: 'string',
  reference: 'string',
  binary: 'string',
  dateTime: 'string',
  boolean: 'boolean',
  integer: 'integer',
  decimal: 'number',
  complex: 'object',
};

/** The required attributes of a person: null counts as missing, so it is not allowed. */
export const NEEDED_ATTRIBUTES: readonly string[] = ['schemas', 'externalId', 'active'];

/**
 * The shape of an attribute's value. Unless the attribute is required, it may be null, which means "no value" in SCIM
 * (RFC 7643, section 2.5).
 */
export function attributeShape(definition: AttributeDefinition, path: AttributePath): JsonSchema {
  const markdownDescription = attributeDescription(definition, path);
  return {
    title: definition.name,
    description: definition.description,
    ...(markdownDescription === definition.description ? {} : { markdownDescription }),
    ...valueShape(definition, path),
    ...(definition.readOnly === true ? { readOnly: true } : {}),
    ...(isWithoutEffect(path, definition) ? { doNotSuggest: true } : {}),
  };
}

function valueShape(definition: AttributeDefinition, path: AttributePath): JsonSchema {
  const isNeeded = path.urn === undefined && path.sub === undefined && NEEDED_ATTRIBUTES.includes(definition.name);
  const orNull = (type: JsonType): JsonSchema => ({ type: isNeeded ? type : [type, 'null'] });
  if (definition.multiValued === true)
    return { ...orNull('array'), items: elementShape(definition, path), ...listSnippet(definition) };
  if (definition.type === 'complex') return { ...orNull('object'), ...membersShape(definition, path) };
  return { ...orNull(TYPES[definition.type]), ...offers(definition, path) };
}

function elementShape(definition: AttributeDefinition, path: AttributePath): JsonSchema {
  if (definition.type !== 'complex') return { type: TYPES[definition.type] };
  return { type: 'object', ...membersShape(definition, path) };
}

function membersShape({ subAttributes = [] }: AttributeDefinition, path: AttributePath): JsonSchema {
  const properties = Object.fromEntries(
    subAttributes.map((sub) => [sub.name, attributeShape(sub, { ...path, sub: sub.name })]),
  );
  return { properties, additionalProperties: false };
}

/** The text that completion inserts for a new list: the element that Entra reads. */
function listSnippet({ name, subAttributes = [] }: AttributeDefinition): JsonSchema {
  const names = subAttributes.map((sub) => sub.name);
  if (!names.includes('type')) return {};
  const body = names.includes('value')
    ? [{ type: 'work', value: '$1' }]
    : [{ type: 'work', streetAddress: '$1', locality: '$2', postalCode: '$3', country: '$4' }];
  return { defaultSnippets: [{ label: `${name} of type work`, body }] };
}

function offers({ name, type }: AttributeDefinition, { sub }: AttributePath): JsonSchema {
  if (sub !== undefined && name === 'type') return { examples: ['work'] };
  return type === 'boolean' ? { default: true } : {};
}
