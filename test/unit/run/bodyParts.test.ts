import { expect, it } from 'vitest';
import { bodyOf, partsOfBody } from '../../../src/core/run/bodyParts';
import { writeBulkRequest, writeOperation } from '../../../src/core/scim/bulkRequest';

it('cuts a request at its operations and puts it together again, character for character', () => {
  const operations = [writeOperation('1', '{"userName":"a,]}"}'), writeOperation('2', '{"x":[1,2]}')];
  const parts = partsOfBody(writeBulkRequest(operations));
  expect(parts.operations).toEqual(operations);
  expect(bodyOf(parts, parts.operations)).toBe(writeBulkRequest(operations));
  expect(bodyOf(parts, operations.slice(1))).toBe(writeBulkRequest(operations.slice(1)));
});

it('keeps what somebody wrote around the operations', () => {
  const text = '{ "failOnErrors": null,\n  "Operations" : [\n    {"a": 1} ,\n    {"a": 2}\n  ], "schemas": [] }\n';
  const parts = partsOfBody(text);
  expect(parts.operations).toEqual(['{"a": 1}', '{"a": 2}']);
  expect(bodyOf(parts, ['{"a": 2}'])).toBe(
    '{ "failOnErrors": null,\n  "Operations" : [\n    {"a": 2}\n  ], "schemas": [] }\n',
  );
});
