import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../../src/core/text/lineIndex';
import { LineIndex } from '../../../src/core/text/lineIndex';

/** Counts from the beginning of the text, one code unit after the other. */
function naivePosition(text: string, offset: number): Position {
  let line = 0;
  let character = 0;
  for (let at = 0; at < offset; at++) {
    const ends = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
    line += Number(ends);
    character = ends ? 0 : character + 1;
  }
  return { line, character };
}

const TEXTS = fc
  .array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', '\u2028', '\t'), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('LineIndex', () => {
  it('finds the position of every offset as counting from the beginning does', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++)
          expect(index.positionAt(offset)).toEqual(naivePosition(text, offset));
      }),
    );
  });

  it('knows where lines begin, and how many there are', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const index = new LineIndex(text);
        const lines = text.split(/\r\n|\r|\n/);
        expect(index.lineCount).toBe(lines.length);
        for (const [line, content] of lines.entries()) {
          const start = index.offsetOfLine(line);
          expect(text.slice(start, start + content.length)).toBe(content);
          expect(index.positionAt(start)).toEqual({ line, character: 0 });
        }
      }),
    );
  });

  it.each([
    ['', 1, 0],
    ['ab', 1, 2],
    ['ab\ncd', 2, 5],
    ['ab\n', 7, 3],
  ])('takes the end of %j for the beginning of line %i, which it does not have', (text, line, end) => {
    expect(new LineIndex(text).offsetOfLine(line)).toBe(end);
  });
});
