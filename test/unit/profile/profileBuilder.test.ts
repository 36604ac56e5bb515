import { describe, expect, it } from 'vitest';
import { MAX_DISTINCT, MAX_LISTED } from '../../../src/core/profile/columnTally';
import type { ExtractProfile } from '../../../src/core/profile/extractProfile';
import { ProfileBuilder } from '../../../src/core/profile/profileBuilder';

/** The profile of records whose cells are given; record 1 begins in line 2. */
function profileOf(
  columns: readonly string[],
  rows: Iterable<readonly string[]>,
  empty?: readonly string[],
): ExtractProfile {
  const builder = new ProfileBuilder(columns, empty);
  let number = 0;
  for (const cells of rows) {
    number++;
    builder.add({ number, line: number + 1, cells });
  }
  return builder.finish(true);
}

describe('the profile of an extract', () => {
  it('counts what is filled, and which values, the most frequent first', () => {
    const rows = [
      ['1', 'b', ''],
      ['2', 'a', ''],
      ['3', 'a', ''],
      ['4', '', ''],
      ['5', 'c', ''],
    ];
    expect(profileOf(['Id', 'Word', 'Never'], rows)).toEqual({
      records: 5,
      isComplete: true,
      columns: [
        {
          column: 'Id',
          filled: 5,
          distinct: 5,
          isDistinctExact: true,
          values: ['1', '2', '3', '4', '5'].map((value) => ({ value, count: 1 })),
          longest: { value: '1', record: 1, line: 2 },
          shapes: [{ shape: '9', count: 5 }],
        },
        {
          column: 'Word',
          filled: 4,
          distinct: 3,
          isDistinctExact: true,
          values: [
            { value: 'a', count: 2 },
            { value: 'b', count: 1 },
            { value: 'c', count: 1 },
          ],
          longest: { value: 'b', record: 1, line: 2 },
          shapes: [{ shape: 'a', count: 4 }],
        },
        { column: 'Never', filled: 0, distinct: 0, isDistinctExact: true, values: [] },
      ],
    });
  });

  it('takes the texts of the mapping for empty', () => {
    const [column] = profileOf(['A'], [['NULL'], ['x'], ['null']], ['NULL']).columns;
    expect(column).toMatchObject({ filled: 2, distinct: 2 });
  });

  it('knows where the longest value was seen first', () => {
    const [column] = profileOf(['A'], [['ab'], ['abcd'], ['wxyz'], ['a']]).columns;
    expect(column?.longest).toEqual({ value: 'abcd', record: 2, line: 3 });
  });

  it('stops telling values apart at a number, and says so', () => {
    const rows = [...Array(MAX_DISTINCT + 10).keys()].map((value) => [`v${value}`]);
    const [column] = profileOf(['A'], [...rows, ['v0'], ['late'], ['late']]).columns;
    expect(column).toMatchObject({ filled: MAX_DISTINCT + 13, distinct: MAX_DISTINCT, isDistinctExact: false });
    expect(column?.values).toHaveLength(MAX_LISTED);
    expect(column?.values[0]).toEqual({ value: 'v0', count: 2 });
    expect(column?.values.some(({ value }) => value === 'late')).toBe(false);
  });

  it('is exact at exactly that number', () => {
    const rows = [...Array(MAX_DISTINCT).keys()].map((value) => [`v${value}`]);
    expect(profileOf(['A'], rows).columns[0]).toMatchObject({ distinct: MAX_DISTINCT, isDistinctExact: true });
  });

  it('does not keep more text than it may', () => {
    const rows = [...Array(20).keys()].map((value) => [`${value}`.padEnd(60_000, '.')]);
    const [column] = profileOf(['A'], rows).columns;
    expect(column).toMatchObject({ filled: 20, distinct: 8, isDistinctExact: false });
  });

  it('copies texts whole, lone surrogates and quotes included', () => {
    const odd = 'a"\\\ud800\u2028\n';
    expect(profileOf(['A'], [[odd]]).columns[0]).toMatchObject({
      values: [{ value: odd, count: 1 }],
      longest: { value: odd },
    });
  });

  it('knows how values look', () => {
    const rows = [['C10589'], ['Reeba Abbot'], ['Žofie Élroy'], ['D20000'], ['C3'], ['x'.repeat(90)], ['+49 30-1']];
    expect(profileOf(['A'], rows).columns[0]?.shapes).toEqual([
      { shape: 'A99999', count: 2 },
      { shape: 'Aa Aa', count: 2 },
      { shape: 'A9', count: 1 },
      { shape: 'a…', count: 1 },
      { shape: '+99 99-9', count: 1 },
    ]);
  });

  it('knows between which days dates lie, and that they can be read in another way', () => {
    const [day] = profileOf(['A'], [['03/04/2026'], ['01/12/2025'], ['03/04/2026']]).columns;
    expect(day?.dates).toEqual({
      format: expect.stringMatching(/^(?:dd\/MM|MM\/dd)\/yyyy$/) as string,
      orElse: expect.stringMatching(/yyyy$/) as string,
      earliest: expect.stringMatching(/^2025-/) as string,
      latest: expect.stringMatching(/^2026-/) as string,
    });
    const [iso] = profileOf(['A'], [['2026-11-23'], ['2013-01-31'], ['2020-02-29']]).columns;
    expect(iso?.dates).toEqual({ format: 'yyyy-MM-dd', earliest: '2013-01-31', latest: '2026-11-23' });
    for (const values of [['2026-11-23', 'soon'], ['20261123'], ['Ana']])
      expect(
        profileOf(
          ['A'],
          values.map((value) => [value]),
        ).columns[0]?.dates,
      ).toBeUndefined();
  });

  it('counts damage in every value, also in those that are not distinguished', () => {
    const rows = [...Array(MAX_DISTINCT + 10).keys()].map((value) => [`v${value}`]);
    const [column] = profileOf(['A'], [...rows, ['#N/A'], ['a\u202eb'], ['#REF!']]).columns;
    expect(column?.damage).toEqual([
      { kind: 'excelError', count: 2, record: MAX_DISTINCT + 11, line: MAX_DISTINCT + 12 },
      { kind: 'bidi', count: 1, record: MAX_DISTINCT + 12, line: MAX_DISTINCT + 13 },
    ]);
  });

  it('finds numbers that have lost zeros', () => {
    const lost = (...values: readonly string[]) =>
      profileOf(
        ['A'],
        values.map((value) => [value]),
      ).columns[0]?.lostZeros;
    expect(lost('00412', '413', '413', '12345', '7')).toBe(3);
    expect(lost('412', '41')).toBeUndefined();
    expect(lost('00412', 'x1')).toBeUndefined();
  });

  it.each([6_000, 20_000, 200_000])('estimates how many of %i values there are', (count) => {
    const [column] = profileOf(
      ['A'],
      [...Array(count).keys()].map((value) => [`C${value}`]),
    ).columns;
    expect(column?.isDistinctExact).toBe(false);
    expect(Math.abs((column?.distinctEstimate ?? 0) / count - 1)).toBeLessThan(0.08);
  });
});
