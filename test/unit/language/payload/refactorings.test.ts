import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { span } from '../../../../src/core/text/span';
import type { DiagnosedPayload } from '../../../../src/language/payload/editedPayload';
import { payloadRefactorings } from '../../../../src/language/payload/refactorings/payloadRefactorings';
import { splitEditedPayload, splitRequest } from '../../../../src/language/payload/refactorings/splitRequest';
import { requestToUser, userToRequest } from '../../../../src/language/payload/refactorings/userToRequest';
import {
  refactoringActions,
  resolveRefactoring,
} from '../../../../src/language/shared/refactorings/refactoringActions';
import { openInEditor } from '../../../support/openPayload';
import { appliedTo } from '../appliedActions';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

function actionsIn(payload: DiagnosedPayload): readonly CodeAction[] {
  return refactoringActions(payloadRefactorings(payload), span(0, 0));
}

function outcome(text: string, title: string): string | undefined {
  const payload = openInEditor(text);
  const action = actionsIn(payload).find((candidate) => candidate.title === title);
  const resolved = action && resolveRefactoring(payloadRefactorings(payload), action);
  return resolved && appliedTo(text, payload, resolved);
}

const USER = `{\r\n\t"externalId": "701984",\r\n\t"name": {\r\n\t\t"givenName": "Ána"\r\n\t}\r\n}\r\n`;

describe('a single user and a bulk request', () => {
  it.each([
    ['with tabs and CR LF', USER],
    ['on one line', '{"externalId":"1","emails":[{"type":"work","value":"a@contoso.com"}]}'],
    ['with lists over lines', '{\n  "externalId": "1",\n  "roles": [\n    { "value": "a" }\n  ]\n}\n'],
  ])('%s, there and back', (_, text) => {
    const request = userToRequest(text);
    expect(JSON.parse(request ?? '')).toEqual({
      schemas: [BULK],
      Operations: [
        {
          method: 'POST',
          bulkId: (JSON.parse(text) as { externalId: string }).externalId,
          path: '/Users',
          data: JSON.parse(text) as unknown,
        },
      ],
      failOnErrors: null,
    });
    expect(requestToUser(request ?? '')).toBe(text);
  });

  it('is laid out as the user was', () => {
    expect(outcome('{\n    "userName": "a"\n}', 'Convert to a bulk request')).toBe(
      [
        '{',
        `    "schemas": ["${BULK}"],`,
        '    "Operations": [',
        '        {',
        '            "method": "POST",',
        '            "bulkId": "1",',
        '            "path": "/Users",',
        '            "data": {',
        '                "userName": "a"',
        '            }',
        '        }',
        '    ],',
        '    "failOnErrors": null',
        '}',
      ].join('\n'),
    );
  });

  it.each([
    ['a list', '[]'],
    ['nothing', ''],
    ['a text', '"a"'],
  ])('%s is not a user', (_, text) => {
    expect(userToRequest(text)).toBeUndefined();
  });

  it.each([
    ['two operations', '{ "Operations": [{ "data": {} }, { "data": {} }] }'],
    ['none', '{ "Operations": [] }'],
    ['an operation without data', '{ "Operations": [{ "method": "POST" }] }'],
  ])('a request with %s has no single user', (_, text) => {
    expect(requestToUser(text)).toBeUndefined();
    expect(actionsIn(openInEditor(text)).map(({ title }) => title)).not.toContain('Convert to a single user');
  });
});

describe('splitting a request', () => {
  const operation = (number: number) => `{ "bulkId":\t"${number}", "data": {"name": "Zoë \\u00e9 ${number}"} }`;
  const requestOf = (count: number) =>
    `{\n  "schemas": ["${BULK}"],\n  "Operations": [\n    ${Array.from({ length: count }, (_, index) => operation(index)).join(',\r\n    ')}\n  ],\n  "failOnErrors": null\n}\n`;

  it('120 operations are 50, 50 and 20, each as it was, in their order', () => {
    const texts = splitRequest(requestOf(120));
    expect(splitEditedPayload(openInEditor(requestOf(120)))).toEqual(texts);
    const found = texts.map((text) => (JSON.parse(text) as { Operations: readonly unknown[] }).Operations.length);
    expect(found).toEqual([50, 50, 20]);
    for (let number = 0; number < 120; number++) expect(texts[Math.floor(number / 50)]).toContain(operation(number));
  });

  it('one that is short enough stays as it is', () => {
    expect(splitRequest(requestOf(50))).toEqual([requestOf(50)]);
    expect(splitRequest('{')).toEqual(['{']);
    expect(splitEditedPayload(openInEditor('{ "userName": "a" }'), 0)).toEqual(['{ "userName": "a" }']);
  });

  it('pieces of one operation keep what surrounds them', () => {
    expect(splitRequest('{"a":1,"Operations":[ {"b":1} , {"b":2} ],"c":2}', 1)).toEqual([
      '{"a":1,"Operations":[ {"b":1} ],"c":2}',
      '{"a":1,"Operations":[ {"b":2} ],"c":2}',
    ]);
  });

  it('is offered over 50', () => {
    const titles = (count: number) => actionsIn(openInEditor(requestOf(count))).map(({ title }) => title);
    expect(titles(51)).toContain('Split into requests of 50 operations');
    expect(titles(50)).not.toContain('Split into requests of 50 operations');
  });
});

describe('numbering bulkIds', () => {
  it('all are different and in order; one that is missing is added', () => {
    const text = '{ "Operations": [{ "bulkId": "x" }, { "bulkId": "2" }, { "method": "POST", "path": "/Users" }, {}] }';
    expect(outcome(text, 'Number all bulkIds')).toBe(
      '{ "Operations": [{ "bulkId": "1" }, { "bulkId": "2" }, { "method": "POST", "bulkId": "3", "path": "/Users" }, { "bulkId": "4" }] }',
    );
  });

  it('of a sample of Microsoft nothing else changes', () => {
    const file = new URL('../../../data/csv2scim/Sample-CSV-2-SCIM-payload.json', import.meta.url);
    const text = sample(file);
    const numbered = outcome(text, 'Number all bulkIds') ?? '';
    expect(numbered).not.toBe(text);
    const plain = (json: string) => json.replaceAll(/"bulkId": *"[^"]*"/g, '');
    expect(plain(numbered)).toBe(plain(text));
  });
});

function sample(file: URL): string {
  return readFileSync(file, 'utf8');
}
