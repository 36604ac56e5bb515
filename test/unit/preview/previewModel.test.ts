import { describe, expect, it } from 'vitest';
import { RecordConverter } from '../../../src/core/convert/recordConverter';
import type { ExtractHeader } from '../../../src/core/csv/extractEvent';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { plainDetail, previewDetail, previewRow } from '../../../src/preview/previewModel';
import type { PreviewDetail, PreviewRow } from '../../../src/preview/previewState';
import { codeOf } from '../../support/codeOf';
import { compiled } from '../../support/planText';
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

function model() {
  return loadMapping(MAPPING).model;
}

/** The details of all records, given by their cells. */
function details(...rows: readonly (readonly string[])[]): readonly PreviewDetail[] {
  const mapping = compiled(MAPPING, COLUMNS);
  const records = rows.map((cells, index) => ({ number: index + 1, line: index + 2, cells }));
  const converted = new RecordConverter(mapping, model(), COLUMNS).convert(records.map((record) => ({ record })));
  return records.flatMap((record, index) => {
    const one = converted[index];
    return one === undefined ? [] : [previewDetail(ROW, record, HEADER, { compiled: mapping, text: MAPPING }, one)];
  });
}

const ANA = ['1', 'Ana', 'true', '1.50', 'x'];

describe('previewRow', () => {
  const problem = { code: codeOf('csv.row.field-count'), severity: 'row', message: 'Too few cells.', line: 6 } as const;

  it.each([
    [{ cells: ANA }, { id: '1', name: 'Ana', state: 'operation', note: 'request 3' }],
    [{ cells: ['2', 'Bob', '?', '1', ''] }, { id: '2', name: 'Bob', state: 'refused', note: textWith('active: ') }],
    [
      { cells: ['3', 'Nobody', 'true', '1', ''] },
      { id: '3', name: 'Nobody', state: 'excluded', note: 'excluded by a condition' },
    ],
    [
      { cells: ['4', 'Ghost', 'true', '1', ''] },
      { id: '4', name: 'Ghost', state: 'excluded', note: 'excluded by IgnoreObjectFlow' },
    ],
    [
      { cells: [], problem },
      { id: '', name: '', state: 'refused', note: 'Too few cells.' },
    ],
  ])('of %j says what happens to it', ({ cells, ...refusal }, expected) => {
    const mapping = compiled(MAPPING, COLUMNS);
    const record = { number: 5, line: 6, cells };
    const [converted] = new RecordConverter(mapping, model(), COLUMNS).convert([{ record, ...refusal }]);
    if (converted === undefined) throw new Error('the record became nothing');
    expect(previewRow(converted, mapping, 3)).toEqual({ record: 5, line: 6, ...expected });
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

  it('gives the result and the place of each rule', () => {
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

  it('has each rule as it is written, and its attribute where the operation has it', () => {
    const [ana] = details(ANA);
    const { rules = [], operation = '' } = ana ?? {};
    const places = rules.map(({ expression, span }) => [
      expression,
      span === undefined ? undefined : operation.slice(span.start, span.end),
    ]);
    expect(places).toEqual([
      ['[Id]', '"externalId": "1"'],
      ['Join("@", [Id], "contoso.com")', '"userName": "1@contoso.com"'],
      ['[Name]', '"displayName": "Ana"'],
      ['[Name]', '"nickName": "Ana"'],
      ['IIF([Name] = "Ghost", IgnoreObjectFlow, [Name])', '"title": "Ana"'],
      ['[Active]', '"active": true'],
      ['"Employee"', '"userType": "Employee"'],
      ['[Salary]', '"salary": 1.50'],
    ]);
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
      problems: [
        {
          code: 'value.bool.unknown',
          text: textLike(/^active: /),
          remedy: textWith('Switch'),
          columns: ['Active'],
          rule: 5,
          value: 'on leave',
        },
      ],
    });
    expect(ana?.rules.find(({ path }) => path === 'active')).toMatchObject({ result: 'problem' });
  });

  it('shows a record that the filter or a condition leaves out', () => {
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
  const problem = {
    code: codeOf('csv.row.field-count'),
    severity: 'row',
    message: 'Too few or too many.',
    line: 2,
  } as const;

  function cellsOf(cells: readonly string[], of: typeof problem | undefined) {
    return plainDetail(ROW, cells, HEADER, of).cells.map(({ column, value, fault }) => [column, value, fault]);
  }

  it('shows a row that is too short up to where it ends', () => {
    expect(cellsOf(['1', 'Ana'], problem)).toEqual([
      ['Id', '1', undefined],
      ['Name', 'Ana', undefined],
      ['Active', '', 'missing'],
      ['Salary', '', 'missing'],
      ['Unused', '', 'missing'],
    ]);
    expect(cellsOf([], problem).map(([, , fault]) => fault)).toEqual(COLUMNS.map(() => 'missing'));
  });

  it('names cells beyond the columns by their number', () => {
    expect(cellsOf(['1', 'Ana', 'true', '1', 'x', 'y', 'z'], problem).slice(4)).toEqual([
      ['Unused', 'x', undefined],
      ['cell 6', 'y', 'extra'],
      ['cell 7', 'z', 'extra'],
    ]);
  });

  it('says what is wrong, and nothing is missing of a row that cannot be read for another reason', () => {
    expect(plainDetail(ROW, ['1'], HEADER, problem)).toMatchObject({
      row: ROW,
      rules: [],
      operation: '',
      problems: [{ code: 'csv.row.field-count', text: 'Too few or too many.', columns: [] }],
    });
    expect(plainDetail(ROW, ['1'], HEADER, undefined)).toMatchObject({ cells: [{ column: 'Id' }], problems: [] });
    const quoted = { ...problem, code: codeOf('csv.quote.text-after') };
    expect(plainDetail(ROW, ['1'], HEADER, quoted).cells).toEqual([{ column: 'Id', value: '1', paths: [] }]);
  });
});
