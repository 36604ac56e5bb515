import { describe, expect, it } from 'vitest';
import { required, requiredFrom, text, toInteger, toList } from '../../../../src/core/expression/functions/arguments';
import type { Arguments } from '../../../../src/core/expression/functions/functionEntry';
import type { Value } from '../../../../src/core/expression/value';
import { EvaluationError } from '../../../../src/core/expression/value';

const at = { start: 0, end: 0 };
const args: Arguments<string> = [(source) => `${source}0`, undefined, (source) => `${source}2`];

describe('the arguments of a call that is evaluated', () => {
  it('are there where they must be, or the checker has a mistake', () => {
    expect(required(args, 2)('x', {})).toBe('x2');
    expect(requiredFrom(args, 2).map((argument) => argument('x', {}))).toEqual(['x2']);
    expect(() => required(args, 1)).toThrow('argument 1 was compiled');
    expect(() => required(args, 3)).toThrow('argument 3 was compiled');
    expect(() => requiredFrom(args, 0)).toThrow('argument 1 was compiled');
  });

  it('are null as texts where they were omitted', () => {
    expect([0, 1, 2, 3].map((index) => text(args, index)('x', {}))).toEqual(['x0', null, 'x2', null]);
  });

  it.each<[Value, bigint | null | string]>([
    [null, null],
    [7n, 7n],
    ['-7', -7n],
    ['007', 7n],
    ['9223372036854775807', 9_223_372_036_854_775_807n],
    [['5', 'x'], 5n],
    [[], null],
    ['', 'E_TYPE'],
    ['1.5', 'E_TYPE'],
    ['+1', 'E_TYPE'],
    [' 1', 'E_TYPE'],
    ['1x', 'E_TYPE'],
    [true, 'E_TYPE'],
  ])('are whole numbers: %s', (value, expected) => {
    expect(integerOf(value)).toBe(expected);
  });

  it.each<[Value, readonly string[]]>([
    [null, []],
    ['', ['']],
    ['a', ['a']],
    [false, ['False']],
    [12n, ['12']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [[], []],
    [{ kind: 'roles', roles: [{ value: 'a', primary: false }, { value: 'b' }] }, ['a', 'b']],
    [{ directive: 'IgnoreAttributeFlow' }, []],
  ])('are lists: %o', (value, expected) => {
    expect(toList(value)).toEqual(expected);
  });
});

function integerOf(value: Value): bigint | null | string {
  try {
    return toInteger(value, at);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return error.code;
  }
}
