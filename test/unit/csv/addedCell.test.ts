import { describe, expect, it } from 'vitest';
import { addedCell, spreadsheetSafe } from '../../../src/core/csv/addedCell';

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const RESTS = ['', '1+1', "cmd|' /C calc'!A0", 'SUM(1;2)', '"a"'];
const HARMLESS = [
  '',
  'created',
  'a=b',
  ' =1',
  '1-2',
  'x@contoso.com',
  "'=1",
  'ä',
  '日本',
  '(=1)',
  'held: a-b',
  '"',
  '\u{1f600}=',
];

describe('spreadsheetSafe', () => {
  it.each(SIGNS.flatMap((sign) => RESTS.map((rest) => sign + rest)))('disarms %j', (text) => {
    expect(spreadsheetSafe(text)).toBe(`'${text}`);
  });

  it.each(HARMLESS)('leaves %j as it is', (text) => {
    expect(spreadsheetSafe(text)).toBe(text);
  });
});

describe('addedCell', () => {
  const dialect = { delimiter: ';', quote: '"' };

  it.each(HARMLESS)('quotes %j', (text) => {
    expect(addedCell(text, dialect)).toBe(`"${text.replaceAll('"', '""')}"`);
  });

  it('is one line, without what is not seen', () => {
    expect(addedCell('a\r\nb\0c\u2028d', dialect)).toBe('"a b c d"');
    expect(addedCell('\0=1', dialect)).toBe(`"' =1"`);
  });

  it('doubles quotes of any kind', () => {
    expect(addedCell("=it's", { delimiter: ',', quote: "'" })).toBe("'''=it''s'");
    expect(addedCell('a%!b', { delimiter: ',', quote: '%!' })).toBe('%!a%!%!b%!');
  });

  it('has no part of a delimiter where nothing is quoted', () => {
    expect(addedCell('a;b', { delimiter: ';', quote: '' })).toBe('a b');
    expect(addedCell('a b', { delimiter: ' ', quote: '' })).toBe('a_b');
    expect(addedCell('a|~', { delimiter: '~|~', quote: '' })).toBe('a  ');
  });
});
