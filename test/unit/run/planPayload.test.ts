import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plannedRecords } from '../../../src/core/run/plan';
import { planPayload, sendingOf } from '../../../src/core/run/planPayload';
import { hashBody } from '../../../src/extract/hashBody';
import { readBulkRequest } from '../../../src/core/scim/bulkRequest';
import { operations, requestText } from '../payload/payloadCases';

const published = readFileSync(new URL('../../data/csv2scim/Sample-CSV-2-SCIM-payload.json', import.meta.url), 'utf8');

const planOf = (text: string) => planPayload(text, hashBody);

/** What is planned of a payload that has no errors. */
function plannedOf(text: string) {
  const { planned } = planOf(text);
  if (planned === undefined) throw new Error('nothing is planned');
  return { ...planned, records: [...plannedRecords(planned.plan)] };
}

describe('planPayload', () => {
  it('sends a bulk request as it is, one record an operation', () => {
    const { plan, body, records } = plannedOf(published);
    expect(body).toBe(published);
    expect(plan.batches).toEqual([
      { number: 1, operations: 3, first: 1, last: 3, hash: createHash('sha256').update(published).digest('hex') },
    ]);
    expect(sendingOf({ plan, body }).bodies).toEqual([{ kind: 'body', number: 1, operations: 3, body: published }]);
    const fate = { kind: 'operation', batch: 1 };
    expect(records).toEqual([
      { record: 1, line: 4, externalId: '701984', displayName: 'Barbara Jensen', fate },
      { record: 2, line: 83, externalId: '807609', displayName: 'Doe, Jane', fate },
      { record: 3, line: 97, externalId: '807600', displayName: 'Duck, Donald', fate },
    ]);
    expect(plan.counts).toEqual({ records: 3, operations: 3, batches: 1, refused: 0, excluded: 0, duplicates: 0 });
  });

  it('sends a single user as the one operation of a request', () => {
    const operation = JSON.parse(requestText('request', '')) as { Operations: readonly { data: unknown }[] };
    const user = ` ${JSON.stringify(operation.Operations[0]?.data, null, 2)}\n`;
    expect(planOf(user).problems).toEqual([]);
    const { body, records } = plannedOf(user);
    const reading = readBulkRequest(body);
    expect('request' in reading && reading.request.Operations.map(({ data }) => data)).toEqual([JSON.parse(user)]);
    expect(records).toMatchObject([{ record: 1, line: 1, externalId: '701984', displayName: 'ana@contoso.com' }]);
  });

  it.each([
    ['an error in a resource', requestText('resource', '"active": "true"')],
    ['a DELETE', requestText('operation', '"method": "DELETE"')],
    ['one externalId twice', requestText('request', operations(2, '', '"externalId": "1"'))],
    ['51 operations', requestText('request', operations(51))],
    ['what is not JSON', `${requestText('request', '')},`],
    ['what is no payload', '{"name": "John Doe"}'],
  ])('plans nothing of %s', (_, text) => {
    const { planned, problems } = planOf(text);
    expect(planned).toBeUndefined();
    expect(problems.map(({ severity }) => severity)).toContain('error');
  });

  it('plans nothing that the sandbox would refuse as a whole', () => {
    const wrong = ['-method', '-bulkId', '-path', '-data', '"bulkId": ""', '"method": "PUT"', '"path": "/Groups"'];
    for (const members of wrong) {
      const text = requestText('operation', members);
      expect('refusal' in readBulkRequest(text), members).toBe(true);
      expect(planOf(text).planned, members).toBeUndefined();
    }
  });
});
