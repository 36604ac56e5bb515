import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../../../src/language/mapping/foldingRanges';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';

function folds(text: string): readonly string[] {
  return foldingRanges(openMapping(text)).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`,
  );
}

describe('foldingRanges', () => {
  it.each([
    ['nothing', 'title = [A]\n', []],
    ['a block, whose end stays in sight', 'name {\n  familyName = [A]\n  givenName = [B]\n}\n', ['0-2']],
    ['a block with CR LF', 'name {\r\n  familyName = [A]\r\n  givenName = [B]\r\n}\r\n', ['0-2']],
    ['a block on two lines', 'name {\n}', []],
    ['a block in a block', 'schema urn:a:b:c {\n  x {\n    y = [A]\n  }\n}', ['0-3', '1-2']],
    ['an open block', 'name {\n  familyName = [A]\n', ['0-1']],
    ['the source block', 'source csv {\n  files = "a"\n}', ['0-1']],
    ['a call', 'title = Join("",\n  [A],\n  [B]\n)', ['0-2']],
    ['a call that ends after an argument', 'title = Join("",\n  [A],\n  [B])', ['0-2']],
    ['a condition', 'where Join("",\n  [A]) = "b"', ['0-1']],
    ['comments', '# a\n# b\n  # c\ntitle = [A]\n# d', ['0-2 comment']],
    ['comments at the end', 'title = [A]\n# b\n# c', ['1-2 comment']],
    ['comments after a byte order mark', '\ufeff# a\n# b', ['0-1 comment']],
    ['no comment in a text', 'title = "#\n# b', []],
    [
      'regions',
      '# region A\n# region B\ntitle = [A]\n# endregion\n#endregion\n# endregion',
      ['0-4 region', '1-3 region'],
    ],
    ['a region cuts a run of comments', '# a\n# region\n# b\n# c\n# endregion', ['1-4 region', '2-3 comment']],
  ])('%s', (_, text, expected) => {
    expect(folds(text)).toEqual(expected);
  });
});
