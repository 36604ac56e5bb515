import { defineProblemKinds } from '../../problems/problemKind';

/** Why a path leads nowhere. */
export const pathProblems = defineProblemKinds({
  unknownAttribute: {
    code: 'mapping.unknown-attribute',
    severity: 'error',
    blocking: true,
    title: 'Unknown attribute',
    explanation:
      'The schema of RFC 7643 has no attribute of that name at that place. Entra would not find a value sent under it.',
    remedy:
      'Take the name that is offered. Attributes of the Enterprise User stand in its schema block, attributes of your own in the block of a custom schema, and in the attribute list of the job, which maps them: employeeHireDate is filled that way.',
    authority: 'RFC 7643',
    example: { wrong: 'jobTitle = [JobTitle]', right: 'title = [JobTitle]' },
  },
  complexAttribute: {
    code: 'mapping.complex-attribute',
    severity: 'error',
    blocking: true,
    title: 'Attribute that has members',
    explanation: 'A complex attribute takes no value itself; its members do.',
    remedy: 'Name the member that the value belongs to, for a list with the filter of its element.',
    authority: 'RFC 7643',
    example: { wrong: 'emails = [Mail]', right: 'emails[type eq "work"].value = [Mail]' },
  },
  pathTooDeep: {
    code: 'mapping.path-too-deep',
    severity: 'error',
    blocking: true,
    title: 'Path with too many levels',
    explanation: 'A path is attribute.subAttribute: RFC 7643 knows no members of members.',
    remedy: 'Leave out the last part.',
    authority: 'RFC 7643',
    example: { wrong: 'name.givenName.first = [FirstName]', right: 'name.givenName = [FirstName]' },
  },
  pathUrn: {
    code: 'mapping.path-urn',
    severity: 'error',
    blocking: true,
    title: 'Schema inside a block',
    explanation: 'The block has said which schema its rules belong to; a path inside it cannot name another.',
    remedy: 'Move the rule out of the block, or leave out its URN.',
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
    explanation: 'A filter chooses an element of a list, and this attribute has one value only.',
    remedy: 'Leave out the filter.',
    authority: 'RFC 7644',
    example: { wrong: 'name[type eq "work"].givenName = [FirstName]', right: 'name.givenName = [FirstName]' },
  },
});
