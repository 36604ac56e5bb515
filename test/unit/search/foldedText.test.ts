import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText } from '../../../src/core/search/foldedText';

describe('a text as a search compares it', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['Müller', 'muller'],
    ['MÜLLER', 'muller'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['GROẞ', 'gross'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Sørensen', 'sorensen'],
    ['Ærø', 'aero'],
    ['Đặng Thị', 'dang thi'],
    ['Þórður', 'thordur'],
    ['Ångström', 'angstrom'],
    ['Œuvre', 'oeuvre'],
    ['ﬁn', 'fin'],
    ['ＡＢＣ１２', 'abc12'],
  ])('Latin: %s is %s', (text, wanted) => {
    expect(foldedText(text)).toBe(wanted);
  });

  it.each([
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['Αλέξανδρος', 'αλεξανδροσ'],
    ['Ιωάννης', 'ιωαννησ'],
  ])('Greek: %s is %s', (text, wanted) => {
    expect(foldedText(text)).toBe(wanted);
  });

  it.each([
    ['Ёлкин', 'елкин'],
    ['Королёв', 'королев'],
    ['ЇЖАК', 'іжак'],
  ])('Cyrillic: %s is %s', (text, wanted) => {
    expect(foldedText(text)).toBe(wanted);
  });

  it.each(['İstanbul', 'ISTANBUL', 'istanbul', 'ıstanbul', 'I\u0307stanbul'])('Turkish: %s is istanbul', (text) => {
    expect(foldedText(text)).toBe('istanbul');
  });

  it.each(['Zoë', 'Nguyễn', 'Ёж', 'Ά', '한국', 'ガ'])('is the same for composed and decomposed letters: %s', (text) => {
    expect(foldedText(text.normalize('NFD'))).toBe(foldedText(text.normalize('NFC')));
  });

  it('takes the apostrophes, dashes and spaces of a keyboard', () => {
    expect(foldedText('O’Neill')).toBe("o'neill");
    expect(foldedText('Smith–Jones')).toBe('smith-jones');
    expect(foldedText('Ana\u00a0Lima')).toBe('ana lima');
    expect(foldedText('Ana\u200bLima')).toBe('analima');
  });

  it('leaves letters alone that have no case and no accents', () => {
    for (const text of ['प्रिया', 'ราชา', '伟', '田中']) expect(foldedText(text)).toBe(text);
  });

  it('folds a text by its parts, wherever it is cut, and folds it once', () => {
    const unit = fc.constantFrom(
      'a',
      'Z',
      'ß',
      'ë',
      'e\u0308',
      'İ',
      'ı',
      'Σ',
      'ς',
      'Ё',
      '한',
      'ガ',
      ' ',
      '"',
      '\n',
      '😀',
      '’',
      'ﬃ',
      '½',
    );
    const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(foldedText(one + other)).toBe(foldedText(one) + foldedText(other));
        expect(foldedText(foldedText(one))).toBe(foldedText(one));
      }),
    );
  });
});
