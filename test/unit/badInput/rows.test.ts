import { describe, expect, it } from 'vitest';
import { extractLimits } from '../../../src/core/csv/extractEvent';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { readAll } from '../extract/readText';
import { convertText, expectProblems, problemsOfReading } from './decide';

const fatal = (code: string, more: object = {}) => ({ code, severity: 'fatal' as const, ...more });
const row = (code: string, more: object = {}) => ({ code, severity: 'row' as const, ...more });
const warning = (code: string, more: object = {}) => ({ code, severity: 'warning' as const, ...more });

async function cellsOf(text: string): Promise<readonly (readonly string[])[]> {
  const { records, problems } = await readAll(text);
  expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  return records.map(({ cells }) => cells);
}

const ANA_BEN = [
  ['1', 'Ana'],
  ['2', 'Ben'],
];

describe('bad input: rows, quotes, line ends', () => {
  it.each(['\r\n', '\n', '\r'])('B14 every kind of line end: %j', async (end) => {
    expect(await cellsOf(['id;name', '1;Ana', '2;Ben', ''].join(end))).toEqual(ANA_BEN);
  });

  it('B15 CR LF and LF mixed', async () => {
    const text = 'id;name\r\n1;Ana\n2;Ben\r\n';
    expect(await cellsOf(text)).toEqual(ANA_BEN);
    expectProblems(await problemsOfReading(text), [warning('csv.newline.mixed', { line: 2, says: 'split correctly' })]);
  });

  it('B16 a lone CR among LFs', async () => {
    expectProblems(await problemsOfReading('id;name\n1;"A\rna"\n2;Be\rn\n'), [
      fatal('csv.newline.lone-cr', { line: 4, says: 'lone CR' }),
    ]);
  });

  it('B17 line breaks inside quotes, byte for byte', async () => {
    expect(await cellsOf('id;name\n1;"a\r\nb\nc\rd"\n')).toEqual([['1', 'a\r\nb\nc\rd']]);
  });

  it('B18 a quote that is never closed: the line where it opened', async () => {
    const text = 'id;name;city\n1;"A\nB";Graz\n2;Ben;"Linz\n3;Cem;Wien\n';
    expectProblems(await problemsOfReading(text), [
      fatal('csv.quote.unterminated', { line: 4, column: 'city', says: 'opens on this line' }),
    ]);
  });

  it('B18 also when a cell passes 10,000 lines', async () => {
    const text = (lines: number) => `id;name\n1;"${'\n'.repeat(lines)}";\n`.replace('";', '"');
    expectProblems(await problemsOfReading(text(extractLimits.quotedLines + 1)), [
      fatal('csv.quote.unterminated', { line: 2, column: 'name' }),
    ]);
    expect(await problemsOfReading(text(extractLimits.quotedLines))).toEqual([]);
  });

  it.each([
    ['a quote inside an unquoted cell', '2;Be"n'],
    ['text after a closing quote', '2;"Ben"x'],
    ['a space after a closing quote', '2;"Ben" '],
    ['a space before an opening quote', '2; "Ben"'],
  ])('B19 %s', async (_, line) => {
    expectProblems(await problemsOfReading(`id;name\n1;"A\nB"\n${line}\n`), [
      fatal('csv.quote.stray', { line: 4, column: 'name', says: 'double the quotes' }),
    ]);
  });

  it('B19 quotes may be ordinary characters', async () => {
    const { records } = await readAll('id;name\n1;5" disk "x" \n', { quote: '' });
    expect(records[0]?.cells).toEqual(['1', '5" disk "x" ']);
  });

  it('B20 too few or too many cells: never shifted, never padded', async () => {
    const text = 'id;name;city\n1;Ana\n2;Ben;Graz\n3;Cem;Linz;x\n';
    expectProblems(await problemsOfReading(text), [
      row('csv.row.field-count', { line: 2, record: 1, says: '2 cells but the header has 3' }),
      row('csv.row.field-count', { line: 4, record: 3, says: '4 cells but the header has 3' }),
    ]);
    expect((await readAll(text)).records).toEqual([{ number: 2, line: 3, cells: ['2', 'Ben', 'Graz'] }]);
  });

  it('B21 blank lines and rows of delimiters', async () => {
    expectProblems(await problemsOfReading('id;name\n1;Ana\n\n;\n ; \n2;Ben\n'), [
      warning('csv.blank-rows', { line: 3, says: '3 rows' }),
    ]);
  });

  it.each(['', '\n'])('B22 a last line with or without its end: %j', async (end) => {
    expect(await cellsOf(`id;name\n1;Ana\n2;Ben${end}`)).toEqual(ANA_BEN);
  });

  it('B22 a last line with several ends', async () => {
    const text = 'id;name\n1;Ana\n2;Ben\n\n\n';
    expect(await cellsOf(text)).toEqual(ANA_BEN);
    expectProblems(await problemsOfReading(text), [warning('csv.blank-rows', { line: 4 })]);
  });

  it('B23 other characters that end lines somewhere are data', async () => {
    const odd = 'a\u2028b\u2029c\u0085d\u000be\u000cf';
    expect(await cellsOf(`id;name\n1;${odd}\n`)).toEqual([['1', odd]]);
    const { problems } = await convertText('externalId = [id]\ntitle = [name]', `id;name\n1;${odd}\n`);
    expectProblems(problems, [warning('value.control', { line: 2, column: 'name' })]);
  });

  it.each(['ID', ' id ', 'id'])('B24 a name twice: %j', async (name) => {
    expectProblems(await problemsOfReading(`id;x;${name}\n1;2;3\n`), [
      fatal('csv.header.duplicate', { line: 1, column: name.trim(), says: /Columns 1 and 3/ }),
    ]);
  });

  it('B25 a column without a name', async () => {
    expectProblems(await problemsOfReading('id;;name;\n1;;Ana;\n'), [
      warning('csv.header.unnamed-column', { line: 1, says: 'Columns 2, 4 have no name' }),
    ]);
    expectProblems(await problemsOfReading('id;;name;\n1;x;Ana;y\n'), [
      fatal('csv.header.empty', { line: 1, says: 'Columns 2, 4 of 4 have no name' }),
    ]);
  });

  it('B26 names that JavaScript knows are names like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '7', '1', 'prototype', 'valueOf'];
    const cells = names.map((_, index) => `v${index}`);
    const text = `${names.join(';')}\n${cells.join(';')}\n`;
    const { header, records } = await readAll(text);
    expect(header?.columns).toEqual(names);
    expect(records[0]?.cells).toEqual(cells);
    const mapping =
      'externalId = [__proto__]\nuserName = Join("@", [constructor], [hasOwnProperty])\ntitle = [7]\nnickName = [toString]';
    expect(await convertText(mapping, text)).toEqual({
      problems: [],
      sent: [
        JSON.stringify({
          schemas: [
            'urn:ietf:params:scim:schemas:core:2.0:User',
            'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
          ],
          externalId: 'v0',
          userName: 'v1@v3',
          nickName: 'v2',
          title: 'v4',
        }),
      ],
    });
  });

  it('B27 a title above the header', async () => {
    const body = 'Worker;Name;City\nC1;Ana;Graz\nC2;Ben;Linz\n';
    expectProblems(await problemsOfReading(`Report Q1;;\n\n${body}`), [
      fatal('csv.header.empty', { line: 1, says: 'Line 3 looks like the header: state header = 3' }),
    ]);
    expectProblems(await problemsOfReading('Staff;Staff;;;;;\nId;Name;City;Team;Room;Desk;Job\n1;Ana;Graz;A;1;2;x\n'), [
      fatal('csv.header.empty', { line: 1, says: 'Columns 3, 4, 5, 6, 7 of 7 have no name' }),
    ]);
    const { problems } = await convertText('externalId = [Worker]\nuserName = [Name]', `Report Q1\n${body}`);
    expectProblems(problems, [
      fatal('map.column.missing', { line: 1, column: 'Worker', says: 'Line 2 looks like the header' }),
      fatal('map.column.missing', { line: 1, column: 'Name', says: 'header = 2' }),
    ]);
    const codes = (await problemsOfReading(`Report Q1\n${body}`)).map(({ code }) => code);
    expect(codes).toContain('csv.header.doubtful');
    expect(await problemsOfReading(`Report Q1\n${body}`, { header: 2 })).toEqual([]);
  });

  it('B27 no header', async () => {
    const { problems, sent } = await convertText('externalId = [Id]', 'C1;Ana\nC2;Ben\n');
    expectProblems(problems, [fatal('map.column.missing', { line: 1, column: 'Id' })]);
    expect(sent).toEqual([]);
  });

  it.each(['sep=;', 'SEP=;', '"sep=;"'])('B28 a first line %s is obeyed', async (first) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { header, records, problems } = await readAll(`${first}${end}id;a,b${end}1;2,3${end}`);
      expect(header).toMatchObject({ columns: ['id', 'a,b'], line: 2, dialect: { delimiter: ';' } });
      expect(records).toEqual([{ number: 1, line: 3, cells: ['1', '2,3'] }]);
      expectProblems(problems, [warning('csv.sep-line', { line: 1, says: 'semicolon' })]);
    }
  });

  it('B28 what was stated counts more', async () => {
    const other = await readAll('sep=;\nid||name\n1||Ana\n', { delimiter: '||' });
    expect(other.records[0]).toEqual({ number: 1, line: 3, cells: ['1', 'Ana'] });
    expectProblems(other.problems, [warning('csv.sep-line', { line: 1, says: 'another delimiter is stated' })]);
    const below = await readAll('sep=;\nReport\nid;a,b\n1;2,3\n', { header: 3 });
    expect(below.records[0]).toEqual({ number: 1, line: 4, cells: ['1', '2,3'] });
    expect((await readAll('sep=;\n1\n', { header: 1, delimiter: ',' })).header?.columns).toEqual(['sep=;']);
  });

  it('B29 columns that the mapping needs are missing: all at once', async () => {
    const { problems } = await convertText('externalId = [Idd]\ntitle = [Job Titel]', 'Id,Job Title\n1,x\n');
    expectProblems(problems, [
      fatal('map.column.missing', { line: 1, column: 'Idd', says: /Did you mean \[Id\]/ }),
      fatal('map.column.missing', { line: 1, column: 'Job Titel', says: /Did you mean \[Job Title\]/ }),
    ]);
  });

  it('B30 an unclear delimiter is asked for', async () => {
    const text = 'id;last, first\n1;Silva, Ana\n2;Roy, Ben\n';
    expectProblems(await problemsOfReading(text), [
      fatal('csv.delimiter.ambiguous', { line: 1, says: /comma and semicolon.*State the delimiter/ }),
    ]);
    expect(await problemsOfReading(text, { delimiter: ';' })).toEqual([]);
  });

  it.each([
    ['the quote as delimiter', 'source csv { delimiter = "|"\n quote = "|" }'],
    ['a shared character', 'source csv { delimiter = "|;"\n quote = ";" }'],
  ])('B30 %s is refused by the mapping already', (_, text) => {
    const { problems } = loadMapping(`${text}\nexternalId = [Id]\nuserName = [Id]`);
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toContain('error mapping.setting-value');
  });

  it('B31 a row of totals', async () => {
    const mapping = 'externalId = [id]';
    const short = await convertText(mapping, 'id;name;count\n1;Ana;2\nTotal;120\n');
    expectProblems(short.problems, [row('csv.row.field-count', { line: 3, record: 2 })]);
    const empty = await convertText(mapping, 'id;name;count\n1;Ana;2\n;Total;120\n');
    expectProblems(empty.problems, [row('value.id.missing', { line: 3, column: 'id', record: 2 })]);
    expect([short.sent.length, empty.sent.length]).toEqual([1, 1]);
  });
});
