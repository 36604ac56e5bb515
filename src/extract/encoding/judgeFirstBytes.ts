import type { RecordProblem } from '../../core/problems/problem';
import { notText, utf16WithoutMark, utf32 } from './encodingProblems';

/** Number of bytes that a judgement needs; a shorter file gives all it has. */
export const firstBytesNeeded = 8;

/** The conclusions from the first bytes of a file. */
export type FirstBytes =
  | { readonly kind: 'text'; readonly encoding?: string; readonly markLength: number }
  | { readonly kind: 'refused'; readonly problem: RecordProblem };

const saveAsCsv = 'Save it as "CSV UTF-8" in the program it comes from.';

/** Beginnings of files that are not text, regardless of the file name. None of them is a plausible header. */
const fileKinds: readonly (readonly [bytes: readonly number[], kind: string, remedy: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or another ZIP archive', saveAsCsv],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive', saveAsCsv],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'an Excel workbook of the old kind', saveAsCsv],
  [[0x1f, 0x8b], 'compressed with gzip', 'Unpack it first.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'compressed with Zstandard', 'Unpack it first.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'compressed with xz', 'Unpack it first.'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'a 7-Zip archive', 'Unpack it first.'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'a RAR archive', 'Unpack it first.'],
  [[0x50, 0x41, 0x52, 0x31, 0x15], 'an Apache Parquet file', 'Ask for the same data as CSV.'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'an SQLite database', 'Export its table as CSV UTF-8.'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document', 'Ask for the same report as CSV.'],
];

/** Byte order marks, the longer ones first: the mark of UTF-32 begins with that of UTF-16. */
const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32'],
  [[0, 0, 0xfe, 0xff], 'utf-32'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** `encodingIsStated`: then bytes that look like UTF-16 without its mark are read in the stated encoding. */
export function judgeFirstBytes(bytes: Uint8Array, encodingIsStated: boolean): FirstBytes {
  const other = fileKinds.find(([start]) => startsWith(bytes, start));
  if (other !== undefined) return refuse(notText(other[1], other[2]));
  const mark = marks.find(([start]) => startsWith(bytes, start));
  if (mark?.[1] === 'utf-32') return refuse(utf32());
  if (mark !== undefined) return { kind: 'text', encoding: mark[1], markLength: mark[0].length };
  const wide = encodingIsStated ? undefined : widthByPattern(bytes);
  if (wide === 'utf-32') return refuse(utf32());
  return wide === undefined ? { kind: 'text', markLength: 0 } : refuse(utf16WithoutMark(wide));
}

/** ASCII in UTF-16: every second byte is 0, the others are not. In UTF-32 only one byte of four is not 0. */
function widthByPattern(bytes: Uint8Array): string | undefined {
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  if (zeros === 'x000' || zeros === '000x') return 'utf-32';
  if (zeros === 'x0x0') return 'utf-16le';
  return zeros === '0x0x' ? 'utf-16be' : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function refuse(problem: RecordProblem): FirstBytes {
  return { kind: 'refused', problem };
}
