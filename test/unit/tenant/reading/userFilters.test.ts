import { describe, expect, it } from 'vitest';
import { encodedFilter, userFilters } from '../../../../src/tenant/reading/userFilters';

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `id-${index}`);

describe('filters of users', () => {
  it.each([
    [0, []],
    [1, [1]],
    [15, [15]],
    [16, [15, 1]],
    [31, [15, 15, 1]],
  ])('of %i values list at most 15 each', (count, sizes) => {
    const filters = userFilters('employeeId', numbers(count));
    expect(filters.map(({ values }) => values.length)).toEqual(sizes);
    expect(filters.flatMap(({ values }) => values)).toEqual(numbers(count));
  });

  it('stay short when their values are long once they are encoded', () => {
    const values = Array.from({ length: 15 }, (_, index) => `${'漢'.repeat(60)}${index}`);
    const filters = userFilters('userPrincipalName', values);
    expect(filters.flatMap((filter) => filter.values)).toEqual(values);
    expect(Math.max(...filters.map((filter) => encodedFilter(filter).length))).toBeLessThan(1300);
  });

  it.each([[''], ['1'.repeat(121)], ['\ud800']])('leave out %j, which nobody can have', (value) => {
    expect(userFilters('employeeId', [value, '1'])).toEqual([{ property: 'employeeId', values: ['1'] }]);
  });

  it.each([
    ["O'Neil", "employeeId in ('O''Neil')"],
    ["') or (id ne '", "employeeId in (''') or (id ne ''')"],
    ['a&$top=1#?', "employeeId in ('a&$top=1#?')"],
    ['a\r\nb', "employeeId in ('a\r\nb')"],
    ['%27', "employeeId in ('%27')"],
  ])('hold %j as one value', (value, expected) => {
    const encoded = encodedFilter({ property: 'employeeId', values: [value] });
    expect(encoded).toMatch(/^[\w.~!*'()%-]+$/);
    expect(decodeURIComponent(encoded)).toBe(expected);
  });
});
