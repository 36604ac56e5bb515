import { expect, it } from 'vitest';
import { compileRegex } from '../../../../../../src/core/expression/dotnet/regex/dotnetRegex';
import { UNICODE_BLOCKS } from '../../../../../../src/core/expression/dotnet/regex/units/unicodeBlocks';

/** A block, its first unit, well-known characters of it, and its last unit. */
const BLOCKS: readonly (readonly [string, number, string, number])[] = [
  ['IsBasicLatin', 0x0000, 'Az09~', 0x007f],
  ['IsLatin-1Supplement', 0x0080, 'àÄñÿß', 0x00ff],
  ['IsLatinExtended-A', 0x0100, 'Āąłőſ', 0x017f],
  ['IsLatinExtended-B', 0x0180, 'ƀƠǎșț', 0x024f],
  ['IsIPAExtensions', 0x0250, 'əʃʒ', 0x02af],
  ['IsSpacingModifierLetters', 0x02b0, 'ʰʻˇ˜', 0x02ff],
  ['IsCombiningDiacriticalMarks', 0x0300, '\u0301\u0308\u0327', 0x036f],
  ['IsGreek', 0x0370, 'ΑΩαω', 0x03ff],
  ['IsGreekandCoptic', 0x0370, 'ΑΩαω', 0x03ff],
  ['IsCyrillic', 0x0400, 'АЯяёї', 0x04ff],
  ['IsCyrillicSupplement', 0x0500, 'ԀԚԝ', 0x052f],
  ['IsArmenian', 0x0530, 'ԱՖաև', 0x058f],
  ['IsHebrew', 0x0590, 'אתװ', 0x05ff],
  ['IsArabic', 0x0600, 'ابي٣', 0x06ff],
  ['IsDevanagari', 0x0900, 'अहि९', 0x097f],
  ['IsThai', 0x0e00, 'กฮ฿๙', 0x0e7f],
  ['IsGeorgian', 0x10a0, 'Ⴀაჰ', 0x10ff],
  ['IsHangulJamo', 0x1100, '\u1100\u1161\u11a8', 0x11ff],
  ['IsLatinExtendedAdditional', 0x1e00, 'Ḁẞạỹ', 0x1eff],
  ['IsGreekExtended', 0x1f00, 'ἀὰᾳῶ', 0x1fff],
  ['IsGeneralPunctuation', 0x2000, '–—’“…', 0x206f],
  ['IsSuperscriptsandSubscripts', 0x2070, '⁰⁹₀ₙ', 0x209f],
  ['IsCurrencySymbols', 0x20a0, '₤€₽', 0x20cf],
  ['IsLetterlikeSymbols', 0x2100, '℃№™ℵ', 0x214f],
  ['IsNumberForms', 0x2150, '⅓Ⅳⅷ', 0x218f],
  ['IsCJKSymbolsandPunctuation', 0x3000, '、。〒', 0x303f],
  ['IsHiragana', 0x3040, 'ぁのん', 0x309f],
  ['IsKatakana', 0x30a0, 'ァノンー', 0x30ff],
  ['IsCJKUnifiedIdeographs', 0x4e00, '一山龍', 0x9fff],
  ['IsHangulSyllables', 0xac00, '가김힣', 0xd7af],
  ['IsHighSurrogates', 0xd800, '\ud83d', 0xdb7f],
  ['IsLowSurrogates', 0xdc00, '\ude00', 0xdfff],
  ['IsPrivateUse', 0xe000, '\uf000', 0xf8ff],
  ['IsHalfwidthandFullwidthForms', 0xff00, 'Ａ９ｱ￥', 0xffef],
];

const units = (...numbers: number[]) => String.fromCharCode(...numbers);

/** Whether each of the units is taken by `pattern`. */
function taken(pattern: string, text: string): boolean[] {
  const compiled = compileRegex(pattern);
  if ('refusal' in compiled) throw new Error(compiled.refusal.message);
  const { regex } = compiled;
  return text.split('').map((unit) => regex.replace(unit, '') === '');
}

it.each(BLOCKS)('\\p{%s}', (name, first, members, last) => {
  const inside = units(first) + members + units(last);
  const outside = units(...[first - 1, last + 1].filter((unit) => unit >= 0));
  const all = inside + outside;
  const belongs = all.split('').map((_, index) => index < inside.length);
  expect(taken(`^\\p{${name}}`, all)).toEqual(belongs);
  expect(taken(`^\\P{${name}}`, all)).toEqual(belongs.map((is) => !is));
});

it.each([
  ['IsSyriac', 0x0700, 'ܐ', 0x074f],
  ['IsBengali', 0x0980, 'অ', 0x09ff],
  ['IsTamil', 0x0b80, 'அ', 0x0bff],
  ['IsRunic', 0x16a0, 'ᚠ', 0x16ff],
  ['IsMathematicalOperators', 0x2200, '∀∑', 0x22ff],
  ['IsBoxDrawing', 0x2500, '─┼', 0x257f],
  ['IsCombiningMarksforSymbols', 0x20d0, '\u20dd', 0x20ff],
  ['IsBopomofo', 0x3100, 'ㄅ', 0x312f],
  ['IsCJKUnifiedIdeographsExtensionA', 0x3400, '㐀', 0x4dbf],
  ['IsYiSyllables', 0xa000, 'ꀀ', 0xa48f],
  ['IsHighPrivateUseSurrogates', 0xdb80, '\udbc0', 0xdbff],
  ['IsPrivateUseArea', 0xe000, '\uf000', 0xf8ff],
  ['IsAlphabeticPresentationForms', 0xfb00, 'ﬁﬂ', 0xfb4f],
] as const)('\\p{%s} likewise', (name, first, members, last) => {
  expect(taken(`^\\p{${name}}$`, units(first) + members + units(last))).not.toContain(false);
  expect(taken(`^\\p{${name}}$`, units(first - 1, last + 1))).not.toContain(true);
});

it('knows every block of .NET, which lie one after the other', () => {
  expect(UNICODE_BLOCKS.size).toBe(108);
  const ranges = [...UNICODE_BLOCKS.values()];
  for (const [index, [first, last]] of ranges.entries()) {
    expect(last).toBeGreaterThan(first);
    const [nextFirst, nextLast] = ranges[index + 1] ?? [0x10000, 0];
    // Two names of one block, or the next block
    expect(nextFirst > last || (nextFirst === first && nextLast === last)).toBe(true);
  }
  expect([...UNICODE_BLOCKS.keys()]).toEqual(expect.arrayContaining(BLOCKS.map(([name]) => name)));
});
