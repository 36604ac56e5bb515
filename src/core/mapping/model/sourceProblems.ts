import { defineProblemKinds } from '../../problems/problemKind';

/** What can be wrong with the `source` block. */
export const sourceProblems = defineProblemKinds({
  unknownSource: {
    code: 'mapping.unknown-source',
    severity: 'error',
    blocking: true,
    title: 'Unknown kind of source',
    explanation: 'Extracts are CSV files; other kinds of source are not supported.',
    remedy: 'Write source csv { ... }, for any delimiter of the file.',
    authority: 'the language',
    example: { wrong: 'source tsv { }', right: 'source csv { }' },
  },
  duplicateSource: {
    code: 'mapping.duplicate-source',
    severity: 'error',
    blocking: true,
    title: 'Second source block',
    explanation: 'A mapping describes one extract; two blocks could contradict each other.',
    remedy: 'Move the settings into the first block.',
    authority: 'the language',
    example: {
      wrong: 'source csv { delimiter = ";" }\nsource csv { header = 2 }',
      right: 'source csv {\n  delimiter = ";"\n  header = 2\n}',
    },
  },
  unknownSetting: {
    code: 'mapping.unknown-setting',
    severity: 'error',
    blocking: true,
    title: 'Unknown setting',
    explanation: 'The source block does not have a setting of that name, so it would be ignored.',
    remedy: 'Use one of the settings files, delimiter, quote, encoding, header, empty or key.',
    authority: 'the language',
    example: { wrong: 'source csv { separator = ";" }', right: 'source csv { delimiter = ";" }' },
  },
  duplicateSetting: {
    code: 'mapping.duplicate-setting',
    severity: 'error',
    blocking: true,
    title: 'Duplicate setting',
    explanation: 'The setting already has a value; a second one contradicts it or has no effect.',
    remedy: 'Keep only one of them. Separate several values of a setting with commas.',
    authority: 'the language',
    example: {
      wrong: 'source csv {\n  empty = "NULL"\n  empty = "N/A"\n}',
      right: 'source csv {\n  empty = "NULL", "N/A"\n}',
    },
  },
  settingValue: {
    code: 'mapping.setting-value',
    severity: 'error',
    blocking: true,
    title: 'Setting with a wrong value',
    explanation: 'The value is not of the kind that the setting takes, or the setting takes only one value.',
    remedy: 'Write texts in quotes, the header as a line number, and key columns in brackets.',
    authority: 'the language',
    example: { wrong: 'source csv { header = "2" }', right: 'source csv { header = 2 }' },
  },
});
