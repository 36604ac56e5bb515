import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../../src/extract/encoding/detectEncoding';
import { invalidEncoding } from '../../../../src/extract/encoding/encodingProblems';

const named = (text: string, encoding: string) => {
  const found = detectEncoding(encode(text, encoding));
  return found === undefined
    ? []
    : [found.encoding, ...(found.or === undefined ? [] : [found.or]), ...(found.mayBe ?? [])];
};

describe('a file of few letters beyond ASCII', () => {
  it.each([
    ['windows-1251', 'Id;Name\n1;Орлов\n2;Белов\n'],
    ['koi8-r', 'Id;Name\n1;Орлов\n2;Белов\n'],
    ['windows-1255', 'Id;Name\n1;לוי\n2;מזרחי\n'],
    ['windows-1256', 'Id;Name\n1;سعيد\n2;كريم\n'],
    ['windows-874', 'Id;Name\n1;มานี\n2;ปิติ\n'],
    ['euc-jp', 'Id;Name\n1;鈴木\n2;山本\n'],
    ['euc-kr', 'Id;Name\n1;박서준\n2;최유리\n'],
    ['gb18030', 'Id;Name\n1;张敏\n2;刘洋\n'],
  ])('names %s among what it may be', (encoding, text) => {
    expect(named(text, encoding)).toContain(encoding);
  });

  it.each([
    ['windows-1252', 'Id;Name\n1;Jürgen\n2;Käthe\n'],
    ['windows-1250', 'Id;Name\n1;Wałęsa\n2;Żak\n'],
    ['windows-1251', 'Код;Фамилия;Имя\n1;Орлов;Сергей\n2;Белова;Татьяна\n3;Соколов;Дмитрий\n'],
  ])('names no further ones where letters tell: %s', (encoding, text) => {
    expect(detectEncoding(encode(text, encoding))).not.toHaveProperty('mayBe');
    expect(named(text, encoding)[0]).toBe(encoding);
  });

  it('says so', () => {
    const { message, mayBeEncodings } = invalidEncoding('utf-8', encode('Id;Name\n1;לוי\n2;מזרחי\n', 'windows-1255'));
    expect(mayBeEncodings).toContain('windows-1255');
    expect(message).toMatch(/ It has few letters beyond ASCII, which fit other encodings, too: .*windows-1255/);
  });
});
