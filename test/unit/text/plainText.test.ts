import { describe, expect, it } from 'vitest';
import { plainLines, plainText } from '../../../src/core/text/plainText';
import { visible, visibleLines } from '../../../src/core/text/visible';
import { dangersOfLabel, dangersOfLines } from '../../support/dangers';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';

describe('visible', () => {
  it.each([
    ['a\tb\r\nc', 'a\\tb\\r\\nc'],
    ['a\u202eb\ufeff', 'a\\u{202e}b\\u{feff}'],
    ['Zoë 😀', 'Zoë 😀'],
    ['123456789', '12345678…'],
    ['1234567😀', '1234567…'],
  ])('%j', (text, shown) => {
    expect(visible(text, 8)).toBe(shown);
  });

  it('keeps the lines of a text with lines', () => {
    expect(visibleLines('a\r\nb\rc\nd\u2028e\u0000')).toBe('a\nb\nc\nd\\u{2028}e\\u{0}');
  });
});

describe('plainText', () => {
  it.each([
    ['$(error) a', '$ (error) a'],
    ['\\$(error)', '\\$ (error)'],
    ['[a](command:b)', '[a] (command:b)'],
    ['100 $ (net)', '100 $ (net)'],
    ['a\nb', 'a\\nb'],
  ])('%j', (text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  it('makes text of every hostile text', () => {
    for (const text of HOSTILE_TEXTS) {
      expect(dangersOfLabel(plainText(text)), text.slice(0, 100)).toEqual([]);
      expect(dangersOfLines(plainLines(text)), text.slice(0, 100)).toEqual([]);
    }
  });
});
