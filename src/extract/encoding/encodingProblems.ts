import { extractProblems } from '../../core/csv/extractProblemKinds';
import type { RecordProblem } from '../../core/problems/problem';
import type { ProblemKind } from '../../core/problems/problemKind';
import { thinEvidence } from '../../core/csv/csvProblems';
import { recordProblemOf } from '../../core/problems/problemKind';
import type { LikelyEncoding } from './detectEncoding';
import { detectEncoding } from './detectEncoding';

export function unknownEncoding(label: string): RecordProblem {
  return fatal(
    extractProblems.unknownEncoding,
    `No encoding is named "${label}". Name one of the WHATWG Encoding standard, for example utf-8, windows-1252 or utf-16le, or a code page: cp437, cp850, cp852, cp858, cp865.`,
  );
}

/**
 * The caller reads the text before it knows the line.
 * @param bytes the part of the file that contains the line: the encoding is detected from it
 */
export function invalidEncoding(encoding: string, bytes: Uint8Array): RecordProblem {
  const meant = encoding === 'utf-8' ? detectEncoding(bytes) : undefined;
  const what = `This line holds bytes that are not ${encoding} text`;
  const problem = fatal(
    extractProblems.invalidEncoding,
    meant === undefined
      ? `${what}. Export the file as CSV UTF-8, or state the encoding it is in in the mapping or with --encoding.`
      : `${what}; the file looks like ${encodingsOf(meant)}.${thinEvidence(meant.mayBe)} If ${meant.or === undefined ? 'that' : 'the first'} is right, state encoding = "${meant.encoding}" in the mapping or --encoding ${meant.encoding}; else export the file as CSV UTF-8.`,
  );
  if (meant === undefined) return problem;
  return {
    ...problem,
    encoding: meant.encoding,
    ...(meant.or === undefined ? {} : { orEncoding: meant.or }),
    ...(meant.mayBe === undefined ? {} : { mayBeEncodings: meant.mayBe }),
  };
}

function encodingsOf({ encoding, or }: LikelyEncoding): string {
  return or === undefined ? encoding : `${encoding} or ${or} (its letters fit both)`;
}

export function utf32(): RecordProblem {
  return fatal(extractProblems.utf32, 'The file is UTF-32 text, which is not supported. Export it as CSV UTF-8.');
}

export function utf16WithoutMark(encoding: string): RecordProblem {
  const problem = fatal(
    extractProblems.utf16WithoutMark,
    `The file looks like ${encoding} text without a byte order mark. State ${encoding} as its encoding in the mapping, or export it as CSV UTF-8.`,
  );
  return { ...problem, encoding };
}

/** `kind` with its article: "an Excel workbook". */
export function notText(kind: string, remedy: string): RecordProblem {
  return fatal(extractProblems.notText, `The file is ${kind}, not text. ${remedy}`);
}

/** Text of another format; `kind` with its article, as above. */
export function notCsv(kind: string, remedy: string): RecordProblem {
  return fatal(extractProblems.notText, `The file is ${kind}, not CSV. ${remedy}`);
}

/** The letters beyond ASCII are UTF-8, and another encoding was stated. */
export function misstatedEncoding(stated: string, line: number): RecordProblem {
  const message = `The file is UTF-8, and ${stated} is stated: letters beyond ASCII are read as others. State encoding = "utf-8", or leave it out.`;
  return { ...recordProblemOf(extractProblems.misstatedEncoding, 'warning', message, { line }), encoding: 'utf-8' };
}

function fatal(kind: ProblemKind, message: string): RecordProblem {
  return recordProblemOf(kind, 'fatal', message);
}
