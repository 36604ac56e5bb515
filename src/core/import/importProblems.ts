import { defineProblemKinds } from '../problems/problemKind';

/** Why a mapping of another tool is not imported, or only partly. */
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
    title: 'Duplicate key in a table',
    explanation: 'A table has the same key twice, ignoring case. PowerShell refuses such a file.',
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
      'The file contains neither a table of attributes, like a CSV2SCIM mapping, nor a JSON object of attributes and columns, like a mapping of the web client.',
    remedy: 'Choose the mapping file.',
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
      'The mapping language has no exact equivalent of the entry, so it becomes a comment instead of a rule that might do something else.',
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
    explanation: 'The schema does not have an attribute of that name at that place, so the entry becomes a comment.',
    remedy: 'Write the rule by hand with the right attribute.',
    authority: 'RFC 7643',
    example: { form: 'psd1', wrong: "@{ jobTitle = 'JobTitle' }", right: "@{ title = 'JobTitle' }" },
  },
  duplicatePath: {
    code: 'import.duplicate-path',
    severity: 'error',
    title: 'Two entries for one attribute',
    explanation:
      'A mapping has one rule for each attribute; elements of a list differ by a constant type. The second entry becomes a comment.',
    remedy: 'Remove one of the entries, or give the elements different types.',
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
      'The extract next to the mapping does not have a column of that name. The original tool silently sends nothing for it.',
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
    title: 'Entry for a custom attribute',
    explanation:
      'No standard schema has an attribute for the day on which somebody joins or leaves. Entra fills employeeHireDate and employeeLeaveDateTime from a custom attribute, so the rule uses one.',
    remedy:
      "Replace contoso in the URN, add the attribute to the job's attribute list, map it there, and write dates with FormatDateTime.",
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
    title: 'Text with an expression inside',
    explanation:
      'A data file does not evaluate anything: PowerShell refuses a text in double quotes with a variable or $(...) in it. The rule treats the text as a script block.',
    remedy: 'Check the rule. In CSV2SCIM write the text in braces.',
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
      "CSV2SCIM reads a text as the name of a column, so type = 'work' sends the value of a column work: nothing. The constant is { 'work' }, which the rules assume.",
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
    title: 'Type of an element instead of a member',
    explanation:
      "Elements of emails, phoneNumbers and addresses have a member type, but SCIM does not have a member work or mobile. @{ work = 'Phone' } is read as the element of that type.",
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
    title: 'Column that means the opposite of active',
    explanation:
      'A yes in a column like IsTerminated or Inactive means that somebody has left, but the entry uses it unchanged for active: Entra would enable those who have left and disable everybody else. The rule is inverted, as a comment, because the words of the column are unknown.',
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
    title: 'Element with only a type',
    explanation: 'The element of the list has no value to send, so it does not become a rule.',
    remedy: 'Give the element a value, or remove it.',
    authority: 'the language',
    example: {
      form: 'psd1',
      wrong: "@{ emails = @(@{ type = { 'work' } }) }",
      right: "@{ emails = @(@{ type = { 'work' }; value = 'Mail' }) }",
    },
  },
});
