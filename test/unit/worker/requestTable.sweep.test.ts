import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBulkRequest } from '../../../src/core/scim/bulkRequest';
import { RequestTable } from '../../../src/worker/requests/requestTable';
import { sweepOf } from '../../support/sweep';

/** The operations of records, by their places less one; nothing for a record that becomes none. */
const operations = fc.array(fc.option(fc.nat({ max: 90 }), { nil: undefined }), { maxLength: 400 });

describe('the table of requests', () => {
  it('groups operations as a plan does, with any pilot', () => {
    fc.assert(
      fc.property(operations, fc.nat({ max: 50 }), (texts, pilot) => {
        const table = new RequestTable();
        texts.forEach((length, index) => {
          if (length !== undefined) table.add(index + 1, length + 1);
        });
        table.startWith(pilot);
        const records = texts.flatMap((length, index) => (length === undefined ? [] : [index + 1]));
        const first = records.slice(0, pilot);
        const others = records.slice(pilot);
        const groups = first.length === 0 ? [] : [first];
        for (let at = 0; at < others.length; at += 50) groups.push(others.slice(at, at + 50));
        const bodies = groups.map((group) =>
          writeBulkRequest(group.map((record) => 'x'.repeat((texts[record - 1] ?? 0) + 1))),
        );
        expect([table.count, table.bytes]).toEqual([groups.length, bodies.join('').length]);
        groups.forEach((group, index) => {
          const request = table.at(index + 1);
          if (request === undefined) throw new Error('A request is missing.');
          expect([request.bytes, request.operations]).toEqual([bodies[index]?.length, group.length]);
          expect(table.recordsIn(request)).toEqual(group);
          for (const record of group) expect(table.of(record)).toBe(index + 1);
        });
        expect([table.of(texts.length + 1), table.at(groups.length + 1)]).toEqual([undefined, undefined]);
      }),
      sweepOf(1000, 4),
    );
  });
});
