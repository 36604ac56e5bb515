import { defineProblemKinds } from '../../problems/problemKind';

/** What can be wrong with the shape of a payload: its members, their names and their types. */
export const shapeProblems = defineProblemKinds({
  missingMember: {
    code: 'payload.missing-member',
    severity: 'error',
    title: 'Missing member',
    explanation:
      'A request needs schemas and Operations, an operation needs method, bulkId, path and data. Entra refuses a request that breaks this contract as a whole, with 400 Invalid Data Format.',
    remedy: 'Add the member.',
    authority: 'Entra',
    example: {
      wrong: '"method": "POST", "path": "/Users"',
      right: '"method": "POST", "bulkId": "701984", "path": "/Users"',
    },
  },
  unknownMember: {
    code: 'payload.unknown-member',
    severity: 'warning',
    title: 'Unknown member of a request',
    explanation:
      "The contract of bulkUpload does not have a member of that name here. Entra's behaviour is not documented: it may ignore the member or refuse the request.",
    remedy: 'Use the suggested name, or remove the member. Attributes of the person belong in data.',
    authority: 'Entra',
    example: {
      wrong: '"method": "POST", "bulkId": "701984", "path": "/Users", "externalId": "701984"',
      right: '"method": "POST", "bulkId": "701984", "path": "/Users"',
    },
  },
  memberCase: {
    code: 'payload.member-case',
    severity: 'error',
    title: 'Member of a request with different capitalisation',
    explanation:
      'A member of the request or of an operation is not spelled as in the contract of bulkUpload. RFC 7643 allows names in any case, but the members of a message are read before any schema is known, and Entra may not accept other spellings.',
    remedy: 'Use the suggested spelling.',
    authority: 'Entra',
    example: {
      wrong: '"method": "POST", "bulkid": "701984", "path": "/Users"',
      right: '"method": "POST", "bulkId": "701984", "path": "/Users"',
    },
  },
  missingAttribute: {
    code: 'payload.missing-attribute',
    severity: 'error',
    title: 'Missing attribute of a person',
    explanation:
      'Entra matches people by externalId and skips a person without one, requires schemas, and disables an existing account if active is missing. null and an empty text count as missing. A missing userName is reported as information: Entra does not create an account without it, but accepts parts of an existing person.',
    remedy: 'Add the attribute.',
    authority: 'Entra',
    example: { wrong: '"externalId": ""', right: '"externalId": "701984"' },
  },
  wrongType: {
    code: 'payload.wrong-type',
    severity: 'error',
    title: 'Value of the wrong type',
    explanation:
      'The value does not have the type of the attribute in RFC 7643: write a boolean without quotes, a text with quotes, several values as a list, and an attribute with parts as an object. A text instead of true or false in active is risky: it decides whether an account is enabled.',
    remedy: 'Write the value in its type. If the intended value is clear, a quick fix writes it.',
    authority: 'RFC 7643',
    example: { wrong: '"active": "true"', right: '"active": true' },
  },
  unknownAttribute: {
    code: 'payload.unknown-attribute',
    severity: 'warning',
    title: 'Unknown attribute',
    explanation:
      'The schema does not have an attribute of that name at that place. As far as known, Entra accepts the request and ignores the value: a mapping of the job cannot read what its attribute list does not have.',
    remedy:
      "Use the suggested name, or remove the attribute. Custom attributes belong in an extension, under a URN that the job's attribute list has.",
    authority: 'RFC 7643',
    example: { wrong: '"jobTitle": "Engineer"', right: '"title": "Engineer"' },
  },
  attributeCase: {
    code: 'payload.attribute-case',
    severity: 'warning',
    title: 'Attribute with different capitalisation',
    explanation:
      'RFC 7643 allows names of attributes and schemas in any case. Whether Entra does is not documented, so a value may be silently lost.',
    remedy: 'Use the suggested spelling.',
    authority: 'RFC 7643',
    example: { wrong: '"username": "ana@contoso.com"', right: '"userName": "ana@contoso.com"' },
  },
  outsideSchema: {
    code: 'payload.attribute-outside-schema',
    severity: 'error',
    title: 'Attribute outside its schema',
    explanation:
      'The attribute belongs to another schema. Attributes of an extension belong in the object that is named by its URN, those of User next to it (RFC 7643, section 3.3); elsewhere the job does not find them.',
    remedy: 'Move the attribute to where it belongs.',
    authority: 'RFC 7643',
    example: {
      wrong: '"department": "Finance"',
      right: '"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "department": "Finance" }',
    },
  },
});
