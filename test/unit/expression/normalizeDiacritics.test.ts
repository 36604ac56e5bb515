import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/core/expression/compile';
import { EMPTY_CONTEXT } from '../../../src/core/expression/context';
import { parseExpression } from '../../../src/core/expression/parser';

function plain(text: string): unknown {
  const { expression } = parseExpression('NormalizeDiacritics([x])');
  if (expression === undefined) throw new Error('no expression');
  return compileExpression<string>(expression, () => (source) => source)(text, EMPTY_CONTEXT);
}

describe('NormalizeDiacritics', () => {
  it.each([
    ['äàâãåáąăā', 'aaaaaaaaa'],
    ['ÄÀÂÃÅÁĄĂĀ', 'AAAAAAAAA'],
    ['çčć', 'ccc'],
    ['ÇČĆ', 'CCC'],
    ['ďḏ', 'dd'],
    ['ĎḎ', 'DD'],
    ['ëèéêęěėēḗḕ', 'eeeeeeeeee'],
    ['ËÈÉÊĘĚĖĒḖḔ', 'EEEEEEEEEE'],
    ['ğḡ', 'gg'],
    ['ĞḠ', 'GG'],
    ['ïîíìıī', 'iiiiii'],
    ['ÏÎÍÌİĪ', 'IIIIII'],
    ['ľłḹḻ', 'llll'],
    ['ŁĽḸḺ', 'LLLL'],
    ['ñńṉ', 'nnn'],
    ['ÑŃṈ', 'NNN'],
    ['öòőõôóōṓṑȫǭȭȱ', 'ooooooooooooo'],
    ['ÖÒŐÕÔÓŌṒṐȪǬȬȰ', 'OOOOOOOOOOOOO'],
    ['ø Ø æ Æ ß', 'oe OE ae AE ss'],
    ['ǣ Ǣ ǟ Ǟ ǡ Ǡ', 'ae AE a A a A'],
    ['řṟṝ', 'rrr'],
    ['ŘṞṜ', 'RRR'],
    ['šśșş', 'ssss'],
    ['ŠŚȘŞ', 'SSSS'],
    ['ťțṯ', 'ttt'],
    ['ŤȚṮ', 'TTT'],
    ['üùûúůűūṻ', 'uuuuuuuu'],
    ['ÜÙÛÚŮŰŪṺ', 'UUUUUUUU'],
    ['ÿýȳ', 'yyy'],
    ['ŸÝȲ', 'YYY'],
    ['źžżẕ', 'zzzz'],
    ['ŹŽŻẔ', 'ZZZZ'],
    // Letters with combining marks, alone and stacked
    [
      'a\u0331 A\u0331 c\u0304 d\u0304 e\u0331 n\u0304 r\u0304 s\u0331 t\u0304 y\u0331 z\u0304',
      'a A c d e n r s t y z',
    ],
    ['ā\u0301 ā\u0302 ē\u0303 ī\u0300 ū\u0303 ø\u0304', 'a a e i u oe'],
    ['Jose\u0301', 'Jose'],
    // Not in the table
    ['đ ð þ œ ŭ ồ a\u0323 漢字 \u{1F600}', 'đ ð þ œ ŭ ồ ạ 漢字 \u{1F600}'],
    ['plain text', 'plain text'],
    ['', ''],
  ])('%s becomes %s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});
