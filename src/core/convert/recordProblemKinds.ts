import type { ProblemKind } from '../problems/problemKind';

/** Problems of an extract or of its records that are about the mapping's rules or settings, by the codes that `convert` prints. */
export const recordProblemKinds: readonly ProblemKind[] = [
  {
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
  {
    code: 'csv.encoding.unknown',
    severity: 'error',
    blocking: true,
    title: 'Unknown encoding',
    explanation:
      'The setting "encoding" names no encoding of the WHATWG Encoding standard, so that the extract cannot be read.',
    remedy: 'Name one like "utf-8", "windows-1252" or "utf-16le"; left out, the byte order mark decides, else UTF-8.',
    authority: 'the extract',
    example: { wrong: 'source csv { encoding = "ansi-latin" }', right: 'source csv { encoding = "windows-1252" }' },
  },
  {
    code: 'csv.dialect.invalid',
    severity: 'error',
    blocking: true,
    title: 'Delimiter and quote that do not go together',
    explanation:
      'Delimiter and quote must have no character in common, a quote must not begin as it ends unless it is one character, and a quote of several characters needs a stated delimiter. Else it is unclear where a cell ends.',
    remedy: 'Correct the settings; best, export with a quote of one character.',
    authority: 'the extract',
    example: {
      wrong: 'source csv {\n  delimiter = "|"\n  quote = "|"\n}',
      right: 'source csv {\n  delimiter = "|"\n  quote = "\\""\n}',
    },
  },
  {
    code: 'csv.delimiter.ambiguous',
    severity: 'error',
    blocking: true,
    title: 'Delimiter that is not clear',
    explanation: 'The extract can be split evenly at more than one character, so that no delimiter is guessed.',
    remedy: 'State the delimiter.',
    authority: 'the extract',
    example: { wrong: 'source csv { }  # the extract has as many "," as ";"', right: 'source csv { delimiter = ";" }' },
  },
  {
    code: 'csv.header.missing',
    severity: 'error',
    blocking: true,
    title: 'Header that is not where it was said to be',
    explanation: 'The setting "header" names a line on which the extract has no text.',
    remedy: 'Correct the number: lines count from 1.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { header = 4 }  # the extract has the header on line 3',
      right: 'source csv { header = 3 }',
    },
  },
];
