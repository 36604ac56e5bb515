import { defineProblemKinds } from '../../problems/problemKind';

/** What the parser of mapping files reports; expressions have codes of their own. */
export const syntaxProblems = defineProblemKinds({
  syntax: {
    code: 'mapping.syntax',
    severity: 'error',
    blocking: true,
    title: 'The mapping cannot be read',
    explanation:
      'A line is neither a rule, nor a group, nor "where", "schema" or "source", or a block or bracket is not closed. The mistake costs the line or block that it is in; the rest of the file is still checked.',
    remedy: 'Write one rule a line, attribute = expression, and close each "{" with a "}".',
    authority: 'the language',
    example: { wrong: 'title [JobTitle]', right: 'title = [JobTitle]' },
  },
  tooDeep: {
    code: 'mapping.too-deep',
    severity: 'error',
    blocking: true,
    title: 'Groups nested too deeply',
    explanation:
      'More than 16 groups lie in one another. An attribute of SCIM has parts on two levels, so such a file is a mistake. The innermost group is not read.',
    remedy: 'Close the groups that are open above with "}".',
    authority: 'the language',
    example: {
      wrong: `${'name {\n'.repeat(17)}  givenName = [FirstName]\n${'}\n'.repeat(17)}`,
      right: 'name {\n  givenName = [FirstName]\n}',
    },
  },
});
