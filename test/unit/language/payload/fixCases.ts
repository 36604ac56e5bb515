const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

/** A problem in a text, and the text after the fix of that title. */
export interface FixCase {
  readonly code: string;
  /** Where the problem is, between « and ». */
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly fixed: string;
  readonly isPreferred?: true;
}

const SCHEMAS = `"schemas": ["${CORE}", "${ENTERPRISE}"]`;
const NEEDED = `${SCHEMAS}, "externalId": "1", "userName": "a@contoso.com", "active": true`;

/** A single user on one line. */
const user = (members: string) => `{ ${members} }`;
/** With what every person needs before it. */
const person = (members: string) => user(`${NEEDED}, ${members}`);
/** A request of one operation, the indentation that of Microsoft's samples. */
const request = (operation: string) =>
  `{\n    "schemas": ["${BULK}"],\n    "Operations": [\n${operation}\n    ],\n    "failOnErrors": null\n}\n`;

export const FIX_CASES: readonly FixCase[] = [
  {
    code: 'payload.wrong-type',
    text: user(`${SCHEMAS}, "externalId": "1", "userName": "a@contoso.com", "active": «"true"»`),
    data: { replacement: 'true' },
    title: 'Change to true',
    fixed: user(`${SCHEMAS}, "externalId": "1", "userName": "a@contoso.com", "active": true`),
    isPreferred: true,
  },
  {
    code: 'payload.wrong-type',
    text: user(`${SCHEMAS}, "externalId": «701984», "userName": "a@contoso.com", "active": true`),
    data: { replacement: '"701984"' },
    title: 'Change to "701984"',
    fixed: user(`${SCHEMAS}, "externalId": "701984", "userName": "a@contoso.com", "active": true`),
    isPreferred: true,
  },
  {
    code: 'payload.wrong-type',
    text: person('"emails": «{ "type": "work", "value": "a@contoso.com" }»'),
    data: { wrap: { before: '[', after: ']' } },
    title: 'Wrap in [ ]',
    fixed: person('"emails": [{ "type": "work", "value": "a@contoso.com" }]'),
    isPreferred: true,
  },
  {
    code: 'payload.attribute-case',
    text: user(`${SCHEMAS}, "externalId": "1", «"username"»: "a@contoso.com", "active": true`),
    data: { replacement: '"userName"' },
    title: 'Change to "userName"',
    fixed: user(NEEDED),
    isPreferred: true,
  },
  {
    code: 'payload.attribute-case',
    text: person('«"UserName"»: "b@contoso.com"'),
    data: { first: { start: 142, end: 152 } },
    title: 'Remove UserName',
    fixed: user(NEEDED),
  },
  {
    code: 'payload.unknown-attribute',
    text: person('«"titl"»: "Engineer"'),
    data: { replacement: '"title"' },
    title: 'Change to "title"',
    fixed: person('"title": "Engineer"'),
    isPreferred: true,
  },
  {
    code: 'payload.unknown-attribute',
    text: person('«"shoeSize"»: "44"'),
    title: 'Remove shoeSize',
    fixed: user(NEEDED),
  },
  {
    code: 'payload.attribute-outside-schema',
    text: person('«"department"»: "Finance", "title": "Engineer"'),
    data: { urn: ENTERPRISE, attribute: 'department' },
    title: 'Move department to EnterpriseUser',
    fixed: person(`"title": "Engineer", "${ENTERPRISE}": { "department": "Finance" }`),
    isPreferred: true,
  },
  {
    code: 'payload.attribute-outside-schema',
    text: person(`"${ENTERPRISE}": { "division": "D" }, «"Department"»: "Finance"`),
    data: { urn: ENTERPRISE, attribute: 'department' },
    title: 'Move department to EnterpriseUser',
    fixed: person(`"${ENTERPRISE}": { "division": "D", "department": "Finance" }`),
    isPreferred: true,
  },
  {
    code: 'payload.attribute-outside-schema',
    text: person(`"${ENTERPRISE}": { «"title"»: "Engineer" }`),
    data: { urn: CORE, attribute: 'title' },
    title: 'Move title to User',
    fixed: person('"title": "Engineer"'),
    isPreferred: true,
  },
  {
    code: 'payload.attribute-outside-schema',
    text: `{\n\t"schemas": [\n\t\t"${CORE}"\n\t],\n\t"externalId": "1",\n\t«"manager"»: {\n\t\t"value": "2"\n\t},\n\t"userName": "a@contoso.com",\n\t"active": true\n}\n`,
    data: { urn: ENTERPRISE, attribute: 'manager' },
    title: 'Move manager to EnterpriseUser',
    fixed: `{\n\t"schemas": [\n\t\t"${CORE}",\n\t\t"${ENTERPRISE}"\n\t],\n\t"externalId": "1",\n\t"userName": "a@contoso.com",\n\t"active": true,\n\t"${ENTERPRISE}": {\n\t\t"manager": {\n\t\t\t"value": "2"\n\t\t}\n\t}\n}\n`,
    isPreferred: true,
  },
  {
    code: 'payload.attribute-outside-schema',
    text: `{\n  ${SCHEMAS},\n  "externalId": "1",\n  "userName": "a@contoso.com",\n  "active": true,\n  "${ENTERPRISE}": {\n    "division": "D",\n    «"name"»: {\n      "givenName": "Ana"\n    }\n  }\n}`,
    data: { urn: CORE, attribute: 'name' },
    title: 'Move name to User',
    fixed: `{\n  ${SCHEMAS},\n  "externalId": "1",\n  "userName": "a@contoso.com",\n  "active": true,\n  "name": {\n    "givenName": "Ana"\n  },\n  "${ENTERPRISE}": {\n    "division": "D"\n  }\n}`,
    isPreferred: true,
  },
  {
    code: 'payload.missing-attribute',
    text: '«{» "externalId": "1", "userName": "a@contoso.com", "active": true }',
    data: { attribute: 'schemas' },
    title: 'Add schemas',
    fixed: `{ ${SCHEMAS}, "externalId": "1", "userName": "a@contoso.com", "active": true }`,
    isPreferred: true,
  },
  {
    code: 'payload.missing-attribute',
    text: `«{»\n  ${SCHEMAS},\n  "externalId": "1",\n  "userName": "a@contoso.com",\n  "${ENTERPRISE}": { "department": "D" }\n}`,
    data: { attribute: 'active' },
    title: 'Add active true: the account is enabled',
    fixed: `{\n  ${SCHEMAS},\n  "externalId": "1",\n  "userName": "a@contoso.com",\n  "active": true,\n  "${ENTERPRISE}": { "department": "D" }\n}`,
  },
  {
    code: 'payload.missing-attribute',
    text: user(`${SCHEMAS}, "externalId": "1", "userName": "a@contoso.com", "active": «null»`),
    data: { attribute: 'active' },
    title: 'Add active false: the account is disabled',
    fixed: user(`${SCHEMAS}, "externalId": "1", "userName": "a@contoso.com", "active": false`),
  },
  {
    code: 'payload.missing-attribute',
    text: `«{»${SCHEMAS},"userName":"a@contoso.com","active":true,"${ENTERPRISE}":{"employeeNumber":"77"}}`,
    data: { attribute: 'externalId' },
    title: 'Add externalId "77", the employeeNumber',
    fixed: `{${SCHEMAS},"externalId": "77","userName":"a@contoso.com","active":true,"${ENTERPRISE}":{"employeeNumber":"77"}}`,
  },
  {
    code: 'payload.missing-attribute',
    text: `«{» ${SCHEMAS}, "externalId": "1", "active": true, "emails": [{ "type": "work", "value": "a@contoso.com" }] }`,
    data: { attribute: 'userName' },
    title: 'Add userName "a@contoso.com", the e-mail address',
    fixed: `{ ${SCHEMAS}, "externalId": "1", "userName": "a@contoso.com", "active": true, "emails": [{ "type": "work", "value": "a@contoso.com" }] }`,
  },
  {
    code: 'payload.missing-member',
    text: request(
      `        «{»\n            "method": "POST",\n            "path": "/Users",\n            "data": { ${NEEDED} }\n        }`,
    ),
    data: { member: 'bulkId' },
    title: 'Add bulkId "1"',
    fixed: request(
      `        {\n            "method": "POST",\n            "bulkId": "1",\n            "path": "/Users",\n            "data": { ${NEEDED} }\n        }`,
    ),
    isPreferred: true,
  },
  {
    code: 'payload.missing-member',
    text: request(`        «{»"bulkId":"9","path":"/Users","data":{ ${NEEDED} }}`),
    data: { member: 'method' },
    title: 'Add method "POST"',
    fixed: request(`        {"method":"POST","bulkId":"9","path":"/Users","data":{ ${NEEDED} }}`),
    isPreferred: true,
  },
  {
    code: 'payload.missing-member',
    text: request(
      `        «{»\n            "method": "POST",\n            "bulkId": "9",\n            "data": { ${NEEDED} }\n        }`,
    ),
    data: { member: 'path' },
    title: 'Add path "/Users"',
    fixed: request(
      `        {\n            "method": "POST",\n            "bulkId": "9",\n            "path": "/Users",\n            "data": { ${NEEDED} }\n        }`,
    ),
    isPreferred: true,
  },
  {
    code: 'payload.missing-member',
    text: `«{»\n  "Operations": [],\n  "failOnErrors": null\n}`,
    data: { member: 'schemas' },
    title: 'Add schemas',
    fixed: `{\n  "schemas": [\n    "${BULK}"\n  ],\n  "Operations": [],\n  "failOnErrors": null\n}`,
    isPreferred: true,
  },
  {
    code: 'payload.request-schema',
    text: `{ "schemas": ["${BULK}", «"${CORE}"»], "Operations": [{}] }`,
    title: `Remove ${CORE} from schemas`,
    fixed: `{ "schemas": ["${BULK}"], "Operations": [{}] }`,
    isPreferred: true,
  },
  {
    code: 'payload.request-schema',
    text: `{ "Operations": [{}, {}], "schemas": [«"urn:bulk"»] }`,
    data: { replacement: `"${BULK}"` },
    title: `Change to "${BULK}"`,
    fixed: `{ "Operations": [{}, {}], "schemas": ["${BULK}"] }`,
    isPreferred: true,
  },
  {
    code: 'payload.schema-not-listed',
    text: person(`«"${CUSTOM}"»: { "grade": "7" }`),
    data: { urn: CUSTOM },
    title: `Add ${CUSTOM} to schemas`,
    fixed: person(`"${CUSTOM}": { "grade": "7" }`).replace(`"${ENTERPRISE}"]`, `"${ENTERPRISE}", "${CUSTOM}"]`),
    isPreferred: true,
  },
  {
    code: 'payload.schema-missing',
    text: `{\n  "schemas": «[\n    "${CORE}"\n  ]»,\n  "externalId": "1",\n  "userName": "a@contoso.com",\n  "active": true\n}`,
    data: { urn: ENTERPRISE },
    title: `Add ${ENTERPRISE} to schemas`,
    fixed: `{\n  "schemas": [\n    "${CORE}",\n    "${ENTERPRISE}"\n  ],\n  "externalId": "1",\n  "userName": "a@contoso.com",\n  "active": true\n}`,
    isPreferred: true,
  },
  {
    code: 'payload.schema-unused',
    text: `{ "schemas": ["${CORE}", «"${CUSTOM}"», "${ENTERPRISE}"], "externalId": "1", "userName": "a@contoso.com", "active": true }`,
    data: { urn: CUSTOM },
    title: `Remove ${CUSTOM} from schemas`,
    fixed: user(NEEDED),
    isPreferred: true,
  },
  {
    code: 'payload.method',
    text: request(`        { "method": «"post"», "bulkId": "9", "path": "/Users", "data": { ${NEEDED} } }`),
    data: { replacement: '"POST"' },
    title: 'Change to "POST"',
    fixed: request(`        { "method": "POST", "bulkId": "9", "path": "/Users", "data": { ${NEEDED} } }`),
    isPreferred: true,
  },
  {
    code: 'payload.delete',
    text: request(
      `        {\n            "method": «"DELETE"»,\n            "bulkId": "9",\n            "path": "/Users",\n            "data": {\n                ${SCHEMAS},\n                "externalId": "1"\n            }\n        }`,
    ),
    title: 'Disable the account instead: POST with active false',
    fixed: request(
      `        {\n            "method": "POST",\n            "bulkId": "9",\n            "path": "/Users",\n            "data": {\n                ${SCHEMAS},\n                "externalId": "1",\n                "active": false\n            }\n        }`,
    ),
    isPreferred: true,
  },
  {
    code: 'payload.delete',
    text: request(`        { "method": «"Delete"», "bulkId": "9", "path": "/Users", "data": { ${NEEDED} } }`),
    title: 'Disable the account instead: POST with active false',
    fixed: request(
      `        { "method": "POST", "bulkId": "9", "path": "/Users", "data": { ${NEEDED.replace('true', 'false')} } }`,
    ),
    isPreferred: true,
  },
  {
    code: 'payload.path',
    text: request(`        { "method": "POST", "bulkId": "9", "path": «"/Groups"», "data": { ${NEEDED} } }`),
    data: { replacement: '"/Users"' },
    title: 'Change to "/Users"',
    fixed: request(`        { "method": "POST", "bulkId": "9", "path": "/Users", "data": { ${NEEDED} } }`),
    isPreferred: true,
  },
  {
    code: 'payload.element-not-work',
    text: person('"phoneNumbers": [{ "type": «"mobile"», "value": "1" }]'),
    data: { replacement: '"work"' },
    title: 'Set the type to "work"',
    fixed: person('"phoneNumbers": [{ "type": "work", "value": "1" }]'),
    isPreferred: true,
  },
  {
    code: 'payload.element-not-work',
    text: person('"phoneNumbers": [«{ "value": "1" }»]'),
    data: { missing: 'type' },
    title: 'Set the type to "work"',
    fixed: person('"phoneNumbers": [{ "type": "work", "value": "1" }]'),
    isPreferred: true,
  },
  {
    code: 'payload.element-not-work',
    text: person(
      '"emails": [{ "type": "work", "value": "a@contoso.com" }, { "type": «"home"», "value": "b@contoso.com" }]',
    ),
    data: { replacement: '"work"' },
    title: 'Remove the element',
    fixed: person('"emails": [{ "type": "work", "value": "a@contoso.com" }]'),
  },
  {
    code: 'payload.duplicate-bulk-id',
    text: request(
      `        { "method": "POST", "bulkId": "1", "path": "/Users", "data": { ${NEEDED} } },\n        { "method": "POST", "bulkId": «"1"», "path": "/Users", "data": { ${NEEDED.replace('"1"', '"2"')} } }`,
    ),
    title: 'Change to "2"',
    fixed: request(
      `        { "method": "POST", "bulkId": "1", "path": "/Users", "data": { ${NEEDED} } },\n        { "method": "POST", "bulkId": "2", "path": "/Users", "data": { ${NEEDED.replace('"1"', '"2"')} } }`,
    ),
  },
  {
    code: 'payload.duplicate-external-id',
    text: request(
      `        { "method": "POST", "bulkId": "1", "path": "/Users", "data": { ${NEEDED} } },\n        { "method": "POST", "bulkId": "2", "path": "/Users", "data": { ${NEEDED.replace('"1"', '«"1"»')} } }`,
    ),
    title: 'Remove this operation',
    fixed: request(`        { "method": "POST", "bulkId": "1", "path": "/Users", "data": { ${NEEDED} } }`),
  },
  {
    code: 'payload.date-without-zone',
    text: person(`"${CUSTOM}": { "hireDate": «"2026-05-01"» }`).replace(
      `"${ENTERPRISE}"]`,
      `"${ENTERPRISE}", "${CUSTOM}"]`,
    ),
    title: 'Use UTC: add T00:00:00Z',
    fixed: person(`"${CUSTOM}": { "hireDate": "2026-05-01T00:00:00Z" }`).replace(
      `"${ENTERPRISE}"]`,
      `"${ENTERPRISE}", "${CUSTOM}"]`,
    ),
  },
  {
    code: 'payload.attribute-without-effect',
    text: `{\n  «"id"»: "5",\n  ${NEEDED}\n}`,
    title: 'Remove id',
    fixed: `{\n  ${NEEDED}\n}`,
    isPreferred: true,
  },
  {
    code: 'payload.own-manager',
    text: person(`"${ENTERPRISE}": { "department": "D", "manager": { "value": «"1"» } }`),
    title: 'Remove manager',
    fixed: person(`"${ENTERPRISE}": { "department": "D" }`),
    isPreferred: true,
  },
  {
    code: 'payload.empty-text',
    text: person('"title": «""»'),
    data: { replacement: 'null' },
    title: 'Remove title',
    fixed: user(NEEDED),
  },
  {
    code: 'payload.null-value',
    text: person('"title": «null», "nickName": "A"'),
    title: 'Remove title',
    fixed: person('"nickName": "A"'),
  },
  {
    code: 'payload.unknown-member',
    text: request(`        { "method": "POST", "bulkId": "9", «"id"»: 1, "path": "/Users", "data": { ${NEEDED} } }`),
    title: 'Remove id',
    fixed: request(`        { "method": "POST", "bulkId": "9", "path": "/Users", "data": { ${NEEDED} } }`),
  },
  {
    code: 'payload.member-case',
    text: request(`        { "method": "POST", «"bulkid"»: "9", "path": "/Users", "data": { ${NEEDED} } }`),
    data: { replacement: '"bulkId"' },
    title: 'Change to "bulkId"',
    fixed: request(`        { "method": "POST", "bulkId": "9", "path": "/Users", "data": { ${NEEDED} } }`),
    isPreferred: true,
  },
  {
    code: 'json.duplicate-member',
    text: person('"title": "A", «"title"»: "B"'),
    title: 'Remove the first title',
    fixed: person('"title": "B"'),
  },
  {
    code: 'json.duplicate-member',
    text: person('"title": "A", «"title"»: "B"'),
    title: 'Remove this title',
    fixed: person('"title": "A"'),
  },
];
