import { parseTree } from 'jsonc-parser';
import { membersOf } from '../../../src/core/json/jsonNode';
import type { PayloadKnowledge } from '../../../src/core/payload/shape/payloadKnowledge';
import { BULK_REQUEST_URN, CORE_USER_URN, ENTERPRISE_USER_URN } from '../../../src/core/scim/urns';

/** Payloads in which a kind of problem is found, and near ones in which it must not be. */
export interface PayloadCases {
  /** What the texts are: members of a resource, of an operation or of a request, placed among those that are needed. */
  readonly of: 'resource' | 'operation' | 'request';
  readonly fires: readonly string[];
  readonly silent: readonly string[];
}

export const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';
const UNKNOWN = 'urn:ietf:params:scim:schemas:extension:csv:1.0:User';

/** What is known beside the text: a schema with an attribute of each type. */
export const KNOWLEDGE: PayloadKnowledge = {
  schemas: [
    {
      urn: CUSTOM,
      name: 'contoso',
      attributes: [
        { name: 'grade', type: 'string', description: 'The grade.' },
        { name: 'hireDate', type: 'dateTime', description: 'The first day.' },
        { name: 'onLeave', type: 'boolean', description: 'Whether on leave.' },
        { name: 'desk', type: 'integer', description: 'The number of the desk.' },
        { name: 'fte', type: 'decimal', description: 'The part of full time.' },
        { name: 'badges', type: 'string', multiValued: true, description: 'The badges.' },
      ],
    },
  ],
};

const schemas = (...more: readonly string[]): string =>
  `"schemas": ${JSON.stringify([CORE_USER_URN, ENTERPRISE_USER_URN, ...more])}`;

/** The members that a resource, an operation and a request cannot do without, each on a line. */
const NEEDED = {
  resource: [schemas(), '"externalId": "701984"', '"userName": "ana@contoso.com"', '"active": true'],
  operation: ['"method": "POST"', '"bulkId": "1"', '"path": "/Users"'],
  request: [`"schemas": ["${BULK_REQUEST_URN}"]`],
};

/** The members with those that they lack, ignoring the case of names. A first line "-NAME" takes a needed one away. */
export function whole(of: PayloadCases['of'], members: string, more: readonly string[] = []): string {
  const removed = /^-(\w+)\n?/.exec(members);
  const own = removed === null ? members : members.slice(removed[0].length);
  const namesOf = (text: string): readonly string[] =>
    membersOf(parseTree(`{${text}}`)).map(({ name }) => name.toLowerCase());
  const present = [...namesOf(own), ...(removed === null ? [] : [removed[1]?.toLowerCase()])];
  const added = [...NEEDED[of], ...more].filter((line) => !present.includes(namesOf(line)[0]));
  return `{\n${[...added, ...(own === '' ? [] : [own])].join(',\n')}\n}`;
}

/** A whole bulk request around what a case says. */
export function requestText(of: PayloadCases['of'], members: string): string {
  const resource = whole('resource', of === 'resource' ? members : '');
  const operation = whole('operation', of === 'operation' ? members : '', [`"data": ${resource}`]);
  return whole('request', of === 'request' ? members : '', [`"Operations": [${operation}]`]);
}

/** A list of so many operations, of ids that differ unless they are given. */
export function operations(count: number, member = '', dataMember = ''): string {
  const list = Array.from({ length: count }, (_, index) =>
    whole('operation', member || `"bulkId": "${index + 1}"`, [
      `"data": ${whole('resource', dataMember || `"externalId": "${index + 1}"`)}`,
    ]),
  );
  return `"Operations": [${list.join(',')}]`;
}

const enterprise = (members: string): string => `"${ENTERPRISE_USER_URN}": { ${members} }`;
const custom = (members: string, urn = CUSTOM): string => `${schemas(urn)},\n"${urn}": { ${members} }`;

