import { extractProblems } from '../../../src/core/csv/extractProblemKinds';
import { describe, expect, it } from 'vitest';
import { extractLimits } from '../../../src/core/csv/extractEvent';
import type { Fault } from '../../../src/core/csv/fault';
import type { Row } from '../../../src/core/csv/row';
import { hasText } from '../../../src/core/csv/row';
import { Tokenizer } from '../../../src/core/csv/tokenizer';

const semicolon = { delimiter: ';', quote: '"' };

function cut(pieces: readonly string[], dialect = semicolon): { rows: readonly Row[]; fault: Fault | undefined } {
  const tokenizer = new Tokenizer(dialect);
  const rows = [...pieces.flatMap((piece) => tokenizer.push(piece)), ...tokenizer.end()];
  return { rows, fault: tokenizer.fault };
}

const show = (rows: readonly Row[]): readonly string[] => rows.map(({ line, cells }) => `${line}: ${cells.join('|')}`);

const readable: readonly (readonly [name: string, text: string, rows: readonly string[]])[] = [
  ['LF', 'a;b\nc;d\n', ['1: a|b', '2: c|d']],
  ['CR LF', 'a;b\r\nc;d\r\n', ['1: a|b', '2: c|d']],
  ['CR alone', 'a;b\rc;d\r', ['1: a|b', '2: c|d']],
  ['CR LF and LF mixed', 'a;b\r\nc;d\ne;f', ['1: a|b', '2: c|d', '3: e|f']],
  ['no line end at the end', 'a;b\nc;d', ['1: a|b', '2: c|d']],
  ['an empty last cell at the end', 'a;b\nc;', ['1: a|b', '2: c|']],
  ['an empty quoted cell at the end', 'a\n""', ['1: a', '2: ']],
  ['nothing', '', []],
  ['blank lines', 'a\n\n\nb', ['1: a', '2: ', '3: ', '4: b']],
  ['quotes', '"a";"b"\r\n"c";d', ['1: a|b', '2: c|d']],
  ['doubled quotes', '"Building ""C""";""""', ['1: Building "C"|"']],
  ['delimiters in quotes', '"a;b";c', ['1: a;b|c']],
  ['line breaks in quotes, kept as they are', '"a\r\nb\nc\rd";e\r\nf;g', ['1: a\r\nb\nc\rd|e', '5: f|g']],
  ['line breaks in quotes beside each other', '"\n\r\n\r\r\n";e\nf;g', ['1: \n\r\n\r\r\n|e', '6: f|g']],
  ['spaces', ' a ;  \n\tb;c', ['1:  a |  ', '2: \tb|c']],
  ['line separators that are data', 'a\u2028b;c\u0085d\u000be\u000cf', ['1: a\u2028b|c\u0085d\u000be\u000cf']],
];

