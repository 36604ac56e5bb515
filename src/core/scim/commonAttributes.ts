import type { AttributeDefinition } from './schema';

/**
 * The attributes that every resource has in addition to those of its schemas (RFC 7643, sections 3 and 3.1).
 * `externalId`, the third of section 3.1, is listed with User, because a mapping fills it like the others.
 */
export const COMMON_ATTRIBUTES: readonly AttributeDefinition[] = [
  {
    name: 'schemas',
    type: 'reference',
    multiValued: true,
    description: 'The URNs of all schemas that the resource has attributes of.',
  },
  {
    name: 'id',
    type: 'string',
    readOnly: true,
    description: 'The identifier that the service provider gives. A client does not send it.',
  },
  {
    name: 'meta',
    type: 'complex',
    readOnly: true,
    description: 'What the service provider says of the resource itself.',
    subAttributes: [
      { name: 'resourceType', type: 'string', readOnly: true, description: 'What the resource is, such as "User".' },
      { name: 'created', type: 'dateTime', readOnly: true, description: 'When the resource was made.' },
      { name: 'lastModified', type: 'dateTime', readOnly: true, description: 'When it was last changed.' },
      { name: 'location', type: 'reference', readOnly: true, description: 'The address of the resource.' },
      { name: 'version', type: 'string', readOnly: true, description: 'The version of the resource.' },
    ],
  },
];
