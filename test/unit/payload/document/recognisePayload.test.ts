import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/core/payload/document/recognisePayload';
import { BULK_REQUEST_URN, CORE_USER_URN, ENTERPRISE_USER_URN } from '../../../../src/core/scim/urns';
import { bulkText } from '../bulkTexts';

const sample = (name: string) => readFileSync(new URL(`../../../data/csv2scim/${name}`, import.meta.url), 'utf8');
const user = `{"schemas": ["${CORE_USER_URN}", "${ENTERPRISE_USER_URN}"], "externalId": "1", "userName": "ann", "active": true}`;
const job = '{"id": "x", "directories": [{"name": "API", "objects": []}], "synchronizationRules": []}';

describe('by what is in it', () => {
  it.each([
    ['a request', bulkText(2), 'bulkRequest'],
    ['a request in one line', bulkText(2, 0), 'bulkRequest'],
    ['a published request', sample('Sample-CSV-2-SCIM-payload.json'), 'bulkRequest'],
    ['another', sample('postman-bulk-request.json'), 'bulkRequest'],
    ['a user', user, 'user'],
    ['a user, with a byte order mark', `\uFEFF${user}`, 'user'],
    ['a job schema', job, 'jobSchema'],
    ['a job schema, rules only', '{"synchronizationRules": [{"name": "USER_INBOUND_USER"}]}', 'jobSchema'],
    [
      'a job schema of 1 MB',
      `{"directories": [${'{"objects": []},'.repeat(70_000)}1], "synchronizationRules": []}`,
      'jobSchema',
    ],
    ['a request that ends with its URN', `{"Operations": [], "schemas": ["${BULK_REQUEST_URN}"]}`, 'bulkRequest'],
    ['a large one', `{"Operations": [${'{},'.repeat(100_000)}{}], "schemas": ["${BULK_REQUEST_URN}"]}`, 'bulkRequest'],
    ['a request without its URN', '{"Operations": [{"method": "POST", "data": {}}]}', 'bulkRequest'],
    ['the URN in other letters', user.toUpperCase().replace('"SCHEMAS"', '"schemas"'), 'user'],
    ['someone’s name', sample('postman-non-scim-body.json'), undefined],
    ['a group', user.replace('2.0:User"', '2.0:Group"'), undefined],
    [
      'a patch',
      '{"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [{"op": "add", "path": "active"}]}',
      undefined,
    ],
    [
      'an answer with users',
      `{"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "Resources": [${user}]}`,
      undefined,
    ],
    ['the definition of a user', `{"id": "${CORE_USER_URN}", "name": "User", "attributes": []}`, undefined],
    ['a list of users', `[${user}]`, undefined],
    ['another JSON', '{"name": "entra-inbound", "active": true, "title": "x"}', undefined],
    ['nothing', '', undefined],
    ['a mapping', `externalId = [Id] # "schemas": ["${CORE_USER_URN}"]`, undefined],
  ])('%s', (_what, text, kind) => {
    expect(recognise(text)).toBe(kind);
  });
});

describe('by its name, where the content does not say', () => {
  it.each([
    ['x.bulk.json', '', 'bulkRequest'],
    ['X.BULK.JSON', '{', 'bulkRequest'],
    ['x.scim.json', '{}', 'user'],
    ['x.syncschema.json', '{}', 'jobSchema'],
    ['x.json', '{}', undefined],
    ['bulk.json', '{}', undefined],
    ['x.bulk.json', user, 'user'],
    ['x.scim.json', bulkText(1), 'bulkRequest'],
  ])('%s', (name, text, kind) => {
    expect(recognise(text, name)).toBe(kind);
  });
});

describe('what is being typed', () => {
  it.each([
    ['a request', bulkText(1), 'bulkRequest'],
    ['a request in one line', bulkText(1, 0), 'bulkRequest'],
    ['a user', user, 'user'],
  ])('stays what it is from its URN on: %s', (_what, text, kind) => {
    const from = text.indexOf('"', text.indexOf('urn:')) + 1;
    for (let end = from; end <= text.length; end++)
      expect(recognise(text.slice(0, end)), text.slice(0, end)).toBe(kind);
  });

  it.each([
    ['a request', bulkText(2), 'bulkRequest'],
    ['a request in one line', bulkText(2, 0), 'bulkRequest'],
    ['a user', user, 'user'],
    ['a job schema', job, 'jobSchema'],
  ])('stays what it is whichever letter is missing: %s', (_what, text, kind) => {
    const lost = Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1)).filter(
      (without) => recognise(without) !== kind,
    );
    // The brace at the beginning says that it is an object, and quotes that are lost in one line turn the rest inside out
    expect(lost.length, lost[1]?.slice(0, 200)).toBeLessThanOrEqual(kind === 'jobSchema' ? 13 : 5);
  });
});
