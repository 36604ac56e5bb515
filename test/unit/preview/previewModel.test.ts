import { describe, expect, it } from 'vitest';
import { Converter } from '../../../src/core/convert/converter';
import type { ExtractHeader } from '../../../src/core/csv/extractEvent';
import type { MappedRecord } from '../../../src/core/convert/compileMapping';
import { PlanBuilder } from '../../../src/core/run/plan';
import { plainDetail, previewDetail, previewRows } from '../../../src/preview/previewModel';
import type { PreviewDetail, PreviewRow } from '../../../src/preview/previewState';
import { compiled, planOf } from '../../support/planText';
import { textLike, textWith } from '../../support/matchers';

const COLUMNS = ['Id', 'Name', 'Active', 'Salary', 'Unused'];
const MAPPING = `where [Name] <> "Nobody"
externalId = [Id]
userName = Join("@", [Id], "contoso.com")
displayName = [Name]
nickName = [Name]
title = IIF([Name] = "Ghost", IgnoreObjectFlow, [Name])
active = [Active]
userType = "Employee"
urn:contoso:1.0:User:salary = [Salary] @type(Decimal)
`;
const HEADER: ExtractHeader = {
  columns: COLUMNS,
  line: 1,
  dialect: { delimiter: ',', quote: '"' },
  encoding: 'utf-8',
};

const ROW: PreviewRow = { record: 1, line: 2, id: '1', name: 'Ana', state: 'operation', note: '' };

/** The details of all records, given by their cells; the batches hold two operations. */
function details(...rows: readonly (readonly string[])[]): readonly PreviewDetail[] {
  const mapping = compiled(MAPPING, COLUMNS);
  const converter = new Converter(mapping, { operations: 2 });
  const builder = new PlanBuilder(mapping);
  const records = rows.map((cells, index): MappedRecord => ({ number: index + 1, line: index + 2, cells }));
  for (const event of [...records.flatMap((record) => [...converter.add(record)]), ...converter.end()])
    builder.add(event);
  const plan = builder.finish(converter.counts);
  return records.map((record) => previewDetail(ROW, record, HEADER, mapping, plan));
}

const ANA = ['1', 'Ana', 'true', '1.50', 'x'];

describe('previewRows', () => {
  it('shows every record in the order of the extract, with what becomes of it', () => {
    const rows = previewRows(planOf(['sent', 'refused', 'excluded', 'unreadable', 'sent'], 1));
    expect(rows).toEqual([
      { record: 1, line: 2, id: 'p1', name: 'Person 1', state: 'operation', note: 'request 1' },
      { record: 2, line: 3, id: 'p2', name: 'Person 2', state: 'refused', note: textWith('active: ') },
      { record: 3, line: 4, id: 'p3', name: 'Person 3', state: 'excluded', note: 'excluded by a condition' },
      { record: 4, line: 5, id: '', name: '', state: 'refused', note: 'Too few cells.' },
      { record: 5, line: 6, id: 'p5', name: 'Person 5', state: 'operation', note: 'request 2' },
    ]);
  });
});

describe('previewDetail', () => {
  it('ties each cell to the attributes that it goes into', () => {
    const [ana] = details(ANA);
    expect(ana?.cells).toEqual([
      { column: 'Id', value: '1', paths: ['externalId', 'userName'] },
      { column: 'Name', value: 'Ana', paths: ['displayName', 'nickName', 'title'] },
      { column: 'Active', value: 'true', paths: ['active'] },
      { column: 'Salary', value: '1.50', paths: ['urn:contoso:1.0:User:salary'] },
      { column: 'Unused', value: 'x', paths: [] },
    ]);
  });

  it('says of each rule what it gives, and where it stands', () => {
    const [ana] = details(['1', '', 'true', '1.50', '']);
    const rules = ana?.rules ?? [];
    expect(rules.map(({ path, result, text }) => [path, result, text])).toEqual([
      ['externalId', 'value', '"1"'],
      ['userName', 'value', '"1@contoso.com"'],
      ['displayName', 'omitted', 'left out'],
      ['nickName', 'omitted', 'left out'],
      ['title', 'omitted', 'left out'],
      ['active', 'value', 'true'],
      ['userType', 'value', '"Employee"'],
      ['urn:contoso:1.0:User:salary', 'value', '1.50'],
    ]);
    for (const { path, rule } of rules) expect(MAPPING.slice(rule, rule + path.length)).toBe(path);
  });

  it('shows the operation of that record, digit for digit as it is sent', () => {
    const all = details(ANA, ['2', 'Bob', 'false', '2', ''], ['3', 'Cleo', 'true', '3', '']);
    expect(all.map(({ operation }) => (JSON.parse(operation) as { bulkId: string }).bulkId)).toEqual([
      'record-1',
      'record-2',
      'record-3',
    ]);
    expect(all[0]?.operation).toContain('\n      "salary": 1.50\n');
    expect(all[0]?.operation).toMatch(/^\{\n {2}"method": "POST",\n {2}"bulkId": "record-1",\n/);
  });

  it('shows why a record is refused, and the cell', () => {
    const [ana] = details(['1', 'Ana', 'on leave', '1', '']);
    expect(ana).toMatchObject({
      operation: '',
      problems: [{ text: textLike(/^active: /), columns: ['Active'], value: 'on leave' }],
    });
    expect(ana?.rules.find(({ path }) => path === 'active')).toMatchObject({ result: 'problem' });
  });

  it('shows a record that is left out, whoever leaves it out', () => {
    const [nobody, ghost] = details(['1', 'Nobody', 'true', '1', ''], ['2', 'Ghost', 'true', '1', '']);
    expect(nobody).toMatchObject({ operation: '', problems: [] });
    expect(ghost).toMatchObject({ operation: '', problems: [] });
    expect(ghost?.rules.find(({ path }) => path === 'title')).toMatchObject({
      result: 'excluded',
      text: 'leaves the record out',
    });
  });
});

describe('plainDetail', () => {
  it.each([
    [
      ['1', 'Ana'],
      ['Id', 'Name'],
    ],
    [
      ['1', 'Ana', 'true', '1', 'x', 'y', 'z'],
      [...COLUMNS, 'cell 6', 'cell 7'],
    ],
    [[], []],
  ])('shows the cells %j that a row has, by the columns %j', (cells, columns) => {
    const problem = { code: 'csv.row.fieldCount', severity: 'row', message: 'Too few or too many.', line: 2 } as const;
    expect(plainDetail(ROW, cells, HEADER, problem)).toEqual({
      row: ROW,
      cells: cells.map((value, index) => ({ column: columns[index], value, paths: [] })),
      rules: [],
      operation: '',
      problems: [{ text: 'Too few or too many.', columns: [] }],
    });
    expect(plainDetail(ROW, cells, HEADER, undefined).problems).toEqual([]);
  });
});
