import { describe, expect, it } from 'vitest';
import { fromUnixMilliseconds } from '../../../src/core/expression/dotnet/dates/instant';
import type { ComparisonOperator } from '../../../src/core/expression/syntax';
import { compare, isTrue } from '../../../src/core/expression/truth';
import type { Value } from '../../../src/core/expression/value';
import { asText, isDateTime, isDirective, isEmpty, isList, isRoles } from '../../../src/core/expression/value';

const OPERATORS: readonly ComparisonOperator[] = ['=', '<>', '>', '>=', '<', '<='];
const instant = (milliseconds: number): Value => fromUnixMilliseconds(milliseconds) ?? null;

/** The operators that hold between two values. */
function holding(left: Value, right: Value): string {
  return OPERATORS.filter((operator) => compare(operator, left, right)).join(' ');
}

describe('comparison', () => {
  it.each<[Value, Value, string]>([
    ['a', 'a', '= >= <='],
    ['a', 'b', '<> < <='],
    ['b', 'a', '<> > >='],
    ['a', 'A', '<> > >='],
    ['9', '10', '<> < <='],
    ['09', '9', '= >= <='],
    ['-1', '0', '<> < <='],
    ['9', '10x', '<> > >='],
    ['9007199254740993', '9007199254740992', '<> > >='],
    [5n, '5', '= >= <='],
    [true, 'True', '= >= <='],
    [null, null, ''],
    [null, 'a', '<>'],
    ['a', null, '<>'],
    ['', null, '<>'],
    [instant(86_400_000 * 9), instant(86_400_000 * 10), '<> < <='],
    [instant(0), instant(0), '= >= <='],
    [instant(0), '1/1/1970 12:00:00 AM', '= >= <='],
    [instant(0), '1/1/1970', '<> > >='],
    ['1/1/1970', instant(0), '<> < <='],
    [['x', 'y'], 'x', '= >= <='],
  ])('of %s and %s holds with %s', (left, right, expected) => {
    expect(holding(left, right)).toBe(expected);
  });
});

describe('truth', () => {
  it.each<[Value, boolean]>([
    [true, true],
    [false, false],
    ['True', true],
    ['tRUE', true],
    ['False', false],
    ['yes', false],
    ['1', true],
    ['0', false],
    ['-0', false],
    ['-3', true],
    ['1.5', false],
    ['', false],
    [null, false],
    [7n, true],
    [0n, false],
    [['true'], true],
    [[], false],
  ])('of %s is %s', (value, expected) => {
    expect(isTrue(value)).toBe(expected);
  });
});

describe('values', () => {
  const roles: Value = { kind: 'roles', roles: [] };
  const directive: Value = { directive: 'IgnoreObjectFlow' };

  it.each<[Value, string | null]>([
    ['a', 'a'],
    [null, null],
    [true, 'True'],
    [false, 'False'],
    [12n, '12'],
    [['x', 'y'], 'x'],
    [[], null],
    [instant(0), '1/1/1970 12:00:00 AM'],
    [roles, null],
    [directive, null],
  ])('%s as a text is %s', (value, expected) => {
    expect(asText(value)).toBe(expected);
  });

  it('are empty when absent, "" or a list of nothing', () => {
    expect([null, '', []].map(isEmpty)).toEqual([true, true, true]);
    expect(['a', ['a'], false, 0n, roles, directive, ' '].map(isEmpty)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('are distinguished', () => {
    const all: readonly Value[] = ['a', null, true, 1n, ['a'], instant(0), roles, directive];
    expect(all.map(isList)).toEqual([false, false, false, false, true, false, false, false]);
    expect(all.map(isDateTime)).toEqual([false, false, false, false, false, true, false, false]);
    expect(all.map(isRoles)).toEqual([false, false, false, false, false, false, true, false]);
    expect(all.map(isDirective)).toEqual([false, false, false, false, false, false, false, true]);
  });
});