describe('Tokenizer', () => {
  it.each(readable)('cuts rows and counts lines: %s', (_name, text, rows) => {
    expect(show(cut([text]).rows)).toEqual(rows);
    expect(cut([text]).fault).toBeUndefined();
  });

  it.each(readable)('does not care where pieces end: %s', (_name, text, rows) => {
    expect(show(cut(text.split('')).rows)).toEqual(rows);
  });

  it('knows other delimiters and quotes, and no quotes', () => {
    expect(show(cut(["'a|b'|'c''d'"], { delimiter: '|', quote: "'" }).rows)).toEqual(["1: a|b|c'd"]);
    expect(show(cut(['a "b"\t"c'], { delimiter: '\t', quote: '' }).rows)).toEqual(['1: a "b"|"c']);
  });

  const faulty: readonly (readonly [name: string, text: string, fault: string, rowsBefore: number])[] = [
    ['NUL in a cell', 'a;b\nc\0;d\n', 'csv.nul-byte@2', 1],
    ['NUL in quotes', 'a;b\n"c\n\0";d\n', 'csv.nul-byte@3', 1],
    ['NUL after a closing quote', '"a"\0', 'csv.nul-byte@1', 0],
    ['a quote that is never closed', 'a;b\nc;"d\ne;f\ng;h\n', 'csv.quote.unterminated@2', 1],
    ['a quote inside a cell', 'a;b\nc"d";e\nf;g\n', 'csv.quote.stray@2', 1],
    ['text after a closing quote', 'a;b\n"c"d;e\n', 'csv.quote.stray@2', 1],
    ['a space after a closing quote', '"a" ;b', 'csv.quote.stray@1', 0],
    ['a space before an opening quote', 'a; "b"', 'csv.quote.stray@1', 0],
    ['text after quotes with line breaks', 'a\n"b\nc"d', 'csv.quote.stray@3', 1],
    ['a lone CR among LF', 'a;b\nc\rd;e\nf;g\n', 'csv.newline.lone-cr@2', 1],
    ['a lone CR among CR LF', 'a;b\r\nc\rd;e\r\n', 'csv.newline.lone-cr@2', 1],
    ['a lone CR that comes first', 'a;b\rc;d\ne;f\n', 'csv.newline.lone-cr@1', 1],
    ['a lone CR at the end', 'a;b\nc;d\r', 'csv.newline.lone-cr@2', 1],
    ['too many columns', `a\n${';'.repeat(extractLimits.columns)}\n`, 'csv.too-many-columns@2', 1],
    [
      'a quote open for too many lines',
      `a\n"${'\n'.repeat(extractLimits.quotedLines + 1)}"\n`,
      'csv.quote.unterminated@2',
      1,
    ],
    ['a long cell', `a\n${'x'.repeat(extractLimits.fieldLength + 1)}\n`, 'csv.field-too-large@2', 1],
    [
      'a long cell with a quote after it',
      `a\n${'x'.repeat(extractLimits.fieldLength + 1)}"`,
      'csv.field-too-large@2',
      1,
    ],
    ['a long cell in quotes', `a\nb;"\n${'x'.repeat(extractLimits.fieldLength)}"\n`, 'csv.field-too-large@2', 1],
  ];

  it.each(faulty)('stops at %s', (_name, text, expected, rowsBefore) => {
    const { rows, fault } = cut([text]);
    expect(fault && `${extractProblems[fault.name].code}@${fault.line}`).toBe(expected);
    expect(rows).toHaveLength(rowsBefore);
  });

  it('allows as much as the limits say', () => {
    const text = `${'x'.repeat(extractLimits.fieldLength)}\n${';'.repeat(extractLimits.columns - 1)}\n"${'\n'.repeat(extractLimits.quotedLines)}"`;
    expect(cut([text]).fault).toBeUndefined();
    expect(cut([text]).rows).toHaveLength(3);
  });

  it('tells while reading, not at the end, that a cell is too large', () => {
    const tokenizer = new Tokenizer(semicolon);
    tokenizer.push('a;"');
    for (let read = 0; read <= extractLimits.fieldLength; read += 65_536) tokenizer.push('x'.repeat(65_536));
    expect(tokenizer.fault).toEqual({ name: 'fieldTooLarge', line: 1, cell: 1 });
    expect(tokenizer.push('";b\nc;d\n')).toEqual([]);
    expect(tokenizer.end()).toEqual([]);
  });

  it('remembers from which line on line ends are mixed', () => {
    const tokenizer = new Tokenizer(semicolon);
    tokenizer.push('a\r\n"b\nc"\r\nd\ne\n');
    expect(tokenizer.lineEnds.mixedFrom).toBe(4);
  });

  it.each([
    { delimiter: ';;', quote: '"' },
    { delimiter: ';', quote: '~!' },
  ])('is not for several characters: %j', (dialect) => {
    expect(() => new Tokenizer(dialect)).toThrow(RangeError);
  });

  it('counts on from the line that the text begins on', () => {
    expect(new Tokenizer(semicolon, 4).push('a\nb\n').map(({ line }) => line)).toEqual([4, 5]);
  });
});

describe('hasText', () => {
  it.each([
    [[''], false],
    [['', ' ', '\t'], false],
    [['', 'x'], true],
  ])('%j: %s', (cells, expected) => {
    expect(hasText({ line: 1, cells })).toBe(expected);
  });
});
