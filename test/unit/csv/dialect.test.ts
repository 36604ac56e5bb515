import { describe, expect, it } from 'vitest';
import { dialectProblem } from '../../../src/core/csv/dialect';

describe('dialectProblem', () => {
  it.each([
    [';', '"'],
    ['\t', ''],
    ['||', '"'],
    ['~|~', '"'],
    [';;', "'!"],
    [',', '«'],
    ['😀', '"'],
  ])('has nothing to say of %j with %j', (delimiter, quote) => {
    expect(dialectProblem({ delimiter, quote })).toBeUndefined();
  });

  it.each([
    ['', '"', 'must not be empty'],
    ['"', '"', 'must not share a character'],
    ['|"', '"', 'must not share a character'],
    ['~|', '!~', 'must not share a character'],
    [';\n', '"', 'line end'],
    [';', '\r', 'line end'],
    [';\0', '"', 'NUL'],
    [';', "''", 'begins and ends alike'],
    [';', '~!~', 'begins and ends alike'],
  ])('refuses %j with %j', (delimiter, quote, reason) => {
    const problem = dialectProblem({ delimiter, quote });
    expect(problem).toMatchObject({ code: 'csv.dialect.invalid', severity: 'fatal' });
    expect(problem?.message).toContain(reason);
  });
});
