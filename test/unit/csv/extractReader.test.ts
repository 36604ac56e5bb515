import { describe, expect, it } from 'vitest';
import type { ExtractEvent, ReadOptions } from '../../../src/core/csv/extractEvent';
import { ExtractReader } from '../../../src/core/csv/extractReader';

function read(text: string, options: ReadOptions = {}): readonly ExtractEvent[] {
  const reader = new ExtractReader(options, 'utf-8');
  return [...reader.push(text), ...reader.end()];
}

/** Events as lines of text: `header@1 a|b`, `#1@2 c|d`, `csv.noRows@1`. */
function show(events: readonly ExtractEvent[]): readonly string[] {
  return events.map((event) => {
    if (event.kind === 'header') return `header@${event.header.line} ${event.header.columns.join('|')}`;
    if (event.kind === 'record') return `#${event.record.number}@${event.record.line} ${event.record.cells.join('|')}`;
    const { severity, code, line, record } = event.problem;
    return `${severity} ${code}${line === undefined ? '' : `@${line}`}${record === undefined ? '' : ` #${record}`}`;
  });
}

describe('ExtractReader', () => {
  const cases: readonly (readonly [name: string, text: string, events: readonly string[], options?: ReadOptions])[] = [
    ['a small extract', 'id;name\n1;Ana\n2;Ben\n', ['header@1 id|name', '#1@2 1|Ana', '#2@3 2|Ben']],
    ['one column', 'id\n1\n', ['header@1 id', '#1@2 1']],
    ['names are trimmed, cells are not', ' id ; name\n 1 ;Ana \n', ['header@1 id|name', '#1@2  1 |Ana ']],
    ['line breaks in quotes', 'id;street\n1;"a\nb"\n2;c', ['header@1 id|street', '#1@2 1|a\nb', '#2@4 2|c']],
    ['nothing', '', ['fatal csv.empty']],
    ['blank lines only', '\r\n \r\n', ['fatal csv.empty']],
    ['rows of delimiters only', '\r\n ;; \r\n', ['fatal csv.empty'], { delimiter: ';' }],
    ['a header only', 'id;name\n', ['header@1 id|name', 'warning csv.noRows@1']],
    [
      'a header and blank rows',
      'id;name\n;\n',
      ['header@1 id|name', 'warning csv.noRows@1', 'warning csv.blankRows@2'],
    ],
    [
      'blank rows do not count, refused rows do',
      'id;name\n\n1\n ; \n2;Ben;x\n3;Cid\n',
      [
        'header@1 id|name',
        'row csv.row.fieldCount@3 #1',
        'row csv.row.fieldCount@5 #2',
        '#3@6 3|Cid',
        'warning csv.blankRows@2',
      ],
    ],
    [
      'mixed line ends',
      'id;name\r\n1;Ana\n2;Ben\r\n',
      ['header@1 id|name', '#1@2 1|Ana', '#2@3 2|Ben', 'warning csv.newline.mixed@2'],
    ],
    ['line ends that differ in quotes only', 'id;name\r\n1;"A\nB"\r\n', ['header@1 id|name', '#1@2 1|A\nB']],
    ['blank lines above the header', '\n\nid;name\n1;Ana', ['header@3 id|name', '#1@4 1|Ana']],
    ['two equal names', 'id;ID\n1;2\n', ['fatal csv.header.duplicate@1']],
    ['a trailing delimiter', 'id;name;\n1;Ana;\n', ['fatal csv.header.empty@1']],
    ['every mistake of a header', 'id;ID;\n', ['fatal csv.header.duplicate@1', 'fatal csv.header.empty@1']],
    ['a wrong header and a stray quote below it', 'id;ID\n1;A"na\n', ['fatal csv.header.duplicate@1']],
    ['an unclear delimiter', 'a;b,c\n1;2,3\n', ['fatal csv.delimiter.ambiguous@1']],
    ['an unclear delimiter that is stated', 'a;b,c\n1;2,3\n', ['header@1 a;b|c', '#1@2 1;2|3'], { delimiter: ',' }],
    ['a fault', 'id;name\n1;Ana\n2;Be"n\n3;Cid\n', ['header@1 id|name', '#1@2 1|Ana', 'fatal csv.quote.stray@3']],
    [
      'a fault at the end',
      'id;name\n1;Ana\n2;"Ben\n',
      ['header@1 id|name', '#1@2 1|Ana', 'fatal csv.quote.unterminated@3'],
    ],
    ['quotes that are ordinary', 'id;name\n1;5" disk\n', ['header@1 id|name', '#1@2 1|5" disk'], { quote: '' }],
    [
      'a header on another line',
      'Report "Q1"\r\n;;\r\nid;name\r\n1;Ana',
      ['header@3 id|name', '#1@4 1|Ana'],
      { header: 3 },
    ],
    ['no row on the line of the header', 'id;name\n\n1;Ana\n', ['fatal csv.header.missing@2'], { header: 2 }],
    ['fewer lines than the header has above it', 'id;name\n', ['fatal csv.header.missing@9'], { header: 9 }],
    ['a delimiter of two characters', 'a;b\n', ['fatal csv.dialect.invalid'], { delimiter: ';;' }],
    ['no delimiter', 'a;b\n', ['fatal csv.dialect.invalid'], { delimiter: '' }],
    ['a delimiter that is the quote', 'a;b\n', ['fatal csv.dialect.invalid'], { delimiter: '"' }],
    ['a line end as delimiter', 'a;b\n', ['fatal csv.dialect.invalid'], { delimiter: '\n' }],
    ['a quote of two characters', 'a;b\n', ['fatal csv.dialect.invalid'], { quote: "''" }],
  ];

  for (const [name, text, events, options = {}] of cases) {
    it(`reads ${name}`, () => {
      expect(show(read(text, options))).toEqual(events);
    });

    it(`gives the same in small pieces: ${name}`, () => {
      const reader = new ExtractReader(options, 'utf-8');
      expect(show([...text.split('').flatMap((piece) => reader.push(piece)), ...reader.end()])).toEqual(events);
    });
  }

  it('says which dialect and encoding the extract has', () => {
    const [event] = read("'id'|'name'\n", { quote: "'" });
    expect(event).toMatchObject({
      header: { dialect: { delimiter: '|', quote: "'" }, encoding: 'utf-8' },
    });
  });

  it('says how many cells a row has and should have', () => {
    const problem = read('id;name;city\n1;Ana\n').find((event) => event.kind === 'problem');
    expect(problem?.problem.message).toContain('The row has 2 cells where the header has 3 columns');
  });

  it('counts blank rows', () => {
    const problem = read(`id;name\n1;Ana\n${';\n'.repeat(1234)}`).find((event) => event.kind === 'problem');
    expect(problem?.problem.message).toContain('1,234 rows');
  });

  it('never shows what a cell says', () => {
    const events = [
      ...read('id;name\n1;secret;x\n2;"secret\n'),
      ...read('id;name\n1;sec"ret\n'),
      ...read('id;name\n1;"secret"secret\n'),
    ];
    const messages = events.flatMap((event) => (event.kind === 'problem' ? [event.problem.message] : []));
    expect(messages).toHaveLength(4);
    expect(messages.join()).not.toContain('secret');
  });

  it('tells nothing more after a fatal problem', () => {
    const reader = new ExtractReader({ delimiter: ';' }, 'utf-8');
    reader.push('id;name\n1;A"na\n');
    expect(reader.isStopped).toBe(true);
    expect([...reader.push('2;Ben\n'), ...reader.end()]).toEqual([]);
  });

  it('holds back no more than the sample', () => {
    const reader = new ExtractReader({}, 'utf-8');
    const row = `1;${'x'.repeat(1000)}\n`;
    expect(reader.push(`id;name\n${row}`)).toEqual([]);
    expect(reader.push(row.repeat(200)).length).toBeGreaterThan(200);
    expect(reader.push(row)).toHaveLength(1);
  });

  it.each([
    ['below the header', 'id;name\n1;Ana\n2;B', {}, 3],
    ['above a stated header', 'Report\nof', { header: 5 }, 2],
    ['after a lone CR', 'id\r1\r', { delimiter: ';' }, 3],
    ['within quotes', 'id;name\n1;"\n\n', { delimiter: ';' }, 4],
  ])('gives a problem of the bytes the line that was reached: %s', (_name, text, options, line) => {
    const reader = new ExtractReader(options, 'utf-8');
    reader.push(text);
    const problem = { code: 'csv.encoding.invalid', severity: 'fatal', message: 'Not text.' } as const;
    expect(reader.abort(problem).at(-1)).toEqual({ kind: 'problem', problem: { ...problem, line } });
    expect(reader.end()).toEqual([]);
  });
});
