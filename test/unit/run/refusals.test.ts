import { describe, expect, it } from 'vitest';
import { MAX_LISTED } from '../../../src/core/problems/listed';
import type { RecordProblem } from '../../../src/core/problems/problem';
import { problemsOfRecord, RefusalsBuilder } from '../../../src/core/run/refusals';
import { codeOf } from '../../support/codeOf';

function problem(record: number, message: string, column?: string): RecordProblem {
  const own = { code: codeOf('value.missing'), severity: 'row' as const, message, record, line: record + 1 };
  return column === undefined ? own : { ...own, column };
}

describe('why records are refused', () => {
  it('is kept for each, regardless of the others', () => {
    const builder = new RefusalsBuilder();
    const own = [problem(3, 'One.', 'A'), problem(3, 'Two.')];
    builder.add(2, own);
    builder.add(9, [problem(10, 'One.', 'B')]);
    builder.add(5, [problem(6, 'Two.')]);
    const refusals = builder.finish();
    expect(problemsOfRecord(refusals, 2, 4)).toEqual(own);
    expect(problemsOfRecord(refusals, 9, 11)).toEqual([problem(10, 'One.', 'B')]);
    expect(problemsOfRecord(refusals, 5, 7)).toEqual([problem(6, 'Two.')]);
    expect(problemsOfRecord(refusals, 0, 2)).toEqual([]);
    expect(problemsOfRecord(refusals, 99, 101)).toEqual([]);
  });

  it('is kept for any number of lists of reasons', () => {
    const builder = new RefusalsBuilder();
    for (let index = 0; index < 10_000; index++) builder.add(index, [problem(index + 1, `${index}`)]);
    const refusals = builder.finish();
    for (const index of [0, 4095, 4096, 9999])
      expect(problemsOfRecord(refusals, index, index + 2)).toEqual([problem(index + 1, `${index}`)]);
  });

  it('takes a few bytes a record where the reasons are the same, and counts exactly', () => {
    const builder = new RefusalsBuilder();
    for (let index = 0; index < 100_000; index++) builder.add(index, [problem(index + 1, 'The row has 1 cell.')]);
    const { first, reasons, places, lists } = builder.finish();
    expect(first.items).toHaveLength(MAX_LISTED);
    expect(first.more).toBe(100_000 - MAX_LISTED);
    expect(reasons).toHaveLength(1);
    expect(lists).toHaveLength(2);
    expect(places.length).toBeLessThan(300_000);
  });

  it('keeps the values of those that are listed', () => {
    const builder = new RefusalsBuilder();
    builder.add(0, [{ ...problem(1, 'One.'), value: 'x' }]);
    const refusals = builder.finish();
    expect(refusals.first.items[0]?.value).toBe('x');
    expect(problemsOfRecord(refusals, 0, 2)).toEqual([problem(1, 'One.')]);
  });
});
