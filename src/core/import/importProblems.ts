import { defineProblemKinds } from '../problems/problemKind';

/** Why a mapping of another tool is not taken over, or not all of it. */
export const importProblems = defineProblemKinds({
  syntax: {
    code: 'import.syntax',
    severity: 'error',
    blocking: true,
    title: 'PowerShell data that cannot be read',
    explanation:
      'The file does not follow the grammar of a PowerShell data file: a brace, parenthesis or quote is not closed, or a value is missing. It is read as data and never run.',
    remedy: 'Correct the marked place; PowerShell itself reads the file with Import-PowerShellDataFile.',
    authority: 'the language',
    example: { form: 'psd1', wrong: "@{ externalId = 'WorkerID'", right: "@{ externalId = 'WorkerID' }" },
  },
  duplicateKey: {
    code: 'import.duplicate-key',
    severity: 'error',
    blocking: true,
    title: 'Key given twice in a table',
    explanation: 'A table has the same key twice; case does not count. PowerShell refuses such a file.',
    remedy: 'Remove one of them.',
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: "@{\n  externalId = 'WorkerID'\n  ExternalId = 'BadgeID'\n}",
      right: "@{ externalId = 'WorkerID' }",
    },
  },
  notAMapping: {
    code: 'import.not-a-mapping',
    severity: 'error',
    blocking: true,
    title: 'File that is not a mapping',
    explanation:
      "The file holds neither a table of attributes, as CSV2SCIM's mapping does, nor a JSON object of attributes and columns, as the web client's does.",
    remedy: 'Choose the file of the mapping.',
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: "'externalId', 'userName'",
      right: "@{ externalId = 'WorkerID'; userName = 'UserID' }",
    },
  },
  notTranslated: {
    code: 'import.not-translated',
    severity: 'error',
    title: 'Entry that is not translated',
    explanation:
      'Nothing in the mapping language means exactly what the entry means, so that it becomes a comment instead of a rule that might do something else.',
    remedy: 'Write the rule by hand below the comment.',
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: '@{ title = { Get-Date } }',
      right: "@{ title = 'JobTitle' }",
    },
  },
  unknownAttribute: {
    code: 'import.unknown-attribute',
    severity: 'error',
    title: 'Entry for an unknown attribute',
    explanation: 'The schema has no attribute of that name at that place, so that the entry becomes a comment.',
    remedy: 'Write the rule by hand with the attribute that is meant.',
    authority: 'RFC 7643',
    example: { form: 'psd1', wrong: "@{ jobTitle = 'JobTitle' }", right: "@{ title = 'JobTitle' }" },
  },
  duplicatePath: {
    code: 'import.duplicate-path',
    severity: 'error',
    title: 'Two entries for one attribute',
    explanation:
      'A mapping has one rule for each attribute; elements of a list are told apart by a constant type. The second entry becomes a comment.',
    remedy: 'Remove one of the entries, or give the elements types that differ.',
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: "@{ emails = @{ type = { 'work' }; value = 'Mail' }, @{ type = { 'work' }; value = 'Alias' } }",
      right: "@{ emails = @(@{ type = { 'work' }; value = 'Mail' }) }",
    },
  },
  unknownColumn: {
    code: 'import.unknown-column',
    severity: 'warning',
    title: 'Entry for a column that the extract lacks',
    explanation:
      'The extract beside the mapping has no column of that name. The tool that the mapping comes from sends nothing for it and says nothing.',
    remedy: 'Correct the name in the rule, or export the column.',
    authority: 'the extract',
    example: {
      form: 'psd1',
      wrong: "@{ title = 'Job Titel' }  # the extract has the column JobTitle",
      right: "@{ title = 'JobTitle' }",
    },
  },
  ownAttribute: {
    code: 'import.own-attribute',
    severity: 'warning',
    title: 'Entry for an attribute of your own',
    explanation:
      'No standard schema has an attribute for the day on which somebody joins or leaves. Entra fills employeeHireDate and employeeLeaveDateTime from an attribute of a custom schema, so that the rule is written for one.',
    remedy:
      "Replace contoso in the URN, add the attribute to the job's attribute list, map it there, and give dates with FormatDateTime.",
    authority: 'Entra',
    example: {
      form: 'psd1',
      wrong: '@{ employeeHireDate = { $_.Hired } }',
      right: "@{ 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User' = @{ HireDate = { $_.Hired } } }",
    },
  },
  evaluatedText: {
    code: 'import.evaluated-text',
    severity: 'warning',
    title: 'Text in which something would be evaluated',
    explanation:
      'A data file evaluates nothing: PowerShell refuses a text in double quotes with a variable or $(...) in it. The rule is what the text says as a script block.',
    remedy: 'Read the rule. In CSV2SCIM write the text in braces.',
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: '@{ displayName = "$($_.FirstName) $($_.LastName)" }',
      right: '@{ displayName = { "$($_.FirstName) $($_.LastName)" } }',
    },
  },
  typeIsColumn: {
    code: 'import.type-column',
    severity: 'warning',
    title: 'Type of an element that names a column',
    explanation:
      "CSV2SCIM takes a text for the name of a column, so that type = 'work' sends what the column work holds: nothing. The constant is { 'work' }, and the rules are written as if it was there.",
    remedy: "Write { 'work' } in the mapping of CSV2SCIM, too.",
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: "@{ emails = @(@{ type = 'work'; value = 'Mail' }) }",
      right: "@{ emails = @(@{ type = { 'work' }; value = 'Mail' }) }",
    },
  },
  typeIsKey: {
    code: 'import.type-key',
    severity: 'warning',
    title: 'Type of an element in the place of a member',
    explanation:
      "Elements of emails, phoneNumbers and addresses have a member type, and SCIM has no member work or mobile. @{ work = 'Phone' } is taken for the element of that type.",
    remedy: "Write @(@{ type = { 'work' }; value = 'Phone' }) in the mapping of CSV2SCIM, too.",
    authority: 'RFC 7643',
    example: {
      form: 'psd1',
      wrong: "@{ phoneNumbers = @{ work = 'Phone' } }",
      right: "@{ phoneNumbers = @(@{ type = { 'work' }; value = 'Phone' }) }",
    },
  },
  oppositeStatus: {
    code: 'import.opposite-status',
    severity: 'error',
    title: 'Column that says the opposite of active',
    explanation:
      'A yes in a column like IsTerminated or Inactive means that somebody has left, and the entry gives it to active as it is: Entra would enable those who have left and disable everybody else. The rule is turned round, as a comment: which words the column holds is not known.',
    remedy: 'Adapt the words of the rule to those of the column and remove the "#".',
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: "@{ active = 'IsTerminated' }",
      right: "@{ active = { $_.IsTerminated -ne 'true' } }",
    },
  },
  emptyElement: {
    code: 'import.empty-element',
    severity: 'warning',
    title: 'Element with a type and nothing else',
    explanation: 'The element of the list has no value to send, so that no rule comes of it.',
    remedy: 'Give the element a value, or leave it out.',
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: "@{ emails = @(@{ type = { 'work' } }) }",
      right: "@{ emails = @(@{ type = { 'work' }; value = 'Mail' }) }",
    },
  },
});
