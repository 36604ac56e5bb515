import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordSpans } from '../../../src/core/csv/recordSpans';

const START = { line: 7, offset: 100 };
const COMMA = { delimiter: ',', quote: '"' };

/** Each cell as `text@line:column bytes`. */
function said(text: string, dialect = COMMA, encoding = 'utf-8'): readonly string[] {
  return recordSpans(text, dialect, encoding, START).cells.map(
    ({ start, end, line, column, bytes }) =>
      `${text.slice(start, end)}@${line}:${column}${bytes === undefined ? '' : ` ${bytes.start}-${bytes.end}`}`,
  );
}

describe('recordSpans', () => {
  it.each([
    ['a,bc,\nnext,', ['a@7:1 100-101', 'bc@7:3 102-104', '@7:6 105-105']],
    ['', ['@7:1 100-100']],
    ['é,😀,x', ['é@7:1 100-102', '😀@7:3 103-107', 'x@7:6 108-109']],
    ['"a,""b",c\r\nd', ['"a,""b"@7:1 100-107', 'c@7:9 108-109']],
    ['"a\r\nb\nc",d', ['"a\r\nb\nc"@7:1 100-108', 'd@9:4 109-110']],
    ['a\rb', ['a@7:1 100-101']],
    ['a"b,c', ['a"b@7:1 100-103', 'c@7:5 104-105']],
  ])('of %j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('knows delimiters and quotes of several characters, and none', () => {
    expect(said('a||"b', { delimiter: '||', quote: '' })).toEqual(['a@7:1 100-101', '"b@7:4 103-105']);
    expect(said('<>a||b<>||c', { delimiter: '||', quote: '<>' })).toEqual(['<>a||b<>@7:1 100-108', 'c@7:11 110-111']);
  });

  it('counts bytes where they can be counted', () => {
    expect(said('ä,b', COMMA, 'windows-1252')).toEqual(['ä@7:1 100-101', 'b@7:3 102-103']);
    expect(said('ä,b', COMMA, 'utf-16be')).toEqual(['ä@7:1 100-102', 'b@7:3 104-106']);
    expect(said('表,b', COMMA, 'shift_jis')).toEqual(['表@7:1', 'b@7:3']);
    expect(recordSpans('a\n', COMMA, 'gb18030', START).bytes).toBeUndefined();
  });

  it('counts the bytes of any text as an encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const quoted = `"${text.replaceAll('"', '""')}"`;
        const { bytes } = recordSpans(quoted, COMMA, 'utf-8', START);
        expect((bytes?.end ?? 0) - (bytes?.start ?? 0)).toBe(new TextEncoder().encode(quoted).length);
      }),
    );
  });
});
