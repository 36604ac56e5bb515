import { describe, expect, it } from 'vitest';
import { LineBreaks } from '../../../../src/extract/lanes/lineBreaks';

const text = 'a\r\nbé\n\rc\r\r\nd';

describe('LineBreaks', () => {
  for (const length of [1, 2, 3, 100]) {
    it(`knows the line at every byte, in blocks of ${length}`, () => {
      const breaks = new LineBreaks(5);
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += length) breaks.push(bytes.subarray(at, at + length));
      const lines = Array.from(bytes, (_, offset) => breaks.lineAt(offset));
      expect(lines).toEqual([5, 5, 5, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10]);
      expect([breaks.length, breaks.line, breaks.lastLine]).toEqual([bytes.length, 5, 10]);
    });
  }

  it('says which line break ends where it has passed to', () => {
    const breaks = new LineBreaks(1);
    breaks.push(Buffer.from(text));
    const passed = [3, 5, 7, 8, 10, 12, 13].map((offset) => [breaks.passTo(offset), breaks.line]);
    expect(passed).toEqual([
      ['crlf', 2],
      [undefined, 2],
      ['lf', 3],
      ['cr', 4],
      ['cr', 5],
      ['crlf', 6],
      [undefined, 6],
    ]);
  });

  it('goes on after what has been passed', () => {
    const breaks = new LineBreaks(1);
    breaks.push(Buffer.from('a\nb\nc'));
    breaks.passTo(2);
    breaks.push(Buffer.from('\nd'));
    expect([breaks.lineAt(3), breaks.lineAt(6), breaks.passTo(6), breaks.line]).toEqual([2, 4, 'lf', 4]);
  });
});