/** By code, in the order of the catalogue. */
export const payloadCases: Readonly<Record<string, PayloadCases>> = {
  'payload.attribute-case': {
    of: 'resource',
    fires: [
      '"username": "ana"',
      '"name": { "givenname": "Ana" }',
      '"emails": [{ "Type": "work", "value": "a@b.example" }]',
      enterprise('"costcenter": "7"'),
      `"${ENTERPRISE_USER_URN.toUpperCase()}": { "department": "F" }`,
      `"schemas": ["${CORE_USER_URN.toLowerCase()}", "${ENTERPRISE_USER_URN}"]`,
      '"userName": "ana", "USERNAME": "ana"',
      custom('"Grade": "7"'),
    ],
    silent: ['"userName": "ana"', custom('"grade": "7"'), custom('"Grade": "7", "grade": "7"', UNKNOWN)],
  },
  'payload.attribute-outside-schema': {
    of: 'resource',
    fires: [
      '"department": "Finance"',
      '"Department": "Finance"',
      '"grade": "7"',
      enterprise('"title": "Engineer"'),
      custom('"title": "Engineer"'),
      `"${ENTERPRISE_USER_URN}:department": "Finance"`,
      `"${CORE_USER_URN}": { "title": "Engineer" }`,
    ],
    silent: [
      '"title": "Engineer"',
      enterprise('"department": "Finance"'),
      custom('"title": "Engineer"', UNKNOWN),
      '"name": { "department": "Finance" }',
    ],
  },
  'payload.attribute-without-effect': {
    of: 'resource',
    fires: [
      '"id": "2819c223"',
      '"meta": { "resourceType": "User" }',
      '"password": "x"',
      '"groups": [{ "value": "1" }]',
      enterprise('"manager": { "value": "1", "displayName": "Bo" }'),
      enterprise('"manager": { "value": "1", "$ref": "../Users/1" }'),
    ],
    silent: ['"roles": [{ "value": "1" }]', enterprise('"manager": { "value": "1" }'), custom('"id": "1"', UNKNOWN)],
  },
  'payload.date-format': {
    of: 'resource',
    fires: ['01.05.2026', '2026-13-01', '20260501080000.0Z', '2026-05-01T08:00:00+0200', '2026-05-01Z'].map((text) =>
      custom(`"hireDate": "${text}"`),
    ),
    silent: [
      custom('"hireDate": "2026-05-01T08:00:00Z"'),
      custom('"hireDate": "2026-05-01T08:00:00.123-05:00"'),
      custom('"hireDate": "2026-05-01"'),
      custom('"hireDate": null'),
      custom('"grade": "01.05.2026"'),
      custom('"hireDate": "01.05.2026"', UNKNOWN),
    ],
  },
  'payload.date-without-zone': {
    of: 'resource',
    fires: [
      custom('"hireDate": "2026-05-01"'),
      custom('"hireDate": "2026-05-01T08:00:00"'),
      custom('"grade": "2026-05-01T08:00"'),
      custom('"HireDate": "2026-05-01"', UNKNOWN),
    ],
    silent: [
      custom('"hireDate": "2026-05-01T08:00:00+02:00"'),
      custom('"HireDate": "2026-05-01T08:00:00Z"', UNKNOWN),
      custom('"HireDate": "on 2026-05-01"', UNKNOWN),
      '"nickName": "2026-05-01"',
      '"meta": { "created": "2026-05-01" }',
    ],
  },
  'payload.delete': {
    of: 'operation',
    fires: ['"method": "DELETE"', '"method": "delete"'],
    silent: ['"method": "POST"', '"method": "PATCH"'],
  },
  'payload.duplicate-bulk-id': {
    of: 'request',
    fires: [operations(2, '"bulkId": "1"')],
    silent: [operations(2), operations(2, '"bulkId": ""')],
  },
  'payload.duplicate-external-id': {
    of: 'request',
    fires: [operations(2, '', '"externalId": "1"')],
    silent: [operations(2), operations(2, '', '"externalId": ""')],
  },
  'payload.element-not-work': {
    of: 'resource',
    fires: [
      '"phoneNumbers": [{ "type": "mobile", "value": "1" }]',
      '"emails": [{ "value": "a@b.example" }]',
      '"addresses": [{ "type": "work", "locality": "Rome" }, { "type": "home", "locality": "Rome" }]',
      '"emails": [{ "type": "Work", "value": "a@b.example" }]',
      '"emails": [{ "type": null, "value": "a@b.example" }]',
    ],
    silent: [
      '"phoneNumbers": [{ "type": "work", "value": "1" }]',
      '"phoneNumbers": []',
      '"ims": [{ "type": "home", "value": "1" }]',
    ],
  },
  'payload.empty-text': {
    of: 'resource',
    fires: [
      '"title": ""',
      '"name": { "givenName": "" }',
      '"emails": [{ "type": "work", "value": "" }]',
      enterprise('"manager": { "value": "" }'),
      custom('"HireDate": ""', UNKNOWN),
    ],
    silent: ['"title": null', '"title": " "', '"externalId": ""', '"id": ""', '"userName": ""'],
  },
  'payload.member-case': {
    of: 'operation',
    fires: ['"bulkid": "1"', '"Method": "POST"', '"bulkId": "1", "BulkId": "1"'],
    silent: ['"bulkId": "1"', '"bulk": "1"'],
  },
  'payload.method': {
    of: 'operation',
    fires: ['"method": "post"', '"method": "PATCH"', '"method": ""'],
    silent: ['"method": "POST"', '"method": "DELETE"', '"method": 1'],
  },
  'payload.missing-attribute': {
    of: 'resource',
    fires: [
      '-externalId',
      '-active',
      '-schemas',
      '-userName',
      '"externalId": ""',
      '"externalId": " "',
      '"externalId": null',
      '"active": null',
      '"schemas": []',
      '"username": null',
    ],
    silent: ['', '"username": "ana"', '"active": ""', '"active": false', '"externalId": '],
  },
  'payload.missing-member': {
    of: 'operation',
    fires: ['-method', '-bulkId', '-path', '-data', '"bulkId": ""'],
    silent: ['', '"bulkid": "1"', '"data": ', '"bulkId": 1'],
  },
  'payload.no-operations': {
    of: 'request',
    fires: ['"Operations": []'],
    silent: [operations(1), '-Operations', '"Operations": {}', '"Operations": '],
  },
  'payload.null-value': {
    of: 'resource',
    fires: ['"title": null', '"emails": null', enterprise('"manager": null'), custom('"HireDate": null', UNKNOWN)],
    silent: ['"title": ""', '"externalId": null', '"id": null', '"active": null'],
  },
  'payload.own-manager': {
    of: 'resource',
    fires: [`"externalId": "7",\n${enterprise('"manager": { "value": "7" }')}`],
    silent: [
      `"externalId": "7",\n${enterprise('"manager": { "value": "8" }')}`,
      `"externalId": "",\n${enterprise('"manager": { "value": "" }')}`,
      `"externalId": "7",\n${custom('"manager": { "value": "7" }', UNKNOWN)}`,
    ],
  },
  'payload.path': {
    of: 'operation',
    fires: ['"path": "/users"', '"path": "/Users/1"', '"path": "Users"', '"path": "/Groups"'],
    silent: ['"path": "/Users"', '"path": 1'],
  },
  'payload.request-schema': {
    of: 'request',
    fires: [
      '"schemas": []',
      `"schemas": ["${BULK_REQUEST_URN.toLowerCase()}"]`,
      `"schemas": ["${BULK_REQUEST_URN}", "${CORE_USER_URN}"]`,
    ],
    silent: [`"schemas": ["${BULK_REQUEST_URN}"]`, '-schemas'],
  },
  'payload.schema-missing': {
    of: 'resource',
    fires: [`"schemas": ["${CORE_USER_URN}"]`, `"schemas": ["${ENTERPRISE_USER_URN}"]`],
    silent: ['', '-schemas', '"schemas": []', `"schemas": ["${CORE_USER_URN}"],\n${enterprise('"department": "F"')}`],
  },
  'payload.schema-not-listed': {
    of: 'resource',
    fires: [
      `"${CUSTOM}": { "grade": "7" }`,
      `"${UNKNOWN}": {}`,
      `"schemas": ["${CORE_USER_URN}"],\n${enterprise('"department": "F"')}`,
    ],
    silent: [
      custom('"grade": "7"'),
      custom('"x": "7"', UNKNOWN),
      `-schemas\n"${UNKNOWN}": {}`,
      `"${ENTERPRISE_USER_URN}:department": "F"`,
    ],
  },
  'payload.schema-unused': {
    of: 'resource',
    fires: [
      schemas(UNKNOWN),
      schemas(CUSTOM),
      schemas(ENTERPRISE_USER_URN),
      schemas(BULK_REQUEST_URN),
      `"schemas": ["${CORE_USER_URN}s", "${ENTERPRISE_USER_URN}"]`,
    ],
    silent: ['', custom('"x": "7"', UNKNOWN), custom('"grade": "7"')],
  },
  'payload.too-many-operations': {
    of: 'request',
    fires: [operations(51)],
    silent: [operations(50)],
  },
  'payload.unknown-attribute': {
    of: 'resource',
    fires: [
      '"resourceType": "User"',
      '"jobTitle": "Engineer"',
      '"name": { "first": "Ana" }',
      '"emails": [{ "type": "work", "address": "a@b.example" }]',
      enterprise('"boss": "7"'),
      custom('"grad": "7"'),
    ],
    silent: [
      '"title": "Engineer"',
      '"username": "ana"',
      '"department": "F"',
      '"meta": { "resourceType": "User" }',
      custom('"grad": "7"', UNKNOWN),
      custom('"grade": "7"'),
    ],
  },
  'payload.unknown-member': {
    of: 'operation',
    fires: ['"comment": "x"', '"externalId": "701984"', '"bulk_id": "1"'],
    silent: ['', '"bulkid": "1"'],
  },
  'payload.user-name': {
    of: 'resource',
    fires: [
      '"userName": "jörg@fabrikam.com"',
      '"userName": "jo lee@fabrikam.com"',
      '"userName": "jolee"',
      '"userName": "jolee.@fabrikam.com"',
      '"userName": "@fabrikam.com"',
      '"userName": "jolee@"',
      `"userName": "${'x'.repeat(65)}@fabrikam.com"`,
    ],
    silent: [
      '',
      '"userName": "j.o-lee_7@fabrikam.com"',
      `"userName": "o'neil#ext#@fabrikam.onmicrosoft.com"`,
      '"userName": ""',
    ],
  },
  'payload.second-work-element': {
    of: 'resource',
    fires: [
      '"emails": [{ "type": "work", "value": "a@fabrikam.com" }, { "type": "work", "value": "b@fabrikam.com" }]',
      '"addresses": [{ "type": "work", "country": "DE" }, { "type": "work", "locality": "Ulm" }]',
    ],
    silent: [
      '"emails": [{ "type": "work", "value": "a@fabrikam.com" }, { "type": "home", "value": "b@fabrikam.com" }]',
      '"addresses": [{ "type": "work", "country": "DE" }]',
    ],
  },
  'payload.doubtful-text': {
    of: 'resource',
    fires: [
      '"timezone": "2031-07-01"',
      '"timezone": "W. Europe Standard Time"',
      '"locale": "Austria"',
      '"locale": "deutsch (AT)"',
    ],
    silent: [
      '"timezone": "Europe/Vienna"',
      '"timezone": "UTC"',
      '"timezone": "America/Argentina/Buenos_Aires"',
      '"locale": "de-AT"',
      '"locale": "zh-Hant-TW"',
      '"locale": "en"',
    ],
  },
  'payload.value-too-long': {
    of: 'resource',
    fires: [
      '"externalId": "12345678901234567"',
      `"title": "${'x'.repeat(129)}"`,
      `"addresses": [{ "type": "work", "postalCode": "${'1'.repeat(41)}" }]`,
      enterprise(`"department": "${'x'.repeat(65)}"`),
    ],
    silent: [
      '"externalId": "1234567890123456"',
      `"title": "${'x'.repeat(128)}"`,
      `"addresses": [{ "type": "home", "postalCode": "${'1'.repeat(41)}" }]`,
      `"nickName": "${'x'.repeat(300)}"`,
    ],
  },
  'payload.wrong-type': {
    of: 'resource',
    fires: [
      '"active": "true"',
      '"active": ""',
      '"externalId": 701984',
      '"schemas": "urn:x"',
      '"schemas": [1]',
      '"name": "Ana Ruiz"',
      '"name": { "givenName": 1 }',
      '"emails": { "type": "work", "value": "a@b.example" }',
      '"emails": ["a@b.example"]',
      '"emails": [null]',
      '"emails": [{ "type": "work", "primary": "yes" }]',
      enterprise('"manager": "7"'),
      `"${ENTERPRISE_USER_URN}": "x"`,
      `"${UNKNOWN}": []`,
      custom('"onLeave": "True"'),
      custom('"desk": 1.5'),
      custom('"fte": "0.5"'),
      custom('"badges": "a"'),
      custom('"grade": {}'),
    ],
    silent: [
      '"active": false',
      '"title": null',
      '"emails": []',
      '"emails": null',
      custom('"onLeave": true, "desk": 1, "fte": 0.5, "badges": ["a"], "hireDate": null'),
      custom('"anything": [1, {}]', UNKNOWN),
    ],
  },
};
