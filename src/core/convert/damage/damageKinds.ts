import { defineProblemKinds } from '../../problems/problemKind';

/** Visible damage to cells, regardless of the rules. */
export const [control, bidi, hiddenChar, replacementChar, mojibake, excelError] = defineProblemKinds([
  {
    code: 'value.control',
    severity: 'warning',
    title: 'Control characters in cells',
    explanation:
      'A cell contains a control character (C0, C1 or DEL) or a rare line separator. It is sent escaped; how later systems handle it is unknown.',
    remedy:
      'Have them removed in the system of record. Or remove them with Replace and a regular expression, and silence the warning: it is about the cells, which still contain them.',
    authority: 'the extract',
    example: {
      wrong: 'title = [Job]  # the extract holds "Clerk", an ESC and "[2J"',
      right: 'title = Replace([Job], , "[\\\\x00-\\\\x1F]", , "", , )  # ignore value.control',
    },
  },
  {
    code: 'value.bidi',
    severity: 'warning',
    title: 'Characters that change the direction of text',
    explanation:
      'Embeddings, overrides and isolates of Unicode make text look different from what it is; they are a known way to disguise names.',
    remedy:
      'Have them removed in the system of record. Or remove them with Replace and a regular expression, and silence the warning: it is about the cells, which still contain them.',
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
    title: 'Invisible characters in identifiers',
    explanation:
      'An identifier contains a no-break space, a zero-width character, or leading or trailing spaces. Entra compares exactly, so this is a different person from the one without. `read`, which has no mapping, assumes the first column to be the identifier, and reports zero-width characters in any column.',
    remedy:
      'Have the identifiers corrected. Or remove such characters with StripSpaces or Replace, and silence the warning: it is about the cells, which still contain them.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [WorkerID]  # the extract holds "C10589 "',
      right: 'externalId = Replace([WorkerID], , "^\\\\s+|\\\\s+$", , "", , )  # ignore value.hidden-char',
    },
  },
  {
    code: 'value.replacement-char',
    severity: 'warning',
    title: 'Letters that were lost earlier',
    explanation:
      'Cells contain U+FFFD, which programs write instead of bytes that they cannot read. The file was damaged earlier.',
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
      'Cells contain pairs of characters that result from reading UTF-8 as Windows-1252. The file was damaged earlier, or its stated encoding is wrong.',
    remedy: 'State utf-8 if the file is UTF-8; otherwise export it again.',
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
      'A cell contains what a spreadsheet shows instead of a value: #N/A, #REF!, a row of #, the day before its first, or a rounded number. Records with such an externalId are not sent.',
    remedy:
      'Correct the formula or the width of the column in the spreadsheet, format identifiers as text, and export it again.',
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
