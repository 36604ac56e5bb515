import { defineProblemKinds } from '../../problems/problemKind';

/** What can be wrong with the `source` block. */
export const sourceProblems = defineProblemKinds({
  unknownSource: {
    code: 'mapping.unknown-source',
    severity: 'error',
    blocking: true,
    title: 'Unknown kind of source',
    explanation: 'Extracts are CSV files; there is no other kind of source.',
    remedy: 'Write source csv { ... }, whatever the delimiter of the file is.',
    authority: 'the language',
    example: { wrong: 'source tsv { }', right: 'source csv { }' },
  },
  duplicateSource: {
    code: 'mapping.duplicate-source',
    severity: 'error',
    blocking: true,
    title: 'Second source block',
    explanation: 'A mapping describes one extract, and two blocks could contradict each other.',
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
    explanation: 'The source block has no setting of that name, so that it would be passed over in silence.',
    remedy: 'Take the name that is offered: files, delimiter, quote, encoding, header, empty or key.',
    authority: 'the language',
    example: { wrong: 'source csv { separator = ";" }', right: 'source csv { delimiter = ";" }' },
  },
  duplicateSetting: {
    code: 'mapping.duplicate-setting',
    severity: 'error',
    blocking: true,
    title: 'Setting twice',
    explanation: 'The setting has a value already; a second one contradicts it or does nothing.',
    remedy: 'Keep the one that is meant. Settings that take several values have commas between them.',
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
    explanation: 'The value is of another kind than the setting takes, or is one too many.',
    remedy: 'Texts stand in quotes, the header is a line number, key columns stand in brackets.',
    authority: 'the language',
    example: { wrong: 'source csv { header = "2" }', right: 'source csv { header = 2 }' },
  },
});
