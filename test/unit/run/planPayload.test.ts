import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planPayload } from '../../../src/core/run/planPayload';
import { readBulkRequest } from '../../../src/core/scim/bulkRequest';
import { operations, requestText } from '../payload/payloadCases';

const published = readFileSync(new URL('../../data/csv2scim/Sample-CSV-2-SCIM-payload.json', import.meta.url), 'utf8');

describe('planPayload', () => {
  it('sends a bulk request as it is, one record an operation', () => {
    const { plan } = planPayload(published);
    expect(plan?.batches.map(({ body }) => body)).toEqual([published]);
    expect(plan?.batches[0]?.members).toEqual([
      { record: 1, line: 4, externalId: '701984', bulkId: '897401c2-2de4-4b87-a97f-c02de3bcfc61' },
      { record: 2, line: 83, externalId: '807609', bulkId: 'a6861ef2-c94b-4c96-85e0-27c59c0537eb' },
      { record: 3, line: 97, externalId: '807600', bulkId: 'a6861ef2-c94b-4c96-85e0-27c59c0537eb' },
    ]);
    expect(plan?.records.map(({ displayName }) => displayName)).toEqual([
      'Barbara Jensen',
      'Doe, Jane',
      'Duck, Donald',
    ]);
    expect(plan?.counts).toEqual({ records: 3, operations: 3, batches: 1, refused: 0, excluded: 0, duplicates: 0 });
  });

  it('sends a single user as the one operation of a request', () => {
    const operation = JSON.parse(requestText('request', '')) as { Operations: readonly { data: unknown }[] };
    const user = ` ${JSON.stringify(operation.Operations[0]?.data, null, 2)}\n`;
    const { plan, problems } = planPayload(user);
    expect(problems).toEqual([]);
    const reading = readBulkRequest(plan?.batches[0]?.body ?? '');
    expect('request' in reading && reading.request.Operations.map(({ data }) => data)).toEqual([JSON.parse(user)]);
    expect(plan?.records).toMatchObject([{ record: 1, line: 1, externalId: '701984', displayName: 'ana@contoso.com' }]);
  });

  it.each([
    ['an error in a resource', requestText('resource', '"active": "true"')],
    ['a DELETE', requestText('operation', '"method": "DELETE"')],
    ['one externalId twice', requestText('request', operations(2, '', '"externalId": "1"'))],
    ['51 operations', requestText('request', operations(51))],
    ['what is not JSON', `${requestText('request', '')},`],
    ['what is no payload', '{"name": "John Doe"}'],
  ])('plans nothing of %s', (_, text) => {
    const { plan, problems } = planPayload(text);
    expect(plan).toBeUndefined();
    expect(problems.map(({ severity }) => severity)).toContain('error');
  });

  it('plans nothing that the sandbox would refuse as a whole', () => {
    const wrong = ['-method', '-bulkId', '-path', '-data', '"bulkId": ""', '"method": "PUT"', '"path": "/Groups"'];
    for (const members of wrong) {
      const text = requestText('operation', members);
      expect('refusal' in readBulkRequest(text), members).toBe(true);
      expect(planPayload(text).plan, members).toBeUndefined();
    }
  });
});
