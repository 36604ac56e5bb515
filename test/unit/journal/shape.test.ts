import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../src/core/journal/shape';
import {
  isCount,
  isFlag,
  isHash,
  isNumber,
  isText,
  isTime,
  listOf,
  objectOf,
  oneOf,
  optional,
  recordOf,
} from '../../../src/core/journal/shape';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const TIME = '2026-11-28T20:48:06Z';
const OTHERS = [undefined, null, true, 7, 'x', {}, { length: 1 }, [], ['x'], [7], [true], [HASH], [TIME]];

/** Each shape with what has it, and what else is near and has it not; `OTHERS` have it only where they are named. */
const SHAPES: readonly [string, Shape<unknown>, readonly unknown[], readonly unknown[]][] = [
  ['a text', isText, ['x', ''], []],
  ['a flag', isFlag, [true, false], [0, 1, 'true', '']],
  ['a number', isNumber, [7, -1.5, 0], ['7', '']],
  ['a count', isCount, [7, 0, Number.MAX_SAFE_INTEGER], [-1, 0.5, '7', Number.MAX_SAFE_INTEGER + 1, NaN, Infinity]],
  [
    'a hash',
    isHash,
    [HASH],
    [HASH.slice(1), `${HASH}0`, `0${HASH}`, `${HASH}\n`, HASH.toUpperCase(), `${HASH.slice(1)}g`, ''],
  ],
  ['a time', isTime, [TIME, '2026-11-28T20:48:06.1234567+01:00'], ['2026-11-28', ` ${TIME}`, `${TIME}x`, '']],
  ['one of some', oneOf<'x' | 7>('x', 7), ['x', 7], ['X', '7', 'x7', '']],
  ['a list', listOf(isNumber), [[], [7], [7, 8]], [[7, 'x'], ['x', 7], [null], { 0: 7, length: 1 }]],
  [
    'a record',
    recordOf(isCount),
    [{}, { a: 7 }, { a: 7, b: 0 }, { length: 1 }],
    [{ a: 7, b: -1 }, { a: -1, b: 7 }, { a: null }],
  ],
  ['nothing, or a text', optional(isText), [undefined, 'x'], []],
];

describe.each(SHAPES)('%s', (_, shape, good, bad) => {
  it('is distinguished from everything else', () => {
    for (const value of good) expect(shape(value), JSON.stringify(value)).toBe(true);
    const names = new Set(good.map((value) => JSON.stringify(value)));
    const others = OTHERS.filter((value) => !names.has(JSON.stringify(value)));
    for (const value of [...others, ...bad]) expect(shape(value), JSON.stringify(value)).toBe(false);
  });
});

describe('an object', () => {
  const shape = objectOf<{ readonly name: string; readonly size?: number }>({ name: isText, size: optional(isCount) });

  it('has its members, and may have others', () => {
    for (const value of [{ name: 'x' }, { name: 'x', size: 7 }, { name: '', size: 0, more: null }])
      expect(shape(value), JSON.stringify(value)).toBe(true);
  });

  it('is none without a member, or with one that is something else', () => {
    for (const value of [null, 'x', [], ['name'], {}, { size: 7 }, { name: 7 }, { name: 'x', size: '7' }])
      expect(shape(value), JSON.stringify(value)).toBe(false);
    expect(shape({ name: 'x', size: null })).toBe(false);
  });

  it('has them itself: what its prototype has is not read from a file', () => {
    expect(shape(Object.create({ name: 'x' }))).toBe(false);
    expect(shape(Object.assign(Object.create({ size: 'x' }) as object, { name: 'x' }))).toBe(true);
  });
});
