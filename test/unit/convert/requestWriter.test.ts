import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappedRecord } from '../../../src/core/convert/compileMapping';
import type { Operation } from '../../../src/core/convert/operation';
import { operationsOf } from '../../../src/core/convert/operation';
import type { ConversionCounts, RecordEvent } from '../../../src/core/convert/recordEvent';
import type { WriterOptions } from '../../../src/core/convert/requestWriter';
import { readBulkRequest } from '../../../src/core/scim/bulkRequest';
import { linesOf } from '../../support/convertedBodies';
import type { RowKind } from '../../support/planText';
import { addTo, planWriter, record } from '../../support/planText';

interface Converted {
  readonly counts: ConversionCounts;
  readonly events: readonly RecordEvent[];
  readonly bodies: readonly string[];
  readonly operations: readonly Operation[];
}

function convert(
  records: readonly (readonly [MappedRecord, RowKind])[],
  size?: number,
  more?: WriterOptions,
): Converted {
  const writer = planWriter(size, more);
  for (const [each, kind] of records) addTo(writer, each, kind);
  writer.end();
  const requests = writer.takeRequests();
  expect(requests.first).toBe(1);
  return {
    counts: writer.counts,
    events: writer.takeEvents(),
    bodies: linesOf(requests.bytes),
    operations: [...operationsOf(requests)],
  };
}

function people(count: number): readonly (readonly [MappedRecord, RowKind])[] {
  return Array.from({ length: count }, (_, index) => [record(index + 1), 'sent']);
}

function bulkIds(body: string): readonly string[] {
  const reading = readBulkRequest(body);
  if ('refusal' in reading) throw new Error(reading.refusal);
  return reading.request.Operations.map(({ bulkId }) => bulkId);
}

describe('RequestWriter', () => {
  it.each([
    [0, []],
    [1, [1]],
    [49, [49]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('puts %i operations into requests of %j', (count, sizes) => {
    const { bodies, operations, counts } = convert(people(count));
    expect(bodies.map((body) => bulkIds(body).length)).toEqual(sizes);
    expect(operations.map(({ request }) => request)).toEqual(
      sizes.flatMap((size, index) => Array.from({ length: size }, () => index + 1)),
    );
    expect(counts).toMatchObject({ records: count, operations: count, batches: sizes.length });
  });

  it('gives a request out as soon as it is full, with its operations, and the rest at the end', () => {
    const writer = planWriter(2);
    const given = people(5).map(([each]) => {
      writer.addRecord(each);
      const requests = writer.takeRequests();
      const operations = [...operationsOf(requests)];
      for (const { text } of operations) expect(linesOf(requests.bytes).join()).toContain(text);
      return operations.map(({ record: number, request }) => [number, request]);
    });
    expect(given).toEqual([[], [[1, 1], [2, 1]], [], [[3, 2], [4, 2]], []]); // prettier-ignore
    writer.end();
    expect([...operationsOf(writer.takeRequests())]).toMatchObject([{ record: 5, request: 3, externalId: 'p5' }]);
    expect(writer.takeRequests()).toMatchObject({ first: 4, ends: [] });
  });

  it('names each operation after its record, also when records between are left out', () => {
    const kinds: readonly RowKind[] = ['refused', 'sent', 'excluded', 'sent', 'unreadable', 'sent'];
    const { bodies, operations } = convert(
      kinds.map((kind, index) => [record(index + 1, kind), kind]),
      2,
    );
    expect(bodies.map(bulkIds)).toEqual([['record-2', 'record-4'], ['record-6']]);
    expect(operations).toMatchObject([
      { record: 2, line: 3, externalId: 'p2', displayName: 'Person 2', bulkId: 'record-2' },
      { record: 4, line: 5, externalId: 'p4', displayName: 'Person 4', bulkId: 'record-4' },
      { record: 6, line: 7, externalId: 'p6', displayName: 'Person 6', bulkId: 'record-6' },
    ]);
  });

  it('warns of an id that repeats, names the first line that has it, and converts the record all the same', () => {
    const { events, counts } = convert([
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
    for (const { message } of warnings) expect(message).toContain('in line 2 ');
    expect(counts).toMatchObject({ records: 4, operations: 4, duplicates: 2 });
  });

  it('writes the same requests where repeats are ignored, and says nothing of them', () => {
    const repeats: readonly (readonly [MappedRecord, RowKind])[] = [
      [record(1, 'sent', 'a'), 'sent'],
      [record(2, 'sent', 'a'), 'sent'],
    ];
    const { events, counts, bodies } = convert(repeats, 50, { ignoresRepeats: true });
    expect(events).toEqual([]);
    expect(counts).toMatchObject({ operations: 2, duplicates: 0 });
    expect(bodies).toEqual(convert(repeats).bodies);
  });

  it('compares ids exactly, and only those of records that are sent', () => {
    const { counts } = convert([
      [record(1, 'sent', 'a'), 'sent'],
      [record(2, 'sent', 'A'), 'sent'],
      [record(3, 'refused', 'a'), 'refused'],
      [record(4, 'excluded', 'a'), 'excluded'],
    ]);
    expect(counts.duplicates).toBe(0);
  });

  it.each([0, 51, -1, 1.5, NaN])('refuses requests of %d operations', (operations) => {
    expect(() => planWriter(operations)).toThrow(RangeError);
  });

  it('counts every record of any mix exactly once, and gives each sent one a bulkId of its own', () => {
    const kind = fc.constantFrom<RowKind>('sent', 'sent', 'excluded', 'refused', 'unreadable');
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 130 }), fc.integer({ min: 1, max: 50 }), (kinds, operations) => {
        const converted = convert(
          kinds.map((each, index) => [record(index + 1, each), each]),
          operations,
        );
        const { counts, events, bodies } = converted;
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
        const ids = bodies.flatMap(bulkIds);
        expect(new Set(ids).size).toBe(counts.operations);
        expect(bodies.slice(0, -1).every((body) => bulkIds(body).length === operations)).toBe(true);
        const left = events.flatMap((event) => (event.kind === 'warning' ? [] : [event.record.number]));
        const sent = converted.operations.map((operation) => operation.record);
        expect([...sent, ...left].sort((a, b) => a - b)).toEqual(kinds.map((_, index) => index + 1));
      }),
    );
  });
});
