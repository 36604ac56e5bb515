import type { ExtractEvent, ReadOptions } from '../../../src/core/csv/extractEvent';
import { extractLimits } from '../../../src/core/csv/extractEvent';

/** Events as lines of text: `header@1 a|b`, `#1@2 c|d`, `csv.no-rows@1`. */
export function show(events: readonly ExtractEvent[]): readonly string[] {
  return events.map((event) => {
    if (event.kind === 'header') return `header@${event.header.line} ${event.header.columns.join('|')}`;
    if (event.kind === 'record') return `#${event.record.number}@${event.record.line} ${event.record.cells.join('|')}`;
    const { severity, code, line, record } = event.problem;
    return `${severity} ${code}${line === undefined ? '' : `@${line}`}${record === undefined ? '' : ` #${record}`}`;
  });
}

/** The text character by character; a long one in pieces of the same number. */
export function inPieces(text: string): readonly string[] {
  const length = Math.ceil(text.length / 2000);
  return Array.from({ length: Math.ceil(text.length / Math.max(length, 1)) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}

/** Extracts and the events that they give, as `show` writes them. */
export const extractCases: readonly (readonly [
  name: string,
  text: string,
  events: readonly string[],
  options?: ReadOptions,
])[] = [
  ['a small extract', 'id;name\n1;Ana\n2;Ben\n', ['header@1 id|name', '#1@2 1|Ana', '#2@3 2|Ben']],
  ['one column', 'id\n1\n', ['header@1 id', '#1@2 1']],
  ['names are trimmed, cells are not', ' id ; name\n 1 ;Ana \n', ['header@1 id|name', '#1@2  1 |Ana ']],
  ['line breaks in quotes', 'id;street\n1;"a\nb"\n2;c', ['header@1 id|street', '#1@2 1|a\nb', '#2@4 2|c']],
  ['nothing', '', ['fatal csv.empty']],
  ['blank lines only', '\r\n \r\n', ['fatal csv.empty']],
  ['rows of delimiters only', '\r\n ;; \r\n', ['fatal csv.empty'], { delimiter: ';' }],
  ['a header only', 'id;name\n', ['header@1 id|name', 'warning csv.no-rows@1']],
  [
    'a header and blank rows',
    'id;name\n;\n',
    ['header@1 id|name', 'warning csv.no-rows@1', 'warning csv.blank-rows@2'],
  ],
  [
    'blank rows do not count, refused rows do',
    'id;name\n\n1\n ; \n2;Ben;x\n3;Cid\n',
    [
      'header@1 id|name',
      'row csv.row.field-count@3 #1',
      'row csv.row.field-count@5 #2',
      '#3@6 3|Cid',
      'warning csv.blank-rows@2',
    ],
  ],
  [
    'mixed line ends',
    'id;name\r\n1;Ana\n2;Ben\r\n',
    ['header@1 id|name', '#1@2 1|Ana', '#2@3 2|Ben', 'warning csv.newline.mixed@2'],
  ],
  ['line ends that differ in quotes only', 'id;name\r\n1;"A\nB"\r\n', ['header@1 id|name', '#1@2 1|A\nB']],
  ['blank lines above the header', '\n\nid;name\n1;Ana', ['header@3 id|name', '#1@4 1|Ana']],
  ['lone CRs', 'id;name\r1;Ana\r', ['header@1 id|name', '#1@2 1|Ana']],
  ['a lone CR among others', 'id;name\r\n1;Ana\r2;Ben\r\n', ['header@1 id|name', 'fatal csv.newline.lone-cr@2']],
  ['doubled quotes', 'id;name\n1;"A""na"\n2;""\n', ['header@1 id|name', '#1@2 1|A"na', '#2@3 2|']],
  ['a delimiter in quotes', 'id;name\n1;"A;na"\n', ['header@1 id|name', '#1@2 1|A;na']],
  [
    'lines after line breaks of every kind in quotes',
    'id;name\r\n"1\r\n\r\n";"\n\r""\n"\r\n2;Ben\r\n3\r\n',
    ['header@1 id|name', '#1@2 1\r\n\r\n|\n\r"\n', '#2@8 2|Ben', 'row csv.row.field-count@9 #3'],
  ],
  ['a NUL', 'id;name\n1;Ana\n2;B\0;c\n', ['header@1 id|name', '#1@2 1|Ana', 'fatal csv.nul-byte@3']],
  [
    'a quote left open below a line break of its row',
    'id;name;city\n1;"A\r\nna";"Graz\n2;Ben;Linz',
    ['header@1 id|name|city', 'fatal csv.quote.unterminated@3'],
  ],
  [
    'text after a closing quote',
    'id;name;city\n1;"A\nna";"Graz"!\n',
    ['header@1 id|name|city', 'fatal csv.quote.stray@3'],
  ],
  [
    'a cell that is too large',
    `id;name\n"1\n";${'x'.repeat(extractLimits.fieldLength + 1)}\n`,
    ['header@1 id|name', 'fatal csv.field-too-large@3'],
  ],
  [
    'too many columns',
    `id;name\n${'x;'.repeat(extractLimits.columns)}x\n`,
    ['header@1 id|name', 'fatal csv.too-many-columns@2'],
  ],
  [
    'too many lines in quotes',
    `id;name\n1;"${'\n'.repeat(extractLimits.quotedLines + 1)}"\n`,
    ['header@1 id|name', 'fatal csv.quote.unterminated@2'],
  ],
  ['two equal names', 'id;ID\n1;2\n', ['fatal csv.header.duplicate@1']],
  [
    'a delimiter at the end of each line',
    'id;name;\n1;Ana;\n2;Ben;\n',
    ['header@1 id|name', '#1@2 1|Ana', '#2@3 2|Ben', 'warning csv.header.unnamed-column@1'],
  ],
  [
    'a delimiter at the end of the header alone',
    'id;name;\n1;Ana\n2;Ben\n',
    ['header@1 id|name', '#1@2 1|Ana', '#2@3 2|Ben', 'warning csv.header.unnamed-column@1'],
  ],
  [
    'delimiters at the end of some rows',
    'id;name\n1;Ana\n2;Ben;\n3;Cid; ;\n',
    ['header@1 id|name', '#1@2 1|Ana', '#2@3 2|Ben', '#3@4 3|Cid', 'warning csv.row.surplus-cell@3'],
  ],
  [
    'surplus cells, some with content',
    'id;name\n1;Ana;\n2;Ben;;x\n3;Cid;x\n',
    [
      'header@1 id|name',
      '#1@2 1|Ana',
      'row csv.row.field-count@3 #2',
      'row csv.row.field-count@4 #3',
      'warning csv.row.surplus-cell@2',
    ],
  ],
  [
    'empty columns without a name among others',
    'id;;name;""\n1;;Ana;\n2;" ";Ben\n3;"";Cid;\n;;;\n4;Dee\n',
    [
      'header@1 id|name',
      '#1@2 1|Ana',
      '#2@3 2|Ben',
      '#3@4 3|Cid',
      'row csv.row.field-count@6 #4',
      'warning csv.header.unnamed-column@1',
      'warning csv.blank-rows@5',
    ],
  ],
  [
    'a cell in a column without a name that is empty elsewhere',
    'id;;name;\n1;;Ana;\n2;x;Ben;\n3;;Cid;x\n4;;Dee;;x\n5;;Eva\n',
    [
      'header@1 id|name',
      '#1@2 1|Ana',
      'row csv.row.unnamed-cell@3 #2',
      'row csv.row.unnamed-cell@4 #3',
      'row csv.row.field-count@5 #4',
      '#5@6 5|Eva',
      'warning csv.header.unnamed-column@1',
    ],
  ],
  ['a column without a name that most rows fill', 'id;;name\n1;x;Ana\n2;y;Ben\n3;;Cid\n', ['fatal csv.header.empty@1']],
  ['every mistake of a header', 'id;ID;\n1;2;3\n', ['fatal csv.header.empty@1', 'fatal csv.header.duplicate@1']],
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
  ['no delimiter', 'a;b\n', ['fatal csv.dialect.invalid'], { delimiter: '' }],
  ['a delimiter that is the quote', 'a;b\n', ['fatal csv.dialect.invalid'], { delimiter: '"' }],
  ['a line end as delimiter', 'a;b\n', ['fatal csv.dialect.invalid'], { delimiter: '\n' }],
];
