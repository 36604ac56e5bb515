import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRings } from '../../../src/core/examine/findRings';

type Relation = ReadonlyMap<string, string | undefined>;

function rings(pairs: readonly (readonly [string, string | undefined])[]): readonly (readonly string[])[] {
  return findRings(new Map(pairs), (next) => next);
}

/** Who comes back to themselves, found by walking from everybody. */
function onRings(relation: Relation): readonly string[] {
  return [...relation.keys()].filter((start) => {
    let at = relation.get(start);
    for (let steps = 0; steps < relation.size && at !== undefined && at !== start; steps++) at = relation.get(at);
    return at === start && relation.get(start) !== start;
  });
}

describe('findRings', () => {
  it.each([
    ['nobody', [], []],
    [
      'a way that ends',
      [
        ['a', 'b'],
        ['b', undefined],
      ],
      [],
    ],
    [
      'a way that leads outside',
      [
        ['a', 'b'],
        ['b', 'z'],
      ],
      [],
    ],
    [
      'who is next to themselves',
      [
        ['a', 'a'],
        ['b', 'a'],
      ],
      [],
    ],
    [
      'two',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      [['a', 'b']],
    ],
    [
      'a tail before the ring',
      [
        ['t', 'a'],
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
      [['a', 'b', 'c']],
    ],
    [
      'a tail found later',
      [
        ['a', 'b'],
        ['b', 'a'],
        ['t', 'b'],
      ],
      [['a', 'b']],
    ],
  ] as const)('%s', (_name, pairs, expected) => {
    expect(rings(pairs)).toEqual(expected);
  });

  it('finds everybody who comes back to themselves, each once', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.option(key, { nil: undefined }))), (pairs) => {
        const relation = new Map(pairs);
        expect([...findRings(relation, (next) => next)].flat().sort()).toEqual([...onRings(relation)].sort());
      }),
    );
  });
});
