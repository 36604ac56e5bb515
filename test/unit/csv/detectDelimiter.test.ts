import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../../src/core/csv/detectDelimiter';

const rows = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const repeated = (line: string, count: number): string[] => Array.from({ length: count }, () => line);

describe('detectDelimiter', () => {
  const found: readonly (readonly [name: string, sample: string, delimiter: string])[] = [
    ['comma', rows('id,name', '1,Ana'), ','],
    ['semicolon', rows('id;name', '1;Ana'), ';'],
    ['tab', rows('id\tname', '1\tAna'), '\t'],
    ['pipe', rows('id|name', '1|Ana'), '|'],
    ['one column', rows('id', '1', '2'), ','],
    ['nothing', '', ','],
    ['quoted cells', rows('"id";"name"', '"1";"Silva, Ana"', '"2";"Roy, Ben"'), ';'],
    ['quoted delimiters and line breaks', rows('id;street', '1;"a;b\nc,d"', '2;"e;f"'), ';'],
    ['doubled quotes', rows('id,street', '1,"Building ""C"", 4;5"', '2,x'), ','],
    ['decimal commas', rows('id;rate', '1;1,5', '2;2,5', '3;3,5'), ';'],
    ['commas in nearly every street', rows('id;name;street;city', ...repeated('1;Ana;Main St, 4;Paris', 40)), ';'],
    ['a few ragged rows', rows('id;name;street', ...repeated('1;Ana;x, y', 40), '1;Ana', '2;Ben;x;y'), ';'],
    [
      'commas in every street and the header, and a few ragged rows',
      rows('id;name;street, no', ...repeated('1;Ana;x, 4', 40), '1;A, x'),
      ';',
    ],
    ['quotes that only one candidate allows', rows('a;b,c', '1;"x"'), ';'],
    ['blank lines', rows('', 'id;name', '', '1;Ana', ';'), ';'],
    ['a list of many in the last column', rows('id;tags', ...repeated('1;a,b,c,d,e', 30)), ';'],
    ['a stray quote', rows('id;name;city', '1;Ana;Oslo', '2;Ana "A";Oslo'), ';'],
  ];

  it.each(found)('finds the delimiter: %s', (_name, sample, delimiter) => {
    expect(detectDelimiter(sample, '"', true)).toEqual({ kind: 'found', delimiter });
  });

  it('says so when two candidates split every row evenly', () => {
    const sample = rows('id;last, first', '1;Silva, Ana', '2;Roy, Ben');
    expect(detectDelimiter(sample, '"', true)).toEqual({ kind: 'ambiguous', candidates: [',', ';'] });
  });

  it('leaves out the last row of a sample that is cut', () => {
    expect(detectDelimiter('a,b;c\n1,2;3\n4;5', '"', false)).toMatchObject({ kind: 'ambiguous' });
    expect(detectDelimiter('a,b;c\n1,2;3\n4;5', '"', true)).toEqual({ kind: 'found', delimiter: ';' });
  });

  it('looks at the first hundred rows only', () => {
    const sample = rows('a;b', ...repeated('1;2', 99), ...repeated('x|y|z', 500));
    expect(detectDelimiter(sample)).toEqual({ kind: 'found', delimiter: ';' });
    const unclear = rows('a;b;c,d', ...repeated('1;2;3,4', 120));
    expect(detectDelimiter(`${unclear}1,"x"\n`)).toEqual({ kind: 'ambiguous', candidates: [';', ','] });
  });

  it('respects another quote', () => {
    expect(detectDelimiter(rows("'a,b';c", "'d,e';f"), "'", true)).toEqual({ kind: 'found', delimiter: ';' });
    expect(detectDelimiter(rows('"a;b";c', '"d;e;f";g'), '', true)).toEqual({ kind: 'found', delimiter: ';' });
  });
});
