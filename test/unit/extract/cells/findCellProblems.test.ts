import { describe, expect, it } from 'vitest';
import type { CellOptions } from '../../../../src/extract/cells/findCellProblems';
import { findCellProblems } from '../../../../src/extract/cells/findCellProblems';
import { momentNow } from '../../../../src/extract/momentNow';

const MAPPING = `externalId  = [Id]
userName    = Join("@", [Id], "contoso.com")
displayName = [Name]
active      = Switch([Status], , "A", "True", "L", "False")
title       = [Title]
`;

const HEADER = 'Id;Name;Status;Title\n';

async function find(text: string | Uint8Array, mapping: string | null = MAPPING, more: Partial<CellOptions> = {}) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const open = async function* () {
    yield await Promise.resolve(bytes);
  };
  return findCellProblems(open, mapping ?? undefined, { moment: momentNow(), most: 2_000, ...more });
}

/** Line, columns and code of each. */
async function placesIn(text: string | Uint8Array, mapping?: string | null, more?: Partial<CellOptions>) {
  const { problems } = await find(text, mapping, more);
  return problems.map(({ line, columns, code }) => [line, columns.join(' '), code]);
}

describe('what is wrong with the cells of an extract', () => {
  it('is said at the line and the column, under the code and the level that the mapping has for it', async () => {
    const { problems, count, lines, header } = await find(`${HEADER}1;Ada;A;\n2;Ben;Gone;\n3;Cy;L;\n`);
    expect(problems).toMatchObject([
      {
        line: 3,
        columns: ['Status'],
        code: 'value.status.undecided',
        severity: 'error',
        fault: { kind: 'rule', rule: MAPPING.indexOf('active'), value: 'Gone' },
      },
    ]);
    expect(count).toBe(1);
    expect([...lines]).toEqual([2, 3, 4]);
    expect(header?.columns).toEqual(['Id', 'Name', 'Status', 'Title']);
  });

  it.each([
    ['one record', ['1;Ada;A;', '2 b;Ben;A;', '3;Cy;A;'], '1 record has characters that'],
    [
      'several, at the first',
      ['1;Ada;A;', '2 b;Ben;A;', '3 c;Cy;A;'],
      '2 records, this one first, have characters that',
    ],
  ])('does not name its own place: %s', async (_, rows, beginning) => {
    const { problems } = await find(`${HEADER}${rows.join('\n')}\n`);
    const [found] = problems.filter(({ code }) => code === 'value.user-name.characters');
    expect(found).toMatchObject({ line: 3, columns: ['Id'] });
    expect(found?.message).toContain(beginning);
    expect(problems.map(({ message }) => message).join(' ')).not.toContain('in line 3');
  });

  it('is nothing where nothing is wrong', async () => {
    expect(await placesIn(`${HEADER}1;Ada;A;Clerk\n2;"Ben\nthe second";L;\n`)).toEqual([]);
    expect(await placesIn(`\uFEFF${HEADER}1;Ada;A;\n2;Ben;L;\n`.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('counts lines through quoted line breaks, CR LF and a byte order mark', async () => {
    const text = `\uFEFF${HEADER}1;"Ada\nthe first";A;\n2;Ben;Gone;\n`.replaceAll('\n', '\r\n');
    expect(await placesIn(text)).toEqual([[4, 'Status', 'value.status.undecided']]);
    expect([...(await find(text)).lines]).toEqual([2, 4]);
  });

  it('of an id that repeats is said at the id, of a row with other cells at the row', async () => {
    expect(await placesIn(`${HEADER}1;Ada;A;\n1;Ben;A;\n3;Cy\n`)).toEqual([
      [3, 'Id', 'value.id.duplicate'],
      [4, '', 'csv.row.field-count'],
      // Said of the whole column, at the first of its cells
      [3, 'Id', 'value.user-name.duplicate'],
    ]);
  });

  it('is said of every cell that is damaged, not of the first one alone', async () => {
    expect(await placesIn(`${HEADER}1;Ada;A;#N/A\n2;Ben;A;Clerk\n3;Cy;A;#REF!\n4;Di;L;\n`)).toEqual([
      [2, 'Title', 'value.excel-error'],
      [4, 'Title', 'value.excel-error'],
    ]);
  });

  it('is said of a repeated column at the header, and of a column that the mapping misses', async () => {
    expect(await placesIn('Id;Name;Name\n1;a;b\n')).toEqual([[1, 'Name', 'csv.header.duplicate']]);
    const { problems } = await find('Id;Name;Status;Titel\n1;Ada;Gone;\n');
    expect(problems).toMatchObject([
      {
        line: 1,
        columns: ['Titel'],
        code: 'mapping.unknown-column',
        fault: { kind: 'text', data: { replacement: '[Titel]' } },
      },
      // The other rules are checked all the same
      { line: 2, columns: ['Status'], code: 'value.status.undecided' },
    ]);
  });

  it('is found by the rules that are right while another one is half typed', async () => {
    expect(await placesIn(`${HEADER}1;Ada;Gone;\n`, `${MAPPING}nickName = Left([Name], \n`)).toEqual([
      [2, 'Status', 'value.status.undecided'],
    ]);
    expect(await placesIn(`${HEADER}1;Ada;Gone;\n`, `${MAPPING}where [Name] = \n`)).toEqual([]);
    const withoutId = MAPPING.replace('[Id]\n', '\n');
    expect(await placesIn(`${HEADER}1;Ada;A;\n2;Ben;A;\n`, withoutId)).toEqual([]);
  });

  it('of another encoding is said at its line, with the one to state', async () => {
    const { problems, header } = await find(Buffer.from(`${HEADER}1;Ada;A;\n2;Zoë Müller, Größe;A;\n`, 'latin1'));
    expect(problems).toMatchObject([
      { line: 3, code: 'csv.encoding.invalid', fault: { kind: 'text', data: { encoding: 'windows-1252' } } },
    ]);
    expect(header).toBeDefined();
    const stated = `source csv { encoding = "windows-1252" }\n${MAPPING}`;
    expect(await placesIn(Buffer.from(`${HEADER}1;Zoë;A;\n`, 'latin1'), stated)).toEqual([]);
    const chosen = { encoding: 'windows-1252' };
    expect(await placesIn(Buffer.from(`${HEADER}1;Zoë;A;\n`, 'latin1'), MAPPING, chosen)).toEqual([]);
  });

  it('follows levels and the comments of the mapping', async () => {
    const text = `${HEADER}1;Ada;A;${'x'.repeat(200)}\n2;Ben;Gone;\n`;
    const long = [2, 'Title', 'value.too-long'];
    const status = [3, 'Status', 'value.status.undecided'];
    expect(await placesIn(text)).toEqual([status, long]);
    expect(await placesIn(text, MAPPING, { levels: { 'value.status.undecided': 'off' } })).toEqual([long]);
    const silent = MAPPING.replace('[Title]', '[Title]  # ignore value.too-long');
    expect(await placesIn(text, silent)).toEqual([status]);
  });

  it('is counted to the end, and listed to the limit, errors first', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `${row};Ada;${row < 25 ? 'A' : 'Gone'};${'x'.repeat(200)}\n`);
    const { problems, count } = await find(HEADER + rows.join(''), MAPPING, { most: 10 });
    expect(count).toBe(30);
    expect(problems.map(({ severity }) => severity)).toEqual([
      ...Array.from({ length: 5 }, () => 'error'),
      ...Array.from({ length: 5 }, () => 'warning'),
    ]);
  });

  it('is of the rows alone where no mapping is meant', async () => {
    const { problems, lines, header } = await find(`${HEADER}1;Ada;Gone;\n2\n3;Cy;A;\n`, null);
    expect(problems.map(({ code }) => code)).toEqual(['csv.row.field-count']);
    expect([...lines]).toEqual([2, 3, 4]);
    expect(header?.columns).toHaveLength(4);
  });
});
