import { describe, expect, it } from 'vitest';
import type { CodeUnits } from '../../../../src/extract/index/lineStarts';
import { LineStarts } from '../../../../src/extract/index/lineStarts';

/** Where the lines of a text begin, given in blocks of that many bytes. */
function startsOf(
  bytes: Uint8Array,
  units: CodeUnits,
  length: number,
  markLength = 0,
): readonly (number | undefined)[] {
  const starts = new LineStarts(units, markLength);
  for (let at = 0; at < bytes.length; at += length) starts.push(bytes.subarray(at, at + length));
  const found: (number | undefined)[] = [];
  for (let line = 1; starts.offsetOf(line) !== undefined; line++) found.push(starts.offsetOf(line));
  return found;
}

/** U+0A0D and U+0D0A have the bytes of line breaks, and are none. */
const TEXT = 'a\r\nbé\n\rc\r\r\n\u0a0d\u0d0ad\n';

describe.each([1, 2, 3, 5, 100])('LineStarts in blocks of %i', (length) => {
  it('finds each line in bytes', () => {
    expect(startsOf(Buffer.from('a\r\nbé\n\rc\r\r\nd'), 'bytes', length)).toEqual([0, 3, 7, 8, 10, 12]);
  });

  it('finds each line in UTF-16, and no line break in other characters', () => {
    const little = Buffer.from(TEXT, 'utf16le');
    const expected = [0, 6, 12, 14, 18, 22, 30];
    expect(startsOf(little, 'utf-16le', length)).toEqual(expected);
    expect(startsOf(Buffer.from(little).swap16(), 'utf-16be', length)).toEqual(expected);
  });

  it('counts the byte order mark, which belongs to no line', () => {
    expect(startsOf(Buffer.from('a\nb'), 'bytes', length, 3)).toEqual([3, 5]);
  });
});

describe('LineStarts', () => {
  it('forgets lines, never the last one', () => {
    const starts = new LineStarts('bytes');
    starts.push(Buffer.from('a\nb\nc\nd'));
    starts.forgetBefore(3);
    expect([1, 2, 3, 4, 5].map((line) => starts.offsetOf(line))).toEqual([undefined, undefined, 4, 6, undefined]);
    starts.forgetBefore(9);
    starts.push(Buffer.from('\ne'));
    expect([3, 4, 5].map((line) => starts.offsetOf(line))).toEqual([undefined, 6, 8]);
  });
});
