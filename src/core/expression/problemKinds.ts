import type { ProblemKind } from '../problems/problemKind';

/** What can be wrong with an expression before any record is looked at. */
export const expressionProblemKinds: readonly ProblemKind[] = [
  {
    code: 'expression.syntax',
    severity: 'error',
    blocking: true,
    title: 'The expression cannot be read',
    explanation:
      "The text does not follow the grammar of Entra's expressions: a parenthesis, bracket or quotation mark is not closed, a comma is missing, or a comparison stands where only a value can.",
    remedy:
      'Correct the marked place. Columns stand in brackets, texts in double quotes, calls have parentheses; a comparison is only the condition of IIF, CBool and "where".',
    authority: 'Entra',
    example: { wrong: 'title = ToLower([JobTitle]', right: 'title = ToLower([JobTitle])' },
  },
  {
    code: 'expression.unknown-function',
    severity: 'error',
    blocking: true,
    title: 'Unknown function',
    explanation:
      "Entra's language has no function of that name. Names are case-sensitive: tolower is not ToLower. Functions of related languages (LCase, Trim) are not part of it.",
    remedy: 'Use the function that is offered, or look it up in docs/expressions.md.',
    authority: 'Entra',
    example: { wrong: 'userName = LCase([UserID])', right: 'userName = ToLower([UserID])' },
  },
  {
    code: 'expression.argument-count',
    severity: 'error',
    blocking: true,
    title: 'Wrong number of arguments',
    explanation:
      'The call has too few or too many arguments, leaves out one that it needs, or (Switch) ends with a key that has no value.',
    remedy: 'Compare the call with the signature in the message. An argument that may be left out still has its comma.',
    authority: 'Entra',
    example: {
      wrong: 'active = Switch([Status], , "Active", "True", "Left")',
      right: 'active = Switch([Status], , "Active", "True", "Left", "False")',
    },
  },
  {
    code: 'expression.argument-type',
    severity: 'error',
    blocking: true,
    title: 'Argument of the wrong kind',
    explanation:
      'An argument that is written out is not what the function takes: a text where a whole number is needed, an interval or culture that does not exist, or a date format that cannot be read.',
    remedy: 'Write one of the values that the message names.',
    authority: 'Entra',
    example: { wrong: 'title = Left([JobTitle], "ten")', right: 'title = Left([JobTitle], 10)' },
  },
  {
    code: 'expression.too-long',
    severity: 'error',
    title: 'Expression too long',
    explanation: 'The service refuses expressions of more than 10,000 characters.',
    remedy: 'Shorten the expression; a long Switch can often become a column that the HR system fills.',
    authority: 'Entra',
    example: { wrong: 'title = Switch([Code], , ... thousands of pairs ...)', right: 'title = [JobTitle]' },
  },
  {
    code: 'expression.nesting',
    severity: 'error',
    blocking: true,
    title: 'SelectUniqueValue inside another call',
    explanation:
      'SelectUniqueValue asks the target for values that are free, and the service takes it only at the top of an expression.',
    remedy: 'Put it outermost, in an attribute mapping of the provisioning job.',
    authority: 'Entra',
    example: {
      wrong: 'userName = ToLower(SelectUniqueValue([A], [B]))',
      right: 'userName = ToLower([A])',
    },
  },
  {
    code: 'expression.regex',
    severity: 'error',
    blocking: true,
    title: 'Regular expression that cannot be used',
    explanation:
      'The pattern is malformed, or uses a construct that cannot be evaluated here with the meaning that .NET gives it.',
    remedy: 'Correct the pattern at the construct that the message names.',
    authority: 'Entra',
    example: {
      wrong: 'title = Replace([JobTitle], , "(Sr", , "Senior", , )',
      right: 'title = Replace([JobTitle], , "Sr", , "Senior", , )',
    },
  },
  {
    code: 'expression.regex-group',
    severity: 'warning',
    title: 'Group that the pattern does not have',
    explanation: 'regexGroupName names a group that the pattern does not define, so that nothing is replaced.',
    remedy: 'Name a group of the pattern, written (?<Name>...).',
    authority: 'Entra',
    example: {
      wrong: 'nickName = Replace([Mail], , "(?<Suffix>@.*)", "Sufix", "", , )',
      right: 'nickName = Replace([Mail], , "(?<Suffix>@.*)", "Suffix", "", , )',
    },
  },
  {
    code: 'expression.switch-null-test',
    severity: 'warning',
    title: 'Switch over a test for nothing',
    explanation: "Entra's reference advises against Switch over IsPresent, IsNull or IsNullOrEmpty.",
    remedy: 'Switch over the value itself: an absent source equals the key "".',
    authority: 'Entra',
    example: {
      wrong: 'title = Switch(IsNullOrEmpty([JobTitle]), [JobTitle], "True", "Employee")',
      right: 'title = Switch([JobTitle], [JobTitle], "", "Employee")',
    },
  },
  {
    code: 'expression.iif-empty',
    severity: 'warning',
    title: 'IIF that asks for an empty value',
    explanation: "Entra's reference says that IIF fails when its condition asks whether a value is empty.",
    remedy: 'Use Switch: an absent source equals the key "".',
    authority: 'Entra',
    example: {
      wrong: 'title = IIF(IsNullOrEmpty([JobTitle]), "Employee", [JobTitle])',
      right: 'title = Switch([JobTitle], [JobTitle], "", "Employee")',
    },
  },
  {
    code: 'expression.item-zero',
    severity: 'warning',
    title: 'Item number 0',
    explanation: 'Item counts from 1, so that index 0 finds nothing.',
    remedy: 'Begin at 1.',
    authority: 'Entra',
    example: {
      wrong: 'title = Item(Split([JobTitle], ","), 0)',
      right: 'title = Item(Split([JobTitle], ","), 1)',
    },
  },
  {
    code: 'expression.split-delimiter',
    severity: 'warning',
    title: 'Split at more than one character',
    explanation: 'Split is documented for a delimiter of one character; what a longer one does is not said.',
    remedy: 'Split at one character, or replace the longer delimiter by one first.',
    authority: 'Entra',
    example: {
      wrong: 'title = Item(Split([JobTitle], ", "), 1)',
      right: 'title = Item(Split([JobTitle], ","), 1)',
    },
  },
  {
    code: 'expression.date-not-converted',
    severity: 'information',
    title: 'Text where a date is taken',
    explanation: "Entra's reference wraps a text in CDate before it goes to DateAdd or DateDiff.",
    remedy: 'Wrap the argument in CDate.',
    authority: 'Entra',
    example: {
      wrong: 'title = CStr(DateDiff("d", [HireDate], Now()))',
      right: 'title = CStr(DateDiff("d", CDate([HireDate]), Now()))',
    },
  },
];
