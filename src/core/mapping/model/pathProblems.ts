import { defineProblemKinds } from '../../problems/problemKind';

/** Why a path cannot be resolved. */
export const pathProblems = defineProblemKinds({
  unknownAttribute: {
    code: 'mapping.unknown-attribute',
    severity: 'error',
    blocking: true,
    title: 'Unknown attribute',
    explanation:
      'The schema of RFC 7643 does not have an attribute of that name at that place. Entra would not find a value sent under it.',
    remedy:
      'Use the suggested name. Write attributes of the Enterprise User in its schema block. Write your own attributes in the block of a custom schema, add them to the attribute list of the job and map them there: employeeHireDate is filled that way.',
    authority: 'RFC 7643',
    example: { wrong: 'jobTitle = [JobTitle]', right: 'title = [JobTitle]' },
  },
  complexAttribute: {
    code: 'mapping.complex-attribute',
    severity: 'error',
    blocking: true,
    title: 'Attribute that has members',
    explanation: 'A complex attribute does not take a value itself; its members do.',
    remedy: 'Name the member that takes the value; for a list, add the filter of its element.',
    authority: 'RFC 7643',
    example: { wrong: 'emails = [Mail]', right: 'emails[type eq "work"].value = [Mail]' },
  },
  pathTooDeep: {
    code: 'mapping.path-too-deep',
    severity: 'error',
    blocking: true,
    title: 'Path with too many levels',
    explanation: 'A path is attribute.subAttribute: members do not have members in RFC 7643.',
    remedy: 'Remove the last part.',
    authority: 'RFC 7643',
    example: { wrong: 'name.givenName.first = [FirstName]', right: 'name.givenName = [FirstName]' },
  },
  pathUrn: {
    code: 'mapping.path-urn',
    severity: 'error',
    blocking: true,
    title: 'Schema inside a block',
    explanation: 'The block decides the schema of its rules; a path inside it cannot name another one.',
    remedy: 'Move the rule out of the block, or remove its URN.',
    authority: 'the language',
    example: {
      wrong: 'name {\n  urn:ietf:params:scim:schemas:core:2.0:User:title = [JobTitle]\n}',
      right: 'title = [JobTitle]',
    },
  },
  filter: {
    code: 'mapping.filter',
    severity: 'error',
    blocking: true,
    title: 'Filter without a list',
    explanation: 'A filter chooses an element of a list, but this attribute has only one value.',
    remedy: 'Remove the filter.',
    authority: 'RFC 7644',
    example: { wrong: 'name[type eq "work"].givenName = [FirstName]', right: 'name.givenName = [FirstName]' },
  },
});
