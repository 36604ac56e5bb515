import { describe, expect, it } from 'vitest';
import { ByteWriter, toPiece } from '../../../src/core/bytes/byteWriter';
import { CellMemo } from '../../../src/core/convert/bytes/cellMemo';

/** What the memo tells of each cell; a cell that it does not know it is taught, with what `resultOf` gives. */
function tell(memo: CellMemo, cells: readonly string[], resultOf: (cell: string) => string) {
  return cells.map((cell) => {
    const { view, length } = toPiece(cell);
    const out = new ByteWriter(8);
    if (memo.recall(view, 0, length, out)) return Buffer.from(out.bytes.subarray(0, out.at)).toString();
    out.appendText(resultOf(cell));
    memo.keep(view, 0, length, out, 0);
    return undefined;
  });
}

const quoted = (cell: string) => JSON.stringify(cell);

describe('CellMemo', () => {
  it('tells what came of a cell, also of an empty one, and when nothing came of it', () => {
    const cells = ['', 'a', 'Active', 'x'.repeat(44), 'é'];
    for (const resultOf of [quoted, () => '']) {
      const memo = new CellMemo();
      expect(tell(memo, cells, resultOf)).toEqual(cells.map(() => undefined));
      expect(tell(memo, cells, resultOf)).toEqual(cells.map(resultOf));
    }
  });

  it('does not keep what is long', () => {
    const memo = new CellMemo();
    const cells = ['y'.repeat(45), 'long'];
    const resultOf = (cell: string) => (cell === 'long' ? 'z'.repeat(67) : cell);
    expect([...tell(memo, cells, resultOf), ...tell(memo, cells, resultOf)]).toEqual(
      [...cells, ...cells].map(() => undefined),
    );
  });

  it('knows thousands of cells, and says nothing wrong of those that had to make room', () => {
    const memo = new CellMemo();
    const days = Array.from({ length: 10_000 }, (_, day) => `day ${String(day)}`);
    // What it knows first it forgets once it takes more memory
    tell(memo, [...days, ...days.slice(0, 1200)], quoted);
    const told = tell(memo, days, quoted);
    expect(told.filter((result, day) => result !== undefined && result !== quoted(days[day] ?? ''))).toEqual([]);
    expect(told.filter((result) => result !== undefined).length).toBeGreaterThan(9000);
  });

  it('knows what it is asked again after it has taken more memory', () => {
    const memo = new CellMemo();
    const words = Array.from({ length: 100 }, (_, word) => `word ${String(word)}`);
    for (let asked = 0; asked < 1200; asked += words.length) tell(memo, words, quoted);
    expect(tell(memo, words, quoted)).toEqual(words.map(quoted));
  });

  it('gives up where cells do not repeat', () => {
    const memo = new CellMemo();
    tell(
      memo,
      Array.from({ length: 20_000 }, (_, number) => String(number)),
      quoted,
    );
    expect(tell(memo, ['again', 'again'], quoted)).toEqual([undefined, undefined]);
  });
});
