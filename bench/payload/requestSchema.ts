import type { JSONSchema } from 'vscode-json-languageservice';
import { ENTERPRISE_USER_URN } from '../../src/core/scim/urns';

const text: JSONSchema = { type: 'string' };
const texts = (...names: readonly string[]): Record<string, JSONSchema> =>
  Object.fromEntries(names.map((name) => [name, text]));
const typed = (...names: readonly string[]): JSONSchema => ({
  type: 'array',
  items: {
    type: 'object',
    properties: {
      type: { enum: ['work', 'home', 'other', 'mobile', 'fax', 'pager'] },
      primary: { type: 'boolean' },
      ...texts(...names),
    },
    additionalProperties: false,
  },
});

const enterprise: JSONSchema = {
  type: 'object',
  properties: {
    ...texts('employeeNumber', 'costCenter', 'organization', 'division', 'department'),
    manager: { type: 'object', properties: texts('value', 'displayName', '$ref'), additionalProperties: false },
  },
  additionalProperties: false,
};

const user: JSONSchema = {
  type: 'object',
  properties: {
    schemas: { type: 'array', items: text },
    active: { type: 'boolean' },
    ...texts(
      'externalId',
      'userName',
      'displayName',
      'nickName',
      'profileUrl',
      'title',
      'userType',
      'preferredLanguage',
    ),
    ...texts('locale', 'timezone'),
    name: {
      type: 'object',
      properties: texts('formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix'),
      additionalProperties: false,
    },
    emails: typed('value', 'display'),
    phoneNumbers: typed('value', 'display'),
    addresses: typed('formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'),
    [ENTERPRISE_USER_URN]: enterprise,
  },
  required: ['schemas', 'externalId'],
  additionalProperties: false,
};

/** As much of a bulk request as JSON Schema can say, for a service that is to have as much to do as we have. */
export const requestSchema: JSONSchema = {
  type: 'object',
  properties: {
    schemas: { type: 'array', items: text },
    Operations: {
      type: 'array',
      items: {
        type: 'object',
        properties: { method: { const: 'POST' }, path: { const: '/Users' }, bulkId: text, data: user },
        required: ['method', 'path', 'bulkId', 'data'],
        additionalProperties: false,
      },
    },
    failOnErrors: { type: ['integer', 'null'] },
  },
  required: ['schemas', 'Operations'],
  additionalProperties: false,
};
