import { defineProblemKinds } from '../problems/problemKind';

/** Why a record is not converted, or is doubtful; what does not convert to a type has kinds of its own (`valueProblems`). */
export const recordProblems = defineProblemKinds({
  missingColumn: {
    code: 'map.column.missing',
    severity: 'error',
    blocking: true,
    title: 'Column that the extract lacks',
    explanation:
      'The mapping reads a column that the extract at hand does not have. No record is converted: what a rule would make of a missing column is not known.',
    remedy: 'Correct the name, or export the column. Names match exactly, after outer blanks are taken off the header.',
    authority: 'the extract',
    example: { wrong: 'title = [Job Titel]  # the extract has "Job Title"', right: 'title = [Job Title]' },
  },
  missingId: {
    code: 'value.id.missing',
    severity: 'error',
    title: 'Records without an externalId',
    explanation:
      'Entra matches people by externalId and skips a record that has none. Records whose cell is empty are not sent.',
    remedy:
      'Have the identifiers filled in, take the column that always has one, or leave such records out with where.',
    authority: 'Entra',
    example: {
      wrong: 'externalId = [BadgeID]  # empty in some records',
      right: 'externalId = [WorkerID]',
    },
  },
  missing: {
    code: 'value.missing',
    severity: 'error',
    title: 'Records without a value that they need',
    explanation:
      'A record without userName, or without a value whose rule says @empty(error), is not sent; here some records have none.',
    remedy:
      'Have the values filled in, fall back on another column with Coalesce, or leave such records out with where.',
    authority: 'the extract',
    example: {
      wrong: 'userName = [Mail]  # empty in some records',
      right: 'userName = Coalesce([Mail], Join("@", [UserID], "contoso.com"))',
    },
  },
  failedExpression: {
    code: 'value.expression',
    severity: 'error',
    title: 'An expression fails on values of the extract',
    explanation:
      'The expression is right, but some values make it fail while it is computed: a text where a number is needed, a word that is not there, a pattern that takes too long. Such records are not sent.',
    remedy: 'Make the expression take what the extract holds, or have the values corrected.',
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
      'A function gives more than 1 MiB of text (1,048,576 characters), an expression more than 4 MiB on the way to its result, or a person takes more than 1 MiB in all. Replace and Join can multiply texts to any size. Such records are not sent.',
    remedy: 'Shorten texts with Left before Replace, Join or Append take them.',
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
      'All rules of a mapping together make more than 4 MiB of text for one record, what functions hand to one another included. What a rule makes up to 16 KiB does not count. Such records are not sent.',
    remedy: 'Shorten texts with Left before other functions take them, or have the extract hold the value.',
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
      'An externalId like 1.23457E+11 is a long number as a spreadsheet shows it. The digits behind are lost, and several people can have the same. Such records are not sent.',
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
      'Entra finds a person again by externalId, and no attribute of a directory that people can be matched by holds more than 1,024 characters. Such a cell is something else than an identifier. Records with it are not sent.',
    remedy: 'Take the column that identifies people.',
    authority: 'Entra',
    example: {
      wrong: 'externalId = [Notes]  # the extract holds a text of more than 1,024 characters',
      right: 'externalId = [WorkerID]',
    },
  },
  invalidUserName: {
    code: 'value.user-name.invalid',
    severity: 'error',
    title: 'Names of which no user principal name can be made',
    explanation:
      'A user principal name has one @, something on both sides of it, at most 64 characters before and 48 behind it, and no control characters. Records with another userName are not sent. A name without an @ or with spaces is sent: the job may put it right.',
    remedy: 'Take another column, or shorten the name with Left.',
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
      "The value is longer than the attribute of the directory that usually takes it. Unless the job's own mapping shortens it, the account is not created or not updated.",
    remedy: 'Shorten the value with Left, or take a column with shorter values.',
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
      'Entra matches people by externalId. Of two records with the same one, both go to the same account, and which of them is processed last is not defined. Nothing of an extract with such records is sent; convert writes them all the same, with a warning.',
    remedy: 'Take a column that is different for every person, or leave all but one of the records out with where.',
    authority: 'Entra',
    example: {
      wrong: 'externalId = [PersonID]  # a person with two contracts has two records',
      right: 'where [IsMainContract] = "1"',
    },
  },
  nearDuplicateId: {
    code: 'value.id.near-duplicate',
    severity: 'warning',
    title: 'Nearly the same externalId twice',
    explanation:
      'Two records have an externalId that differs by case, blanks, unseen characters, the Unicode form or zeros in front alone. They are likely one person, of whom Entra makes two accounts.',
    remedy: 'Have one of them corrected; where a whole system writes them otherwise, make them alike in the rule.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [WorkerID]  # the extract holds "c10589" and "C10589"',
      right: 'externalId = ToUpper([WorkerID])',
    },
  },
});
