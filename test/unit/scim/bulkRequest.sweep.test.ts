import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBulkRequest, writeBulkRequest, writeOperation } from '../../../src/core/scim/bulkRequest';
import { convertedBodies } from '../../support/convertedBodies';
import { fileBytes } from '../../../src/extract/index/fileBytes';
import { sweepOf } from '../../support/sweep';

const root = new URL('../../../', import.meta.url);

function text(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** What the service takes, written down without looking at the code that writes it. */
const isBulkRequest = new Ajv({ allErrors: true }).compile(
  JSON.parse(text('test/unit/scim/bulkRequest.schema.json')) as object,
);

function bodiesOf(extract: string, mapping: string): Promise<readonly string[]> {
  return convertedBodies(fileBytes(fileURLToPath(new URL(extract, root))), text(mapping));
}

function refusal(body: string): string {
  const reading = readBulkRequest(body);
  return 'refusal' in reading ? reading.refusal : 'taken';
}

describe('readBulkRequest', () => {
  it("takes the request of Microsoft's Postman collection as it is", () => {
    const body = text('test/data/csv2scim/postman-bulk-request.json');
    const reading = readBulkRequest(body);
    if ('refusal' in reading) throw new Error(reading.refusal);
    expect(reading.request).toEqual(JSON.parse(body));
    expect(reading.request.Operations).toHaveLength(3);
  });

  it("takes the payload of Microsoft's CSV2SCIM sample, which writes the path in small letters", () => {
    const body = text('test/data/csv2scim/Sample-CSV-2-SCIM-payload.json');
    const reading = readBulkRequest(body);
    if ('refusal' in reading) throw new Error(reading.refusal);
    const sent = (JSON.parse(body) as { Operations: readonly { data: unknown }[] }).Operations;
    expect(reading.request.Operations.map(({ data }) => data)).toEqual(sent.map(({ data }) => data));
    expect(new Set(reading.request.Operations.map(({ path }) => path))).toEqual(new Set(['/Users']));
  });

  it('refuses JSON that is not SCIM', () => {
    expect(refusal(text('test/data/csv2scim/postman-non-scim-body.json'))).toContain('"schemas" must be');
  });

  const schemas = ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'];
  const operation = { method: 'POST', bulkId: '1', path: '/Users', data: {} };
  const withOperation = (more: object) => ({ schemas, Operations: [operation, { ...operation, ...more }] });

  it.each([
    ['', 'The body is not JSON'],
    ['{', 'The body is not JSON'],
    ['null', '"schemas"'],
    ['[]', '"schemas"'],
    [{ schemas: [...schemas, 'more'], Operations: [operation] }, '"schemas"'],
    [{ schemas: schemas[0], Operations: [operation] }, '"schemas"'],
    [{ schemas }, '"Operations" must be a list'],
    [{ schemas, Operations: {} }, '"Operations" must be a list'],
    [{ schemas, Operations: [] }, 'not empty'],
    [{ schemas, Operations: Array.from({ length: 51 }, () => operation) }, '51 operations; at most 50'],
    [{ schemas, operations: [operation] }, '"Operations"'],
    [{ schemas, Operations: [null] }, 'Operations[0]: an operation must be an object'],
    [withOperation({ method: 'PUT' }), 'Operations[1]: "method"'],
    [withOperation({ method: 'post' }), 'Operations[1]: "method"'],
    [withOperation({ path: '/Groups' }), 'Operations[1]: "path"'],
    [withOperation({ bulkId: '' }), 'Operations[1]: "bulkId"'],
    [withOperation({ bulkId: 7 }), 'Operations[1]: "bulkId"'],
    [withOperation({ data: [] }), 'Operations[1]: "data"'],
    [withOperation({ data: undefined }), 'Operations[1]: "data"'],
    [withOperation({}), 'taken'],
  ])('%j: %s', (body, expected) => {
    expect(refusal(typeof body === 'string' ? body : JSON.stringify(body))).toContain(expected);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const reading = readBulkRequest(body);
        expect('request' in reading || reading.refusal !== '').toBe(true);
      }),
    );
  });
});

describe('writeBulkRequest', () => {
  it('writes requests that read back the same, with any texts', () => {
    const operation = fc.record({
      bulkId: fc.string({ minLength: 1, unit: 'binary' }),
      data: fc.dictionary(fc.string(), fc.string({ unit: 'binary' })),
    });
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 50 }), (operations) => {
        const body = writeBulkRequest(
          operations.map(({ bulkId, data }) => writeOperation(bulkId, JSON.stringify(data))),
        );
        const reading = readBulkRequest(body);
        if ('refusal' in reading) throw new Error(reading.refusal);
        expect(reading.request.Operations.map(({ bulkId, data }) => ({ bulkId, data }))).toEqual(
          (JSON.parse(JSON.stringify(operations)) as typeof operations).map(({ bulkId, data }) => ({ bulkId, data })),
        );
      }),
      sweepOf(100),
    );
  });
});

describe('what a conversion gives', () => {
  it.each([
    ['test/data/csv2scim/csv-with-2-records.csv', 'test/data/csv2scim/AttributeMapping.scimmap', 1],
    ['test/data/csv2scim/csv-with-1000-records.csv', 'test/data/csv2scim/AttributeMapping.scimmap', 20],
    ['samples/contoso/contoso.csv', 'samples/contoso/contoso.scimmap', 19],
  ])('of %s is what the service takes', async (extract, mapping, count) => {
    const bodies = await bodiesOf(extract, mapping);
    expect(bodies).toHaveLength(count);
    for (const body of bodies) {
      isBulkRequest(JSON.parse(body));
      expect(isBulkRequest.errors).toBeNull();
      expect(refusal(body)).toBe('taken');
    }
  });

  it('would be found out: the oracle refuses what is wrong', async () => {
    const [body = ''] = await bodiesOf('samples/contoso/contoso.csv', 'samples/contoso/contoso.scimmap');
    for (const [right, wrong] of [
      ['"POST"', '"PUT"'],
      ['"/Users"', '"/users"'],
      ['"active":true', '"active":"True"'],
      ['"userName"', '"username"'],
      ['"failOnErrors":null', '"failOnErrors":1'],
      ['"manager":{"value"', '"manager":{"id"'],
    ] as const) {
      expect(body).toContain(right);
      expect(isBulkRequest(JSON.parse(body.replace(right, wrong))), wrong).toBe(false);
    }
  });
});
