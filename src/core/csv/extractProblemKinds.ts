import type { ProblemKind } from '../problems/problemKind';
import { defineProblemKinds } from '../problems/problemKind';

/**
 * What can be wrong with an extract before any rule of a mapping sees it: its file, its encoding, its rows. The readers of files and
 * encodings lie outside the core, and take their kinds from here.
 */
export const extractProblems = defineProblemKinds({
  unreadableFile: {
    code: 'file.unreadable',
    severity: 'error',
    blocking: true,
    title: 'File that cannot be read',
    explanation:
      'There is no such file, it is a folder, a device or a pipe, it may not be read, or another program holds it. Nothing of the extract is used.',
    remedy: 'Check the path and the permissions; close the file in the program that holds it.',
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
      'The size or the time of change of the file is another at the end than at the beginning: half of what was read may be of another export. Nothing of it is used.',
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
      'The setting "encoding" names no encoding of the WHATWG Encoding standard and no code page that is known (cp437, cp850, cp852, cp858, cp865), so that the extract cannot be read.',
    remedy: 'Name one like "utf-8", "windows-1252" or "utf-16le"; left out, the byte order mark decides, else UTF-8.',
    authority: 'the extract',
    example: { wrong: 'source csv { encoding = "ansi-latin" }', right: 'source csv { encoding = "windows-1252" }' },
  },
  invalidEncoding: {
    code: 'csv.encoding.invalid',
    severity: 'error',
    blocking: true,
    title: 'Bytes that the encoding does not have',
    explanation:
      'The file is not in the encoding that is stated for it, or not in UTF-8 where none is stated. Which one it looks like is found by trial and offered; nothing is read in it without your word, because a wrong guess turns letters of names into others.',
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
    title: 'Another encoding stated than the file has',
    explanation:
      'An encoding such as windows-1252 is stated, and the letters beyond ASCII in the file are UTF-8. They are read as stated, so that é becomes Ã© in names.',
    remedy: 'State encoding = "utf-8", or leave the setting out.',
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
    explanation: 'The file looks like UTF-16, and has no mark that says so. An encoding is not guessed.',
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
      'The file is an Excel workbook, an archive, a PDF, a web page, XML, JSON or another format that is not CSV, whatever its name.',
    remedy: 'Open it in the program that it belongs to and export it as CSV UTF-8.',
    authority: 'the extract',
    example: { form: 'extract', wrong: 'PK\\x03\\x04…', right: 'WorkerID;Name\n701984;Ada' },
  },
  nulByte: {
    code: 'csv.nul-byte',
    severity: 'error',
    blocking: true,
    title: 'NUL character in the file',
    explanation: 'Text holds no NUL characters: the file is in another encoding than it is read in, or is damaged.',
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
    title: 'Quote that is never closed',
    explanation: 'The rest of the file would become one cell, and the people in it would be lost.',
    remedy: 'Close the quote; double it where it is part of the text.',
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
      'A quote stands inside the text of a cell, or something follows the closing quote. Where the cell ends is unclear.',
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
    title: 'Cell or row that is too large',
    explanation:
      'A cell has more than 1,048,576 characters, or a row more bytes than are read. Mostly a quote is not closed, or the delimiter is another.',
    remedy: 'Look for a quote that is not closed, check the delimiter, or remove the content.',
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
    explanation: 'A row has more columns than any extract of people. Mostly the delimiter is another.',
    remedy: 'Check the delimiter, or export fewer columns.',
    authority: 'the extract',
    example: { form: 'extract', wrong: 'ID;(more than 1,024 columns)', right: 'ID;Name\n7;Ada' },
  },
  tooLarge: {
    code: 'csv.too-large',
    severity: 'error',
    blocking: true,
    title: 'Extract beyond the limit',
    explanation:
      'The extract has more bytes or records than it may have, by --max-bytes and --max-records or the settings of the same names. Nothing of it is used.',
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
    title: 'An extract without records',
    explanation: 'There is a header and no row below it, so there is nothing to send.',
    remedy: 'Check that the export has finished and that it is the right file.',
    authority: 'the extract',
    example: { form: 'extract', wrong: 'WorkerID;Name', right: 'WorkerID;Name\n701984;Ada' },
  },
  blankRows: {
    code: 'csv.blank-rows',
    severity: 'warning',
    title: 'Blank rows in the extract',
    explanation: 'Rows without any text are passed over.',
    remedy: 'Remove blank rows from the export if they are not meant.',
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
    title: 'A first line that names the delimiter',
    explanation: 'The extract begins with a line like sep=; which is for Excel. It is obeyed and is no row.',
    remedy: 'State the delimiter in the mapping, or export without that line.',
    authority: 'the extract',
    example: { form: 'extract', wrong: 'sep=;\nWorkerID;Name\n701984;Ada', right: 'WorkerID;Name\n701984;Ada' },
  },
  doubtfulHeader: {
    code: 'csv.header.doubtful',
    severity: 'warning',
    title: 'A header that may be a title',
    explanation:
      'The first row with text was taken for the header, and it has far fewer cells than the rows below it, among which one looks like the header.',
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
    title: 'Header that is not where it was said to be',
    explanation: 'The setting "header" names a line on which the extract has no text.',
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
      'A rule reads a column by its name, and this one has none, while most of its cells hold something. Columns without a name that are empty are passed over.',
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
      'The header has a column without a name whose cells are empty, as a delimiter at the end of each line or merged cells of a spreadsheet leave it. It is passed over, and the rest of the extract is read.',
    remedy: 'Nothing needs to be done. An export without the delimiter at the end has no such column.',
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
      'A column without a name is empty in most rows and holds something in this one: the cells may have shifted. The record cannot be read and is not sent.',
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
      'Rows end with a delimiter that the header does not have. The cell after it is empty, so there is no doubt which cell belongs to which column, and the rows are read without it.',
    remedy: 'Nothing needs to be done. An export without the delimiter at the end of each row has no such cell.',
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
    title: 'Two columns with one name',
    explanation:
      'Case and outer spaces do not count. A rule that names the column could mean either of them, so that nothing is read.',
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
    title: 'Line ends of several kinds',
    explanation:
      'Some lines of the extract end with LF and some with CR LF: parts of it may come from different systems.',
    remedy: 'Export the file again with one kind of line end.',
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
      'A CR without an LF may end a row or be part of a cell. Where other lines end with LF or CR LF that is unclear: two people could be joined, or one cut in two.',
    remedy: 'Export the file again with one kind of line end.',
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
    title: 'Delimiter that is not clear',
    explanation: 'The extract can be split evenly at more than one character, so that no delimiter is guessed.',
    remedy: 'State the delimiter.',
    authority: 'the extract',
    example: { wrong: 'source csv { }  # the extract has as many "," as ";"', right: 'source csv { delimiter = ";" }' },
  },
  invalidDialect: {
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
  fieldCount: {
    code: 'csv.row.field-count',
    severity: 'error',
    title: 'Rows with another number of cells than the header',
    explanation:
      'It is unclear which cell of such a row belongs to which column. It is a record that cannot be read and is not sent.',
    remedy:
      'Correct the rows: a cell with a delimiter in it needs quotes. If every row is concerned, see the delimiter.',
    authority: 'the extract',
    example: {
      form: 'extract',
      wrong: 'WorkerID,Name,Department\n701984,Lee, Ada,Sales\n701985,"Roe, Ben",Sales',
      right: 'WorkerID,Name,Department\n701984,"Lee, Ada",Sales\n701985,"Roe, Ben",Sales',
    },
  },
});

/** Every kind of problem of an extract itself. */
export const extractProblemKinds: readonly ProblemKind[] = Object.values(extractProblems);
