import { defineProblemKinds } from '../problems/problemKind';

/** The kinds of problems of any expression or call. Functions with special rules define additional kinds. */
export const expressionProblems = defineProblemKinds({
  syntax: {
    code: 'expression.syntax',
    severity: 'error',
    blocking: true,
    title: 'The expression cannot be read',
    explanation:
      "The text does not follow the grammar of Entra's expressions: a parenthesis, bracket or quotation mark is not closed, a comma is missing, or there is a comparison where only a value is allowed.",
    remedy:
      'Correct the marked place. Write columns in brackets, texts in double quotes and calls with parentheses; use a comparison only as the condition of IIF, CBool and "where".',
    authority: 'Entra',
    example: { wrong: 'title = ToLower([JobTitle]', right: 'title = ToLower([JobTitle])' },
  },
  unknownFunction: {
    code: 'expression.unknown-function',
    severity: 'error',
    blocking: true,
    title: 'Unknown function',
    explanation:
      "Entra's language has no function of that name. Names are case-sensitive: tolower is not ToLower. Functions of related languages (LCase, Trim) are not part of it.",
    remedy: 'Use the suggested function, or look it up in docs/expressions.md.',
    authority: 'Entra',
    example: { wrong: 'userName = LCase([UserID])', right: 'userName = ToLower([UserID])' },
  },
  argumentCount: {
    code: 'expression.argument-count',
    severity: 'error',
    blocking: true,
    title: 'Wrong number of arguments',
    explanation:
      'The call has too few or too many arguments, omits a required one, or (Switch) ends with a key without a value.',
    remedy: 'Compare the call with the signature in the message. An omitted optional argument keeps its comma.',
    authority: 'Entra',
    example: {
      wrong: 'active = Switch([Status], , "Active", "True", "Left")',
      right: 'active = Switch([Status], , "Active", "True", "Left", "False")',
    },
  },
  argumentType: {
    code: 'expression.argument-type',
    severity: 'error',
    blocking: true,
    title: 'Argument of the wrong kind',
    explanation:
      'A literal argument is not what the function takes: a text where a whole number is required, an interval or culture that does not exist, or a date format that cannot be read.',
    remedy: 'Write one of the values that the message names.',
    authority: 'Entra',
    example: { wrong: 'title = Left([JobTitle], "ten")', right: 'title = Left([JobTitle], 10)' },
  },
  tooLong: {
    code: 'expression.too-long',
    severity: 'error',
    title: 'Expression too long',
    explanation: 'The service refuses expressions of more than 10,000 characters.',
    remedy: 'Shorten the expression; a long Switch can often become a column that the HR system exports.',
    authority: 'Entra',
    example: { wrong: 'title = Join("", [JobTitle], "(more than 10,000 characters)")', right: 'title = [JobTitle]' },
  },
  nesting: {
    code: 'expression.nesting',
    severity: 'error',
    blocking: true,
    title: 'SelectUniqueValue inside another call',
    explanation:
      'SelectUniqueValue asks the target which values are free, and the service accepts it only as the outermost call.',
    remedy: 'Make it the outermost call, in an attribute mapping of the provisioning job.',
    authority: 'Entra',
    example: {
      wrong: 'userName = ToLower(SelectUniqueValue([A], [B]))',
      right: 'userName = ToLower([A])',
    },
  },
});
