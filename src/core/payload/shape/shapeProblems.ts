import { defineProblemKinds } from '../../problems/problemKind';

/** What can be wrong with the shape of a payload: its members, their names and their types. */
export const shapeProblems = defineProblemKinds({
  missingMember: {
    code: 'payload.missing-member',
    severity: 'error',
    title: 'Missing member',
    explanation:
      'A request needs schemas and Operations, an operation needs method, bulkId, path and data. Entra answers a request that breaks this contract with 400 Invalid Data Format, and takes nothing of it.',
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
      'The contract of bulkUpload has no member of that name here. What Entra does with it is not documented: it may ignore the member or refuse the request.',
    remedy: 'Take the name that is offered, or remove the member. Attributes of the person stand in data.',
    authority: 'Entra',
    example: {
      wrong: '"method": "POST", "bulkId": "701984", "path": "/Users", "externalId": "701984"',
      right: '"method": "POST", "bulkId": "701984", "path": "/Users"',
    },
  },
  memberCase: {
    code: 'payload.member-case',
    severity: 'error',
    title: 'Member of a request in another case',
    explanation:
      'A member of the request or of an operation is not spelled as the contract of bulkUpload spells it. RFC 7643 takes names in any case, but the members of a message are read before any schema is known, and nothing says that Entra reads them so.',
    remedy: 'Take the spelling that is offered.',
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
      'Entra matches people by externalId and skips a person without one, demands schemas, and disables an existing account when active is left out. null and an empty text are as good as nothing. A missing userName is said as information: Entra creates no account without it, and takes parts of a person that it knows.',
    remedy: 'Add the attribute.',
    authority: 'Entra',
    example: { wrong: '"externalId": ""', right: '"externalId": "701984"' },
  },
  wrongType: {
    code: 'payload.wrong-type',
    severity: 'error',
    title: 'Value of the wrong type',
    explanation:
      'The value is not of the type that RFC 7643 gives the attribute: a boolean stands without quotes, a text with them, several values in a list, and an attribute with parts is an object. An active that is a text instead of true or false must not be left to chance: it decides whether an account is enabled.',
    remedy: 'Write the value in its type. Where it is clear what is meant, it is offered.',
    authority: 'RFC 7643',
    example: { wrong: '"active": "true"', right: '"active": true' },
  },
  unknownAttribute: {
    code: 'payload.unknown-attribute',
    severity: 'warning',
    title: 'Unknown attribute',
    explanation:
      'The schema has no attribute of that name at that place. Entra takes the request, and does nothing with the value as far as is known: a mapping of the job cannot read what its attribute list does not have.',
    remedy:
      'Take the name that is offered, or remove the attribute. Attributes of your own stand in an extension, under a URN that the attribute list of the job has.',
    authority: 'RFC 7643',
    example: { wrong: '"jobTitle": "Engineer"', right: '"title": "Engineer"' },
  },
  attributeCase: {
    code: 'payload.attribute-case',
    severity: 'warning',
    title: 'Attribute with different capitalisation',
    explanation:
      'RFC 7643 takes names of attributes and schemas in any case. Whether Entra does is not documented, so that a value may be lost without a word.',
    remedy: 'Take the spelling that is offered.',
    authority: 'RFC 7643',
    example: { wrong: '"username": "ana@contoso.com"', right: '"userName": "ana@contoso.com"' },
  },
  outsideSchema: {
    code: 'payload.attribute-outside-schema',
    severity: 'error',
    title: 'Attribute outside its schema',
    explanation:
      'The attribute belongs to another schema. Attributes of an extension stand in the object that is named by its URN, those of User beside it (RFC 7643, section 3.3); elsewhere they are unknown, and the job finds nothing.',
    remedy: 'Move the attribute to where it belongs.',
    authority: 'RFC 7643',
    example: {
      wrong: '"department": "Finance"',
      right: '"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "department": "Finance" }',
    },
  },
});
