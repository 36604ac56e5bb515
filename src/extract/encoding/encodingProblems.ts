import { extractProblems } from '../../core/csv/extractProblemKinds';
import type { RecordProblem } from '../../core/problems/problem';
import type { ProblemKind } from '../../core/problems/problemKind';
import { recordProblemOf } from '../../core/problems/problemKind';

export function unknownEncoding(label: string): RecordProblem {
  return fatal(
    extractProblems.unknownEncoding,
    `No encoding is named "${label}". Name one of the WHATWG Encoding standard, for example utf-8, windows-1252 or utf-16le.`,
  );
}

/** The line is known to whoever reads the text before it. */
export function invalidEncoding(encoding: string): RecordProblem {
  return fatal(
    extractProblems.invalidEncoding,
    `This line holds bytes that are not ${encoding} text. Export the file as CSV UTF-8, or state the encoding it is in in the mapping.`,
  );
}

export function utf32(): RecordProblem {
  return fatal(extractProblems.utf32, 'The file is UTF-32 text, which is not supported. Export it as CSV UTF-8.');
}

export function utf16WithoutMark(encoding: string): RecordProblem {
  return fatal(
    extractProblems.utf16WithoutMark,
    `The file looks like ${encoding} text without a byte order mark. State ${encoding} as its encoding in the mapping, or export it as CSV UTF-8.`,
  );
}

/** `kind` with its article: "an Excel workbook". */
export function notText(kind: string, remedy: string): RecordProblem {
  return fatal(extractProblems.notText, `The file is ${kind}, not text. ${remedy}`);
}

function fatal(kind: ProblemKind, message: string): RecordProblem {
  return recordProblemOf(kind, 'fatal', message);
}
