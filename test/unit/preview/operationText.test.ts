import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBulkRequest, writeOperation } from '../../../src/core/scim/bulkRequest';
import { layOut, operationTextAt } from '../../../src/preview/operationText';

const RESOURCES = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 6 });

describe('layOut', () => {
  it('sets any JSON out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(layOut(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('takes lines that are set out already', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(layOut(JSON.stringify(value, null, '\t'))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it.each(['12345678901234567890', '1.50', '-0.000', '1E400'])('leaves the number %s as it is', (number) => {
    expect(layOut(`{"n":${number}}`)).toBe(`{\n  "n": ${number}\n}`);
  });

  it('leaves the order and the repetition of members as they are', () => {
    expect(layOut('{"b":1,"2":[],"b":{}}')).toBe('{\n  "b": 1,\n  "2": [],\n  "b": {}\n}');
  });
});

describe('operationTextAt', () => {
  it('finds each operation in its request', () => {
    fc.assert(
      fc.property(RESOURCES, (resources) => {
        const operations = resources.map((resource, index) => writeOperation(`{"${index}`, JSON.stringify(resource)));
        const body = writeBulkRequest(operations);
        expect(operations.map((_, index) => operationTextAt(body, index))).toEqual(operations);
        expect(() => operationTextAt(body, operations.length)).toThrow('no operation');
      }),
    );
  });
});
