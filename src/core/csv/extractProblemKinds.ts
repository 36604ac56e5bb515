import type { ProblemKind } from '../problems/problemKind';
import { defineProblemKinds } from '../problems/problemKind';

/**
 * What can be wrong with an extract before any rule of a mapping is applied: its file, its encoding, its rows. The
 * readers of files and encodings are outside the core and use these kinds.
 */
export const extractProblems = defineProblemKinds({
  unreadableFile: {
    code: 'file.unreadable',
    severity: 'error',
    blocking: true,
    title: 'File that cannot be read',
    explanation:
      'The file does not exist, is a folder, a device or a pipe, must not be read, or is locked by another program. The extract is not used.',
    remedy: 'Check the path and the permissions; close the file in the program that locks it.',
    authority: 'the extract',
    example: {
      form: 'command',
      wrong: 'entra-inbound read extracts/',
      right: 'entra-inbound read extracts/contoso.csv',
    },
  },
  changedFile: {
    code: 'file.changed',
    severity: 'error',
    blocking: true,
    title: 'File that changes while it is read',
    explanation:
      'The size or modification time of the file changed while it was read: half of it may be from another export. The extract is not used.',
    remedy: 'Read it again after the export has finished; export to another name and rename the file at the end.',
    authority: 'the extract',
    example: {
      form: 'command',
      wrong: 'entra-inbound read contoso.csv  # while the export still writes the file',
      right: 'entra-inbound read contoso.csv  # after the export has finished',
    },
  },
  unknownEncoding: {
    code: 'csv.encoding.unknown',
    severity: 'error',
    blocking: true,
    title: 'Unknown encoding',
    explanation:
      'The setting "encoding" is neither an encoding of the WHATWG Encoding standard nor a supported code page (cp437, cp850, cp852, cp858, cp865), so the extract cannot be read.',
    remedy:
      'Use one like "utf-8", "windows-1252" or "utf-16le". Without the setting the byte order mark decides, otherwise UTF-8.',
    authority: 'the extract',
    example: { wrong: 'source csv { encoding = "ansi-latin" }', right: 'source csv { encoding = "windows-1252" }' },
  },
  invalidEncoding: {
    code: 'csv.encoding.invalid',
    severity: 'error',
    blocking: true,
    title: 'Bytes that the encoding does not have',
    explanation:
      'The file is not in its stated encoding, or not in UTF-8 if none is stated. The likely encoding is detected and suggested, but not used without your consent, because a wrong guess changes letters of names.',
    remedy: 'State the encoding in the mapping, or export the file as CSV UTF-8.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name\n701984;M\\xFCller',
      right: 'WorkerID;Name\n701984;M\\xC3\\xBCller',
    },
  },
  misstatedEncoding: {
    code: 'csv.encoding.misstated',
    severity: 'warning',
    title: 'Stated encoding differs from the file',
    explanation:
      'An encoding such as windows-1252 is stated, but the letters beyond ASCII in the file are UTF-8. They are read as stated, so é becomes Ã© in names.',
    remedy: 'State encoding = "utf-8", or remove the setting.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { encoding = "windows-1252" }  # the extract is UTF-8',
      right: 'source csv { encoding = "utf-8" }',
    },
  },
  utf32: {
    code: 'csv.encoding.utf32',
    severity: 'error',
    blocking: true,
    title: 'UTF-32 text',
    explanation: 'The byte order mark of the file is that of UTF-32, which is not supported.',
    remedy: 'Export the file as CSV UTF-8.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: '\\xFF\\xFE\\x00\\x00W\\x00\\x00\\x00',
      right: '\\xEF\\xBB\\xBFWorkerID;Name\n701984;Ada',
    },
  },
  utf16WithoutMark: {
    code: 'csv.encoding.utf16-no-bom',
    severity: 'error',
    blocking: true,
    title: 'UTF-16 text without a byte order mark',
    explanation: 'The file looks like UTF-16 but has no byte order mark. The encoding is not guessed.',
    remedy: 'State "utf-16le" or "utf-16be" in the mapping, or export the file as CSV UTF-8.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'I\\x00D\\x00\\n\\x007\\x00\\n\\x00',
      right: '\\xFF\\xFEI\\x00D\\x00\\n\\x007\\x00\\n\\x00',
    },
  },
  notText: {
    code: 'csv.not-text',
    severity: 'error',
    blocking: true,
    title: 'File that is not CSV',
    explanation:
      'The file is an Excel workbook, an archive, a PDF, a web page, XML, JSON or another format that is not CSV, regardless of its name.',
    remedy: 'Open it in its program and export it as CSV UTF-8.',
    authority: 'the extract',
    example: { form: 'extract', wrong: 'PK\\x03\\x04…', right: 'WorkerID;Name\n701984;Ada' },
  },
  nulByte: {
    code: 'csv.nul-byte',
    severity: 'error',
    blocking: true,
    title: 'NUL character in the file',
    explanation: 'Text does not contain NUL characters: the file has another encoding, or is damaged.',
    remedy: 'Export it again as CSV UTF-8, or state its encoding in the mapping.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name\n701984;Ada\\0\n701985;Ben',
      right: 'WorkerID;Name\n701984;Ada\n701985;Ben',
    },
  },
  unterminatedQuote: {
    code: 'csv.quote.unterminated',
    severity: 'error',
    blocking: true,
    title: 'Unmatched quote',
    explanation: 'The rest of the file would become one cell, and the people in it would be lost.',
    remedy: 'Close the quote; double it if it is part of the text.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Title\n701984;"Clerk\n701985;Engineer',
      right: 'WorkerID;Title\n701984;"Clerk"\n701985;Engineer',
    },
  },
  strayQuote: {
    code: 'csv.quote.stray',
    severity: 'error',
    blocking: true,
    title: 'Quote inside a cell',
    explanation:
      'There is a quote inside the text of a cell, or text after the closing quote. It is unclear where the cell ends.',
    remedy: 'Put the whole cell in quotes and double the quotes in it.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name\n701984;Robert "Bob" Lee',
      right: 'WorkerID;Name\n701984;"Robert ""Bob"" Lee"',
    },
  },
  fieldTooLarge: {
    code: 'csv.field-too-large',
    severity: 'error',
    blocking: true,
    title: 'Cell or row too large',
    explanation:
      'A cell has more than 1,048,576 characters, or a row has too many bytes. Usually a quote is not closed, or the delimiter is wrong.',
    remedy: 'Look for an unmatched quote, check the delimiter, or remove the content.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Photo\n701984;(more than 1,048,576 characters)',
      right: 'WorkerID;Photo\n701984;photos/701984.jpg',
    },
  },
  tooManyColumns: {
    code: 'csv.too-many-columns',
    severity: 'error',
    blocking: true,
    title: 'Row with too many columns',
    explanation: 'A row has more columns than any extract of people. Usually the delimiter is wrong.',
    remedy: 'Check the delimiter, or export fewer columns.',
    authority: 'the extract',
    example: { form: 'extract', wrong: 'ID;(more than 1,024 columns)', right: 'ID;Name\n7;Ada' },
  },
  tooLarge: {
    code: 'csv.too-large',
    severity: 'error',
    blocking: true,
    title: 'Extract over the limit',
    explanation:
      'The extract has more bytes or records than allowed by --max-bytes and --max-records or the settings of the same names. It is not used.',
    remedy: 'Check that it is the right file; split it, or raise the limit.',
    authority: 'the extract',
    example: {
      form: 'command',
      wrong: 'entra-inbound read contoso.csv --max-records 1  # it has 2 records',
      right: 'entra-inbound read contoso.csv --max-records 2',
    },
  },
  empty: {
    code: 'csv.empty',
    severity: 'error',
    blocking: true,
    title: 'Empty file',
    explanation: 'The file has no rows, not even a header.',
    remedy: 'Check that the export has finished and that it is the right file.',
    authority: 'the extract',
    example: { form: 'extract', wrong: '\\n', right: 'WorkerID;Name\n701984;Ada' },
  },
  noRows: {
    code: 'csv.no-rows',
    severity: 'warning',
    title: 'Extract without records',
    explanation: 'There is a header but no row below it, so there is nothing to send.',
    remedy: 'Check that the export has finished and that it is the right file.',
    authority: 'the extract',
    example: { form: 'extract', wrong: 'WorkerID;Name', right: 'WorkerID;Name\n701984;Ada' },
  },
  blankRows: {
    code: 'csv.blank-rows',
    severity: 'warning',
    title: 'Blank rows in the extract',
    explanation: 'Rows without any text are skipped.',
    remedy: 'Remove blank rows from the export if they are not intended.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name\n701984;Ada\n;\n701985;Ben',
      right: 'WorkerID;Name\n701984;Ada\n701985;Ben',
    },
  },
  sepLine: {
    code: 'csv.sep-line',
    severity: 'warning',
    title: 'First line that names the delimiter',
    explanation: 'The extract begins with a line like sep=; for Excel. It sets the delimiter and is not read as a row.',
    remedy: 'State the delimiter in the mapping, or export without that line.',
    authority: 'the extract',
    example: { form: 'extract', wrong: 'sep=;\nWorkerID;Name\n701984;Ada', right: 'WorkerID;Name\n701984;Ada' },
  },
  doubtfulHeader: {
    code: 'csv.header.doubtful',
    severity: 'warning',
    title: 'Header that may be a title',
    explanation:
      'The first row with text is read as the header, but it has far fewer cells than the rows below it, and one of those looks like the header.',
    remedy: 'State the line of the header.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { }  # the header is on line 3, below a title',
      right: 'source csv { header = 3 }',
    },
  },
  missingHeader: {
    code: 'csv.header.missing',
    severity: 'error',
    blocking: true,
    title: 'Header not on the stated line',
    explanation: 'The setting "header" names a line without text.',
    remedy: 'Correct the number: lines count from 1.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { header = 4 }  # the extract has the header on line 3',
      right: 'source csv { header = 3 }',
    },
  },
  emptyHeader: {
    code: 'csv.header.empty',
    severity: 'error',
    blocking: true,
    title: 'Column without a name',
    explanation:
      'A rule reads a column by its name, but this one has none, although most of its cells are not empty. Empty columns without a name are skipped.',
    remedy: 'Name the column or remove it; if the header is on another line, state that line.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;;Name\n701984;x;Ada',
      right: 'WorkerID;Grade;Name\n701984;x;Ada',
    },
  },
  unnamedColumn: {
    code: 'csv.header.unnamed-column',
    severity: 'warning',
    title: 'Empty column without a name',
    explanation:
      'The header has a column without a name whose cells are empty, usually from a delimiter at the end of each line or from merged cells. It is skipped, and the rest of the extract is read.',
    remedy: 'No action is needed. An export without the delimiter at the end does not have such a column.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name;\n701984;Ada;',
      right: 'WorkerID;Name\n701984;Ada',
    },
  },
  unnamedCell: {
    code: 'csv.row.unnamed-cell',
    severity: 'error',
    title: 'Cell in a column without a name',
    explanation:
      'A column without a name is empty in most rows but not in this one: the cells may have shifted. The record cannot be read and is not sent.',
    remedy: 'Correct the row, or name the column. A cell with a delimiter in it needs quotes.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name;\n701984;Lee;Ada\n701985;Roe;\n701986;Poe;',
      right: 'WorkerID;Name\n701984;"Lee;Ada"\n701985;Roe\n701986;Poe',
    },
  },
  surplusCell: {
    code: 'csv.row.surplus-cell',
    severity: 'warning',
    title: 'Empty cell after the last column',
    explanation:
      'Rows end with a delimiter that the header does not have. The cell after it is empty, so it is clear which cell belongs to which column, and the rows are read without it.',
    remedy: 'No action is needed. An export without the delimiter at the end of each row does not have such a cell.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name\n701984;Ada;\n701985;Ben;',
      right: 'WorkerID;Name\n701984;Ada\n701985;Ben',
    },
  },
  duplicateHeader: {
    code: 'csv.header.duplicate',
    severity: 'error',
    blocking: true,
    title: 'Duplicate column',
    explanation:
      'Two columns have the same name, ignoring case and outer spaces. A rule could mean either of them, so the extract is not read.',
    remedy: 'Rename or remove one of them.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name;name\n701984;Ada;Lovelace',
      right: 'WorkerID;FirstName;LastName\n701984;Ada;Lovelace',
    },
  },
  mixedLineEnds: {
    code: 'csv.newline.mixed',
    severity: 'warning',
    title: 'Mixed line ends',
    explanation:
      'Some lines of the extract end with LF and some with CR LF: parts of it may come from different systems.',
    remedy: 'Export the file again with consistent line ends.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name\\r\n701984;Ada\n701985;Ben',
      right: 'WorkerID;Name\n701984;Ada\n701985;Ben',
    },
  },
  loneCr: {
    code: 'csv.newline.lone-cr',
    severity: 'error',
    blocking: true,
    title: 'Lone CR among other line ends',
    explanation:
      'A CR without an LF may end a row or be part of a cell. If other lines end with LF or CR LF, that is unclear: two people could be joined, or one split in two.',
    remedy: 'Export the file again with consistent line ends.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID;Name\n701984;Ada\\r701985;Ben\n701986;Cleo',
      right: 'WorkerID;Name\n701984;Ada\n701985;Ben\n701986;Cleo',
    },
  },
  ambiguousDelimiter: {
    code: 'csv.delimiter.ambiguous',
    severity: 'error',
    blocking: true,
    title: 'Ambiguous delimiter',
    explanation: 'The extract can be split evenly at more than one character, so the delimiter is not guessed.',
    remedy: 'State the delimiter.',
    authority: 'the extract',
    example: { wrong: 'source csv { }  # the extract has as many "," as ";"', right: 'source csv { delimiter = ";" }' },
  },
  invalidDialect: {
    code: 'csv.dialect.invalid',
    severity: 'error',
    blocking: true,
    title: 'Conflicting delimiter and quote',
    explanation:
      'Delimiter and quote must not share a character, a quote of several characters must not begin and end alike and needs a stated delimiter. Otherwise it is unclear where a cell ends.',
    remedy: 'Correct the settings; best, export with a quote of one character.',
    authority: 'the extract',
    example: {
      wrong: 'source csv {\n  delimiter = "|"\n  quote = "|"\n}',
      right: 'source csv {\n  delimiter = "|"\n  quote = "\\""\n}',
    },
  },
  fieldCount: {
    code: 'csv.row.field-count',
    severity: 'error',
    title: 'Rows whose number of cells differs from the header',
    explanation:
      'It is unclear which cell of such a row belongs to which column. The record cannot be read and is not sent.',
    remedy:
      'Correct the rows: a cell with a delimiter in it needs quotes. If every row is affected, check the delimiter.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID,Name,Department\n701984,Lee, Ada,Sales\n701985,"Roe, Ben",Sales',
      right: 'WorkerID,Name,Department\n701984,"Lee, Ada",Sales\n701985,"Roe, Ben",Sales',
    },
  },
});

/** All kinds of problems with extracts. */
export const extractProblemKinds: readonly ProblemKind[] = Object.values(extractProblems);
