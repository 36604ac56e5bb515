import { describe, expect, it } from 'vitest';
import { parseConnectionFile } from '../../../src/connections/connectionFile';
import { importWebClient } from '../../../src/core/import/importWebClient';
import { findTooDeep } from '../../../src/core/json/jsonLimits';
import { readJson } from '../../../src/core/json/jsonValue';
import { readJsonText, readTree } from '../../../src/core/json/readJsonText';
import { parseLogPage } from '../../../src/core/logs/logPage';
import { checkPayloadText } from '../../../src/core/payload/checkPayloadText';
import { readUsers } from '../../../src/core/provisioning/users/readUsers';
import { parseUsersPage } from '../../../src/core/provisioning/users/usersPage';
import { planPayload } from '../../../src/core/run/planPayload';
import { readBulkRequest } from '../../../src/core/scim/bulkRequest';
import { openPayload } from '../../../src/core/payload/document/payloadDocument';
import { hashBody } from '../../../src/extract/hashBody';
import { parseDomains } from '../../../src/tenant/parseDomains';
import { parseGraphError } from '../../../src/tenant/graphError';

const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const DEEP = objects(10_000);
const REQUEST = `{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[{"method":"POST","bulkId":"1","path":"/Users","data":{"x":${DEEP}}}],"failOnErrors":null}`;

describe('JSON that is nested too deeply', () => {
  it.each([
    [64, true],
    [65, false],
    [10_000, false],
    [1_000_000, false],
  ])('%i levels: read %s', (depth, isRead) => {
    for (const text of [lists(depth), objects(depth)]) {
      expect('value' in readJson(text)).toBe(isRead);
      expect(readTree(text) !== undefined).toBe(isRead);
      expect(findTooDeep(text) === undefined).toBe(isRead);
    }
  });

  it('counts levels, not brackets: in texts, side by side, or in long lists', () => {
    expect(readJson(`["${'['.repeat(100)}\\"${'{'.repeat(100)}"]`)).toHaveProperty('value');
    const wide = `[${'[[]],'.repeat(20_000)}[]]`;
    expect(readJson(wide)).toHaveProperty('value');
    expect(readTree(wide)).toBeDefined();
    expect(readJson(`["${'a'.repeat(2_000_000)}"]`)).toHaveProperty('value');
  });

  it('has a place, in a list of many people, too', () => {
    const people = `{"value":[${'{"id":"1"},'.repeat(20_000)}\n${lists(70)}]}`;
    const { users, problems } = readUsers(people, 'API2AAD');
    expect(users).toEqual([]);
    expect(problems).toEqual([
      {
        severity: 'error',
        path: '',
        message: expect.stringMatching(/^This is nested too deeply \(line 2\)\. The 65th level of nesting/) as string,
      },
    ]);
  });

  const readers: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['users', () => readUsers(`{"value":[{"id":"1","x":${DEEP}}]}`, 'API2AAD').problems, /nested too deeply/],
    ['a page of users', () => parseUsersPage(`{"value":[{"id":"1","x":${DEEP}}]}`), /nested more than 64 levels deep/],
    ['a page of the log', () => parseLogPage(`{"value":[${DEEP}]}`), /nested more than 64 levels deep/],
    ['domains', () => parseDomains(`{"value":[${DEEP}]}`), /no list of domains/],
    ['a connection', () => parseConnectionFile(`{"kind":"sandbox","x":${DEEP}}`), /nested more than 64 levels deep/],
    ['a mapping of the web client', () => importWebClient(`{"externalId":"a","x":${DEEP}}`), /nested more than 64/],
    ['an upload', () => readBulkRequest(REQUEST), /nested over 64 levels deep/],
    ['a payload', () => checkPayloadText(REQUEST), /json\.too-deep/],
    ['a payload to send', () => planPayload(REQUEST, hashBody), /json\.too-deep/],
    ['any text', () => readJsonText(DEEP).problems, /json\.too-deep/],
  ];
  it.each(readers)('is refused by what reads %s', (_, read, words) => {
    expect(JSON.stringify(read())).toMatch(words);
  });

  it('is not an error envelope', () => {
    expect(parseGraphError(`{"error":{"code":"a","innerError":${DEEP}}}`)).toBeUndefined();
  });

  it('leaves a payload that is open in an editor readable', () => {
    const payload = openPayload(REQUEST, {}, { kind: 'bulkRequest' });
    expect(JSON.stringify(payload).length).toBeGreaterThan(0);
  });
});
