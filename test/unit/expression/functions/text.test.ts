import { describe, expect, it } from 'vitest';
import { outcome, remarks } from './run';

describe('functions of text', () => {
  const source = { empty: '', list: ['a', 'b'], none: [], yes: true, text: 'x', back: '-1' };

  it.each([
    ['Append("a", "b")', 'ab'],
    ['Append([yes], [missing])', 'True'],
    ['Append([missing], "b")', null],
    ['Append([empty], "b")', 'b'],
    ['InStr("banana", "an")', 2n],
    ['InStr("banana", "an", 2)', 2n],
    ['InStr("banana", "an", 3)', 4n],
    ['InStr("banana", "an", 5)', 0n],
    ['InStr("banana", "an", [back])', 2n],
    ['InStr("banana", "AN")', 0n],
    ['InStr("banana", "AN", 3, vbTextCompare)', 4n],
    ['InStr("BANANA", "an", , "vbTextCompare")', 2n],
    ['InStr("banana", "AN", , vbBinaryCompare)', 0n],
    ['InStr("banana", "AN", , [missing])', 0n],
    ['InStr("Οδυσσεύς", "ΣΣΕΎΣ", , vbTextCompare)', 4n],
    ['InStr("Hauptstraße", "STRASSE", , vbTextCompare)', 6n],
    ['InStr("René", "É", , vbTextCompare)', 4n],
    ['InStr("René", "E", 3, vbTextCompare)', 0n],
    ['InStr("ba­nana", "BANANA", , vbTextCompare)', 1n],
    ['InStr("weiß", "S", , vbTextCompare)', 0n],
    ['InStr("İstanbul", "istanbul", , vbTextCompare)', 0n],
    ['InStr("naïve", "", 3, vbTextCompare)', 3n],
    ['InStr("naïve", "x", 9, vbTextCompare)', 0n],
    ['InStr("banana", [missing])', 0n],
    ['InStr([missing], "an")', 0n],
    ['InStr("null", [missing])', 0n],
    ['InStr([missing], "null")', 0n],
    ['InStr("banana", "an", [missing])', { error: 'E_TYPE at InStr("banana", "an", [missing])' }],
    ['Join("-", [list], [empty], [missing], [none], 1, [yes])', 'a-b-1-True'],
    ['Join("-", [empty], [list])', 'a-b'],
    ['Join([missing], "a", "b")', 'ab'],
    ['Join("-", "a")', 'a'],
    ['Join("-", [missing])', ''],
    ['Left("abc", 2)', 'ab'],
    ['Left("abc", 4)', 'abc'],
    ['Left("abc", 0)', ''],
    ['Left("abc", -1)', 'abc'],
    ['Left([missing], 1)', ''],
    ['Left("abc", [text])', { error: 'E_TYPE at Left("abc", [text])' }],
    ['Left("abc", [missing])', { error: 'E_TYPE at Left("abc", [missing])' }],
    ['Mid("abc", 2, 1)', 'b'],
    ['Mid("abc", 1, 9)', 'abc'],
    ['Mid("abc", 3, 0)', ''],
    ['Mid("abc", 4, 1)', ''],
    ['Mid([missing], 1, 1)', ''],
    ['Mid("abc", 0, 1)', { error: 'E_INDEX at Mid("abc", 0, 1)' }],
    ['Mid("abc", 1, -1)', { error: 'E_INDEX at Mid("abc", 1, -1)' }],
    ['StripSpaces(" a  b\tc\u00a0d ")', 'ab\tc\u00a0d'],
    ['StripSpaces([missing])', null],
    ['ToLower("AI", "tr-TR")', 'aı'],
    ['ToLower("AI", "")', 'ai'],
    ['ToLower("AI", [missing])', 'ai'],
    ['ToLower([missing])', null],
    ['ToLower("A", [text])', { error: 'E_TYPE at ToLower("A", [text])' }],
    ['ToUpper("straße")', 'STRAßE'],
    ['PCase("MARY-ANN o\'neil")', "Mary-Ann O'Neil"],
    ['PCase("MARY-ANN o\'neil", " ")', "Mary-ann O'neil"],
    ['PCase("mary ann", "")', 'Mary ann'],
    ['PCase([missing], " ")', null],
  ])('%s', (text, expected) => {
    expect(outcome(text, source)).toEqual(expected);
  });

  it('lets InStr compare in two ways only', () => {
    expect(remarks('InStr("a", "b", 1, "vbtextcompare")')).toEqual(['error expression.argument-type: "vbtextcompare"']);
    expect(remarks('InStr("a", "b", 1, vbTextCompare)')).toEqual([]);
  });
});
