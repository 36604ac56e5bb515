import { describe, expect, it } from 'vitest';
import { checkHeader } from '../../../src/core/csv/header/checkHeader';

describe('checkHeader', () => {
  it.each([
    [['WorkerID', 'Name']],
    [['__proto__', 'constructor', 'toString', 'hasOwnProperty', '1', '01']],
    [['Straße', 'Strasse']],
  ])('accepts %j', (columns) => {
    expect(checkHeader(columns, 1)).toEqual([]);
  });

  it('finds a column without a name', () => {
    const [problem, ...others] = checkHeader(['WorkerID', ' ', 'Name'], 3);
    expect(problem).toMatchObject({ code: 'csv.header.empty', severity: 'fatal', line: 3 });
    expect(problem?.message).toContain('Column 2 of 3');
    expect(others).toEqual([]);
  });

  it.each([
    ['the same', ['WorkerID', 'Name', 'Name'], 'Name'],
    ['in other case', ['name', 'WorkerID', 'NAME'], 'NAME'],
    ['with spaces around', ['Name', ' name '], 'name'],
  ])('finds columns that are named alike: %s', (_name, columns, column) => {
    const [problem] = checkHeader(columns, 1);
    expect(problem).toMatchObject({ code: 'csv.header.duplicate', severity: 'fatal', line: 1, column });
  });

  it('names both columns', () => {
    expect(checkHeader(['Name', 'WorkerID', 'Name'], 1)[0]?.message).toContain('Columns 1 and 3 are both named "Name"');
  });

  it('reports every mistake, and columns without a name once', () => {
    const codes = checkHeader(['a', 'A', '', 'b', '', 'B '], 1).map(({ code }) => code);
    expect(codes).toEqual(['csv.header.empty', 'csv.header.duplicate', 'csv.header.duplicate']);
  });
});
