import { defineProblemKinds } from '../../problems/problemKind';

/** What is visibly wrong with cells, whatever a rule makes of them. */
export const [control, bidi, hiddenChar, replacementChar, mojibake, excelError] = defineProblemKinds([
  {
    code: 'value.control',
    severity: 'warning',
    title: 'Control characters in cells',
    explanation:
      'A cell holds a character that is no text: of C0 or C1, DEL, or a separator of lines that few programs know. It is sent escaped; what a later system makes of it is unknown.',
    remedy:
      'Have them removed in the system of record. Or take them out with Replace and a regular expression, and silence the warning: it is about the cells, which still hold them.',
    authority: 'the extract',
    example: {
      wrong: 'title = [Job]  # the extract holds "Clerk", an ESC and "[2J"',
      right: 'title = Replace([Job], , "[\\\\x00-\\\\x1F]", , "", , )  # ignore value.control',
    },
  },
  {
    code: 'value.bidi',
    severity: 'warning',
    title: 'Characters that turn the direction of text',
    explanation:
      'Embeddings, overrides and isolates of Unicode make text look other than it is; they are a known way to disguise names.',
    remedy:
      'Have them removed in the system of record. Or take them out with Replace and a regular expression, and silence the warning: it is about the cells, which still hold them.',
    authority: 'the extract',
    example: {
      wrong: 'displayName = [Name]  # the extract holds U+202E',
      right:
        'displayName = Replace([Name], , "[\\\\u202A-\\\\u202E\\\\u2066-\\\\u2069]", , "", , )  # ignore value.bidi',
    },
  },
  {
    code: 'value.hidden-char',
    severity: 'warning',
    title: 'Unseen characters in identifiers',
    explanation:
      'An identifier holds a no-break space, a character of no width or blanks at its ends. Entra compares exactly: to it that is another person than the one without. `read`, which knows no mapping, takes the first column for the identifier, and names characters of no width in any column.',
    remedy:
      'Have the identifiers corrected. Or take such characters out with StripSpaces or Replace, and silence the warning: it is about the cells, which still hold them.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [WorkerID]  # the extract holds "C10589 "',
      right: 'externalId = Replace([WorkerID], , "^\\\\s+|\\\\s+$", , "", , )  # ignore value.hidden-char',
    },
  },
  {
    code: 'value.replacement-char',
    severity: 'warning',
    title: 'Letters that were lost before',
    explanation:
      'Cells hold U+FFFD, which programs write in place of bytes that they could not read. The file was damaged before it came here.',
    remedy: 'Export it again and state the encoding at every step.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { encoding = "utf-8" }\ndisplayName = [Name]  # the extract holds U+FFFD',
      right: 'source csv { encoding = "windows-1252" }\ndisplayName = [Name]  # the export before it was converted',
    },
  },
  {
    code: 'value.mojibake',
    severity: 'warning',
    title: 'Letters that were read in the wrong encoding',
    explanation:
      'Cells hold pairs of characters that come of reading UTF-8 as Windows-1252 and writing it again. The file was damaged before it came here, or the encoding that is stated for it is wrong.',
    remedy: 'State utf-8 if the file is UTF-8; else export it again.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { encoding = "windows-1252" }\ndisplayName = [Name]  # the extract is UTF-8',
      right: 'source csv { encoding = "utf-8" }\ndisplayName = [Name]',
    },
  },
  {
    code: 'value.excel-error',
    severity: 'error',
    title: 'Errors of a spreadsheet',
    explanation:
      'A cell holds what a spreadsheet shows instead of a value: #N/A, #REF!, a row of #, the day before its first, a number with its last digits rounded off. Records whose externalId is one are not sent.',
    remedy:
      'Correct the formula or the width of the column in the spreadsheet, format identifiers as text, export it again.',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department = [Department]  # the extract holds "#N/A"',
      right:
        'source csv { empty = "#N/A" }\nurn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department = [Department]',
    },
  },
]);

export const damageKinds = [control, bidi, hiddenChar, replacementChar, mojibake, excelError];
