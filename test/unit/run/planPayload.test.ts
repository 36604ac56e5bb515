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
    const { plan, bodies, records } = plannedOf(published);
    expect(plan.batches).toEqual([
      { number: 1, operations: 3, first: 1, last: 3, hash: createHash('sha256').update(published).digest('hex') },
    ]);
    expect(sendingOf({ plan, bodies }).bodies).toEqual([{ kind: 'body', number: 1, operations: 3, body: published }]);
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
    const { bodies, records } = plannedOf(user);
    const reading = readBulkRequest(bodies[0]?.body ?? '');
    expect('request' in reading && reading.request.Operations.map(({ data }) => data)).toEqual([JSON.parse(user)]);
    expect(records).toMatchObject([{ record: 1, line: 1, externalId: '701984', displayName: 'ana@contoso.com' }]);
  });

  it('leaves a byte order mark out', () => {
    const text = requestText('request', '');
    const { bodies } = plannedOf(`\uFEFF${text}`);
    expect(bodies.map(({ body }) => body)).toEqual([text]);
    expect(planOf(`\uFEFF${text}`).problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['json.byte-order-mark', 'warning'],
    ]);
  });

  it('sends each of several documents as a request of its own, and knows the line of each person', () => {
    const [one, two] = [1, 2].map((first) =>
      requestText('request', operations(2)).replaceAll(
        /"externalId": "(\d+)"/g,
        (_, id: string) => `"externalId": "${first}-${id}"`,
      ),
    );
    const user = `{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"], "externalId": "9", "userName": "u9@contoso.com", "displayName": "Nine", "active": true}`;
    const lines = (one ?? '').split('\n').length;
    const { plan, bodies, records } = plannedOf(`${one}\n${user}\n${two}\n`);
    expect(bodies.map(({ number, operations: count }) => [number, count])).toEqual([
      [1, 2],
      [2, 1],
      [3, 2],
    ]);
    expect([bodies[0]?.body, bodies[2]?.body]).toEqual([one, `${two}\n`]);
    expect(plan.batches.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [3, 3],
      [4, 5],
    ]);
    expect(records[2]).toMatchObject({ record: 3, line: lines + 1, externalId: '9', fate: { batch: 2 } });
    expect(plan.counts).toMatchObject({ records: 5, operations: 5, batches: 3 });
  });

  it.each([
    ['an error in a resource', requestText('resource', '"active": "true"')],
    ['a DELETE', requestText('operation', '"method": "DELETE"')],
    ['one externalId twice', requestText('request', operations(2, '', '"externalId": "1"'))],
    ['51 operations', requestText('request', operations(51))],
    ['what is not JSON', `${requestText('request', '')},`],
    ['what is not a payload', '{"name": "John Doe"}'],
    [
      'a second request with an error',
      `${requestText('request', '')}\n${requestText('operation', '"method": "DELETE"')}`,
    ],
    ['one person in two requests', `${requestText('request', '')}\n${requestText('request', '')}`],
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
