import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../src/core/bytes/words';
import { ByteTokenizer, CellMark, isOfAscii, RowCut } from '../../../src/core/csv/byteTokenizer';

/** The cells of each row, and what follows the last one. */
function cut(text: string, { quote = '"', isLast = true } = {}) {
  const bytes = Buffer.from(text);
  const tokenizer = new ByteTokenizer({ delimiter: ';', quote }, 1);
  const rows: (readonly [line: number, cells: readonly string[], end: string | undefined])[] = [];
  for (let from = 0; ; from = tokenizer.end) {
    const came = tokenizer.cut({ bytes, view: viewOf(bytes) }, from, bytes.length, isLast);
    if (came !== RowCut.row) return { rows, came, tokenizer };
    const cells = Array.from({ length: tokenizer.count }, (_, cell) =>
      bytes.toString('utf8', tokenizer.starts[cell], tokenizer.ends[cell]),
    );
    rows.push([tokenizer.rowLine, cells, tokenizer.lineEnd]);
  }
}

describe('ByteTokenizer', () => {
  it.each<[string, ReturnType<typeof cut>['rows']]>([
    ['', []],
    ['a;b', [[1, ['a', 'b'], undefined]]],
    ['a;', [[1, ['a', ''], undefined]]],
    ['a\r\nb\n', [[1, ['a'], 'crlf'], [2, ['b'], 'lf']]], // prettier-ignore
    ['"a\nb\r\nc";d\n\ne', [[1, ['a\nb\r\nc', 'd'], 'lf'], [4, [''], 'lf'], [5, ['e'], undefined]]], // prettier-ignore
    ['"a;""b";""\n', [[1, ['a;""b', ''], 'lf']]],
  ])('cuts %j', (text, rows) => {
    expect(cut(text)).toMatchObject({ rows, came: RowCut.end });
  });

  it.each(['a"b', '"a"b', '"a', 'a\rb', 'a\r', '\0', '"\0"', 'x'.repeat(1024 * 1024 + 1), ';'.repeat(1024)])(
    'leaves %.9j to the tokenizer of text',
    (text) => {
      expect(cut(`a;b\n${text}`)).toMatchObject({ rows: [[1, ['a', 'b'], 'lf']], came: RowCut.odd });
    },
  );

  it.each(['', 'a', 'a;', '"a', '"a"', '"a""', 'a\r', '"a\r'])('waits for more after %j', (text) => {
    const { rows, came, tokenizer } = cut(`a\n${text}`, { isLast: false });
    expect(rows).toHaveLength(1);
    expect(came).toBe(RowCut.more);
    expect(tokenizer.line).toBe(2);
  });

  it('says what is in a cell', () => {
    const { tokenizer } = cut('ab;\\;"é\t";"a""";"\n"\n');
    expect([...tokenizer.marks.subarray(0, tokenizer.count)]).toEqual([
      0,
      CellMark.escapes,
      CellMark.wide | CellMark.escapes,
      CellMark.doubled,
      CellMark.escapes,
    ]);
  });

  it('takes quotes for ordinary characters where there is no quote', () => {
    const { rows, tokenizer } = cut('"a";b\n', { quote: '' });
    expect(rows).toEqual([[1, ['"a"', 'b'], 'lf']]);
    expect(tokenizer.marks[0]).toBe(CellMark.escapes);
  });

  it.each([
    [';', '"', true],
    ['\t', '', true],
    ['§', '"', false],
    [';;', '"', false],
    [';', '«', false],
  ])('can use the delimiter %j with the quote %j: %s', (delimiter, quote, can) => {
    expect(isOfAscii({ delimiter, quote })).toBe(can);
  });
});
