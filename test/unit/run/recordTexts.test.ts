import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayNameOf, externalIdOf, jsonRange, RecordTextsBuilder } from '../../../src/core/run/recordTexts';

const texts = fc.option(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer({ min: 0, max: 40_000 }).map((length) => 'é'.repeat(length)),
  ),
  { nil: undefined },
);

describe('RecordTexts', () => {
  it('gives every text back, in any order of the records', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: texts, name: texts })), fc.infiniteStream(fc.nat()), (people, order) => {
        const builder = new RecordTextsBuilder();
        const places = people.map((_, index) => ({ index, rank: order.next().value as number }));
        for (const { index } of places.sort((one, other) => one.rank - other.rank))
          builder.add(index, jsonRange(people[index]?.id), jsonRange(people[index]?.name));
        const kept = builder.finish(people.length + 1);
        expect(kept.places).toHaveLength(people.length + 1);
        for (const [index, { id, name }] of people.entries())
          expect([externalIdOf(kept, index), displayNameOf(kept, index)]).toEqual([id, name]);
        expect(externalIdOf(kept, people.length)).toBeUndefined();
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});
