import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/core/json/placeOf';
import { readTree } from '../../../src/core/json/readJsonText';

const text = '{ "value": [1, { "a": { "b.c": [true, 2] }, "a.b": 3 }] }';
const at = (path: string): string => {
  const { start, end } = placeOf(readTree(text), path);
  return text.slice(start, end);
};

describe('placeOf', () => {
  it.each([
    ['', text],
    ['value[0]', '1'],
    ['value[1].a.b.c[1]', '2'],
    ['value[1].a.b', '3'],
    ['value[1].a.x', '{ "b.c": [true, 2] }'],
    ['value[1].a', '{ "b.c": [true, 2] }'],
    ['value[7].a', '[1, { "a": { "b.c": [true, 2] }, "a.b": 3 }]'],
    ['nowhere', text],
  ])('of %s', (path, found) => {
    expect(at(path)).toBe(found);
  });

  it('of nothing is the beginning', () => {
    expect(placeOf(undefined, 'a')).toEqual({ start: 0, end: 0 });
  });
});
