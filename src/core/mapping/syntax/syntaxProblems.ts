import { defineProblemKinds } from '../../problems/problemKind';

/** What the parser of mapping files reports, except for expressions, which have other codes. */
export const syntaxProblems = defineProblemKinds({
  syntax: {
    code: 'mapping.syntax',
    severity: 'error',
    blocking: true,
    title: 'The mapping cannot be read',
    explanation:
      'A line is neither a rule, nor a group, nor "where", "schema" or "source", or a block or bracket is not closed. The error affects only its line or block; the rest of the file is still checked.',
    remedy: 'Write one rule per line, attribute = expression, and close each "{" with a "}".',
    authority: 'the language',
    example: { wrong: 'title [JobTitle]', right: 'title = [JobTitle]' },
  },
  tooDeep: {
    code: 'mapping.too-deep',
    severity: 'error',
    blocking: true,
    title: 'Groups nested too deeply',
    explanation:
      'Groups are nested more than 16 levels deep. A SCIM attribute has parts on two levels, so such a file is a mistake. The innermost group is not read.',
    remedy: 'Close the groups that are open above with "}".',
    authority: 'the language',
    example: {
      wrong: `${'name {\n'.repeat(17)}  givenName = [FirstName]\n${'}\n'.repeat(17)}`,
      right: 'name {\n  givenName = [FirstName]\n}',
    },
  },
});
