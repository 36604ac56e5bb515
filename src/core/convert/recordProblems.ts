import { defineProblemKinds } from '../problems/problemKind';

/**
 * Why a record is not converted, or is doubtful. Values that cannot be converted to a type have their own kinds
 * (`valueProblems`).
 */
export const recordProblems = defineProblemKinds({
  missingColumn: {
    code: 'map.column.missing',
    severity: 'error',
    blocking: true,
    title: 'Column that the extract lacks',
    explanation:
      'The mapping reads a column that is not in the extract. No record is converted, because the result of a rule without its column is unknown.',
    remedy: 'Correct the name, or export the column. Names match exactly, after trimming the header.',
    authority: 'the extract',
    example: { wrong: 'title = [Job Titel]  # the extract has "Job Title"', right: 'title = [Job Title]' },
  },
  missingId: {
    code: 'value.id.missing',
    severity: 'error',
    title: 'Records without an externalId',
    explanation:
      'Entra matches people by externalId and skips a record without one. Records whose cell is empty are not sent.',
    remedy: 'Have the identifiers filled in, use a column that always has one, or exclude such records with where.',
    authority: 'Entra',
    example: {
      wrong: 'externalId = [BadgeID]  # empty in some records',
      right: 'externalId = [WorkerID]',
    },
  },
  missing: {
    code: 'value.missing',
    severity: 'error',
    title: 'Records without a required value',
    explanation: 'A record without userName, or without a value whose rule says @empty(error), is not sent.',
    remedy: 'Have the values filled in, fall back to another column with Coalesce, or exclude such records with where.',
    authority: 'the extract',
    example: {
      wrong: 'userName = [Mail]  # empty in some records',
      right: 'userName = Coalesce([Mail], Join("@", [UserID], "contoso.com"))',
    },
  },
  failedExpression: {
    code: 'value.expression',
    severity: 'error',
    title: 'Expression that fails on values of the extract',
    explanation:
      'The expression is valid, but fails on some values: a text where a number is required, a missing word, a pattern that takes too long. Such records are not sent.',
    remedy: 'Adapt the expression to the extract, or have the values corrected.',
    authority: 'the extract',
    example: {
      wrong: 'nickName = Mid([Name], [Start], 3)  # the extract holds "n/a" as Start',
      right: 'nickName = Mid([Name], 1, 3)',
    },
  },
  tooLarge: {
    code: 'value.too-large',
    severity: 'error',
    title: 'Values over 1 MiB',
    explanation:
      'A function returns more than 1 MiB of text (1,048,576 characters), an expression makes more than 4 MiB of intermediate text, or a person is larger than 1 MiB in total. Replace and Join can multiply texts to any size. Such records are not sent.',
    remedy: 'Shorten texts with Left before passing them to Replace, Join or Append.',
    authority: 'the language',
    example: {
      wrong:
        'title = Replace(Replace(Replace([Notes], "-", , , [Notes], , ), "-", , , [Notes], , ), "-", , , [Notes], , )  # the extract holds a line of 40 "-"',
      right: 'title = Replace([Notes], "-", , , " ", , )',
    },
  },
  tooMuchWork: {
    code: 'value.too-much-work',
    severity: 'error',
    title: 'Records whose rules make too much text',
    explanation:
      'All rules of a mapping together make more than 4 MiB of text for one record, including intermediate texts. The first 16 KiB of each rule do not count. Such records are not sent.',
    remedy: 'Shorten texts with Left before passing them to other functions, or have the extract contain the value.',
    authority: 'the language',
    example: {
      wrong: ['title', 'nickName', 'displayName', 'userType', 'preferredLanguage']
        .map((name) => `${name} = Left(Replace(Replace([Notes], "-", , , [Notes], , ), "-", , , [Notes], , ), 9)`)
        .join('\n'),
      right: 'title = Left([Notes], 9)',
    },
  },
  scientificId: {
    code: 'value.id.scientific',
    severity: 'error',
    title: 'Identifiers that a spreadsheet has rounded',
    explanation:
      'An externalId like 1.23457E+11 is a long number as a spreadsheet shows it. The other digits are lost, and several people can have the same one. Such records are not sent.',
    remedy: 'Export the extract again with the column formatted as text.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [BadgeNo]  # the extract holds 1.23457E+11',
      right: 'externalId = [WorkerID]',
    },
  },
  idTooLong: {
    code: 'value.id.too-long',
    severity: 'error',
    title: 'Identifiers of more than 1,024 characters',
    explanation:
      'Entra matches people by externalId, and no matching attribute of a directory holds more than 1,024 characters. Such a cell is not an identifier. Records with it are not sent.',
    remedy: 'Use the column that identifies people.',
    authority: 'Entra',
    example: {
      wrong: 'externalId = [Notes]  # the extract holds a text of more than 1,024 characters',
      right: 'externalId = [WorkerID]',
    },
  },
  invalidUserName: {
    code: 'value.user-name.invalid',
    severity: 'error',
    title: 'Values that cannot become a user principal name',
    explanation:
      'A user principal name has one @, text on both sides of it, at most 64 characters before and 48 after it, and no control characters. Records with any other userName are not sent. A name without an @ or with spaces is sent: the job may correct it.',
    remedy: 'Use another column, or shorten the name with Left.',
    authority: 'Entra',
    example: {
      wrong: 'userName = Join("@", [UserID], "contoso.com")  # the extract holds "zoe@fabrikam.com"',
      right: 'userName = [UserID]',
    },
  },
  tooLong: {
    code: 'value.too-long',
    severity: 'warning',
    title: 'Values that are too long',
    explanation:
      "The value is too long for the directory attribute that it usually fills. Unless the job's own mapping shortens it, the account is not created or updated.",
    remedy: 'Shorten the value with Left, or use a column with shorter values.',
    authority: 'Entra',
    example: {
      wrong: 'title = [JobDescription]  # longer than 128 characters in some records',
      right: 'title = Left([JobDescription], 128)',
    },
  },
  duplicateId: {
    code: 'value.id.duplicate',
    severity: 'error',
    title: 'Duplicate externalId',
    explanation:
      'Entra matches people by externalId. Two records with the same externalId change the same account, in an undefined order. An extract with such records is not sent at all; convert writes it nevertheless, with a warning.',
    remedy: 'Use a column that is different for every person, or exclude all but one of the records with where.',
    authority: 'Entra',
    example: {
      wrong: 'externalId = [PersonID]  # a person with two contracts has two records',
      right: 'where [IsMainContract] = "1"',
    },
  },
  nearDuplicateId: {
    code: 'value.id.near-duplicate',
    severity: 'warning',
    title: 'Similar externalId',
    explanation:
      'The externalIds of two records differ only in case, spaces, invisible characters, the Unicode form or leading zeros. They are probably one person, for whom Entra creates two accounts.',
    remedy: 'Have one of them corrected; if a whole system writes them differently, unify them in the rule.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [WorkerID]  # the extract holds "c10589" and "C10589"',
      right: 'externalId = ToUpper([WorkerID])',
    },
  },
});
