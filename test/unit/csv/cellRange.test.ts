import { describe, expect, it } from 'vitest';
import { cellRanges } from '../../../src/core/csv/cellRange';
import { LineIndex } from '../../../src/core/text/lineIndex';

const COMMA = { delimiter: ',', quote: '"' };

/** What would be selected, cell by cell, as `text@line:character-line:character`. */
function selected(text: string, dialect = COMMA): readonly string[] | undefined {
  const index = new LineIndex(text);
  return cellRanges(text, dialect)?.map(({ start, end }) => {
    const words = text.slice(index.offsetAt(start), index.offsetAt(end));
    return `${words}@${start.line}:${start.character}-${end.line}:${end.character}`;
  });
}

describe('cellRanges', () => {
  it.each([
    ['a,bc,\nnext', ['a@0:0-0:1', 'bc@0:2-0:4', '@0:5-0:5']],
    // Without the quotes, with any text between them
    ['"a, ""b""",c\r\n', ['a, ""b""@0:1-0:9', 'c@0:11-0:12']],
    ['"",c\n', ['@0:1-0:1', 'c@0:3-0:4']],
    // Line breaks in a cell lead to other lines, and what follows is on those
    ['x,"one\r\ntwo\nthree",y\n', ['x@0:0-0:1', 'one\r\ntwo\nthree@0:3-2:5', 'y@2:7-2:8']],
    // Positions are those of an editor: a pair of surrogates is two
    ['😀,é\n', ['😀@0:0-0:2', 'é@0:3-0:4']],
    // A quote that is not at the start is text, and one cell may be all of it
    ['5" pipe,"\n', undefined],
    ['5" pipe,b\n', ['5" pipe@0:0-0:7', 'b@0:8-0:9']],
    ['a\rb', ['a@0:0-0:1']],
  ])('of %j', (text, expected) => {
    expect(selected(text)).toEqual(expected);
  });

  it('knows that the text may go on where it ends', () => {
    expect(selected('a,b')).toBeUndefined();
    expect(selected('a,"b\nc')).toBeUndefined();
    expect(selected('')).toBeUndefined();
  });

  it('knows quotes of several characters, and none', () => {
    expect(selected('<>a||b<>||c\n', { delimiter: '||', quote: '<>' })).toEqual(['a||b@0:2-0:6', 'c@0:10-0:11']);
    expect(selected('"a"|b\n', { delimiter: '|', quote: '' })).toEqual(['"a"@0:0-0:3', 'b@0:4-0:5']);
  });
});
