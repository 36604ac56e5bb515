import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/core/convert/batch';
import type { ConversionEvent } from '../../../src/core/convert/converter';
import { Converter } from '../../../src/core/convert/converter';
import type { MappedRecord } from '../../../src/core/convert/compileMapping';
import { readBulkRequest } from '../../../src/core/scim/bulkRequest';
import type { RowKind } from '../../support/planText';
import { compiled, convertAll, record } from '../../support/planText';

const mapping = compiled();

function convert(
  records: readonly (readonly [MappedRecord, RowKind])[],
  operations?: number,
): { readonly converter: Converter; readonly events: readonly ConversionEvent[]; readonly batches: readonly Batch[] } {
  const converter = new Converter(mapping, operations === undefined ? {} : { operations });
  const events = convertAll(records, converter);
  return { converter, events, batches: events.flatMap((event) => (event.kind === 'batch' ? [event.batch] : [])) };
}

function people(count: number): readonly (readonly [MappedRecord, RowKind])[] {
  return Array.from({ length: count }, (_, index) => [record(index + 1), 'sent']);
}

function bulkIds({ body }: Batch): readonly string[] {
  const reading = readBulkRequest(body);
  if ('refusal' in reading) throw new Error(reading.refusal);
  return reading.request.Operations.map(({ bulkId }) => bulkId);
}

describe('Converter', () => {
  it.each([
    [0, []],
    [1, [1]],
    [49, [49]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('puts %i operations into batches of %j', (count, sizes) => {
    const { batches, converter } = convert(people(count));
    expect(batches.map(({ operations }) => operations)).toEqual(sizes);
    expect(batches.map((batch) => bulkIds(batch).length)).toEqual(sizes);
    expect(batches.map(({ number }) => number)).toEqual(sizes.map((_, index) => index + 1));
    expect(converter.counts).toMatchObject({ records: count, operations: count, batches: sizes.length });
  });

  it('gives a batch out as soon as it is full', () => {
    const converter = new Converter(mapping, { operations: 2 });
    const given = people(5).map(([each]) => [...converter.add(each)].length);
    expect(given).toEqual([0, 1, 0, 1, 0]);
    expect([...converter.end()]).toHaveLength(1);
  });

  it('names each operation after its record, whatever is left out in between', () => {
    const kinds: readonly RowKind[] = ['refused', 'sent', 'excluded', 'sent', 'unreadable', 'sent'];
    const { batches } = convert(
      kinds.map((kind, index) => [record(index + 1, kind), kind]),
      2,
    );
    expect(batches.map(bulkIds)).toEqual([['record-2', 'record-4'], ['record-6']]);
    expect(batches.flatMap(({ members }) => members)).toEqual([
      { record: 2, line: 3, externalId: 'p2', bulkId: 'record-2' },
      { record: 4, line: 5, externalId: 'p4', bulkId: 'record-4' },
      { record: 6, line: 7, externalId: 'p6', bulkId: 'record-6' },
    ]);
  });

  it('warns of an id that repeats, names the first line that has it, and converts the record all the same', () => {
    const { events, converter } = convert([
      [record(1, 'sent', 'a'), 'sent'],
      [record(2, 'sent', 'b'), 'sent'],
      [record(3, 'sent', 'a'), 'sent'],
      [record(4, 'sent', 'a'), 'sent'],
    ]);
    const warnings = events.flatMap((event) => (event.kind === 'warning' ? [event.problem] : []));
    expect(warnings).toMatchObject([
      { code: 'value.id.duplicate', severity: 'warning', line: 4, record: 3, value: 'a' },
      { code: 'value.id.duplicate', severity: 'warning', line: 5, record: 4, value: 'a' },
    ]);
    for (const { message } of warnings) expect(message).toContain('line 2.');
    expect(converter.counts).toMatchObject({ records: 4, operations: 4, duplicates: 2 });
  });

  it('compares ids exactly, and only those of records that are sent', () => {
    const { converter } = convert([
      [record(1, 'sent', 'a'), 'sent'],
      [record(2, 'sent', 'A'), 'sent'],
      [record(3, 'refused', 'a'), 'refused'],
      [record(4, 'excluded', 'a'), 'excluded'],
    ]);
    expect(converter.counts.duplicates).toBe(0);
  });

  it.each([0, 51, -1, 1.5, NaN])('refuses batches of %d operations', (operations) => {
    expect(() => new Converter(mapping, { operations })).toThrow(RangeError);
  });

  it('counts every record of any mix exactly once, and gives each sent one a bulkId of its own', () => {
    const kind = fc.constantFrom<RowKind>('sent', 'sent', 'excluded', 'refused', 'unreadable');
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 130 }), fc.integer({ min: 1, max: 50 }), (kinds, operations) => {
        const { converter, events, batches } = convert(
          kinds.map((each, index) => [record(index + 1, each), each]),
          operations,
        );
        const { counts } = converter;
        const expected = (wanted: RowKind) => kinds.filter((each) => each === wanted).length;
        expect(counts).toEqual({
          records: kinds.length,
          operations: expected('sent'),
          batches: Math.ceil(expected('sent') / operations),
          refused: expected('refused') + expected('unreadable'),
          excluded: expected('excluded'),
          duplicates: 0,
        });
        expect(counts.operations + counts.refused + counts.excluded).toBe(counts.records);
        const ids = batches.flatMap(bulkIds);
        expect(new Set(ids).size).toBe(counts.operations);
        expect(batches.slice(0, -1).every((batch) => batch.operations === operations)).toBe(true);
        const told = events.flatMap((event) =>
          event.kind === 'batch'
            ? event.batch.members.map((member) => member.record)
            : event.kind === 'warning'
              ? []
              : [event.record.number],
        );
        expect(told.sort((a, b) => a - b)).toEqual(kinds.map((_, index) => index + 1));
      }),
    );
  });
});
