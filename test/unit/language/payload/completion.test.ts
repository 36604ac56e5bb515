import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { completePayload } from '../../../../src/language/payload/completion/completePayload';
import { spanAt } from '../../../../src/language/shared/textPlaces';
import { createPayloadService } from '../../../../src/language/payload/payloadService';
import { withCursor } from '../../../support/cursor';
import { openInEditor } from '../../../support/openPayload';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CONTOSO = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';
const KNOWLEDGE = {
  schemas: [
    {
      urn: CONTOSO,
      name: 'Contoso',
      attributes: [
        { name: 'badge', type: 'string' as const, description: 'The badge.' },
        { name: 'remote', type: 'boolean' as const, description: 'Works from home.' },
      ],
    },
  ],
};
/** Shapes say as much as is needed to see that both schemas are asked. */
const SHAPE = { properties: { title: { type: ['string', 'null'], defaultSnippets: [{ label: 'x', body: 'x' }] } } };
const service = createPayloadService({ bulkRequest: {}, user: SHAPE }, KNOWLEDGE);

async function completed(marked: string) {
  const { text, offset } = withCursor(marked);
  const payload = openInEditor(text, [], KNOWLEDGE);
  const { items } = await completePayload(service, payload, offset);
  return {
    labels: items.map(({ label }) => label),
    item: (label: string) => items.find((item) => item.label === label),
    /** The text after choosing an item; tab stops as they are. */
    after: (label: string) => {
      const item = items.find((candidate) => candidate.label === label);
      return item && applyEdits(text, editsOf(item, payload));
    },
  };
}

function editsOf({ textEdit, additionalTextEdits = [] }: CompletionItem, payload: ReturnType<typeof openInEditor>) {
  const main = textEdit !== undefined && 'range' in textEdit ? [textEdit] : [];
  return [...additionalTextEdits, ...main].map(({ range, newText }) => ({ span: spanAt(payload, range), newText }));
}

const data = (members: string) => `{ "Operations": [{ "data": { ${members} } }] }`;
const enterprise = (members: string) => data(`"${ENTERPRISE}": { ${members} }`);

describe('completion in payloads', () => {
  it.each([
    ['a flag', data('"act|"'), 'active', data('"active": ${1|true,false|}')],
    ['a name without quotes', data('dis|'), 'displayName', data('"displayName": "$1"')],
    ['a name that is not closed', data('"act|\n'), 'active', data('"active": ${1|true,false|}\n')],
    ['a name before others', data('"tit| , "active": true'), 'title', data('"title": "$1" , "active": true')],
    ['a list by type', data('|'), 'emails', data('"emails": [\n\t{\n\t\t"type": "work",\n\t\t"value": "$1"\n\t}\n]')],
    ['the parts of the name', data('|'), 'name', data('"name": {\n\t"givenName": "$1",\n\t"familyName": "$2"\n}')],
    ['an extension', data('"urn|"'), ENTERPRISE, data(`"${ENTERPRISE}": {\n\t"department": "$1"\n}`)],
    ['the manager', enterprise('|'), 'manager', enterprise('"manager": {\n\t"value": "$1"\n}')],
    ['a part of the manager', enterprise('"manager": { | }'), 'value', enterprise('"manager": { "value": "$1" }')],
    ['a part of a number', data('"phoneNumbers": [{ | }]'), 'type', data('"phoneNumbers": [{ "type": "${1:work}" }]')],
    ['a type', data('"phoneNumbers": [{ "type": "|" }]'), '"work"', data('"phoneNumbers": [{ "type": "work" }]')],
    ['a method', '{ "Operations": [{ "method": | }] }', '"POST"', '{ "Operations": [{ "method": "POST" }] }'],
    [
      'a method with its name',
      '{ "Operations": [{ "m|" }] }',
      'method',
      '{ "Operations": [{ "method": "${1:POST}" }] }',
    ],
    ['a path', '{ "Operations": [{ "path": "/|" }] }', '"/Users"', '{ "Operations": [{ "path": "/Users" }] }'],
    ['a URN', data(`"schemas": ["${CORE}", "|"]`), `"${ENTERPRISE}"`, data(`"schemas": ["${CORE}", "${ENTERPRISE}"]`)],
    ['a URN of the job', data('"schemas": [|]'), `"${CONTOSO}"`, data(`"schemas": ["${CONTOSO}"]`)],
    [
      'an attribute of the job',
      data(`"${CONTOSO}": { | }`),
      'remote',
      data(`"${CONTOSO}": { "remote": \${1|true,false|} }`),
    ],
    ['true', data('"active": t|'), 'true', data('"active": true')],
    [
      'a name on a new line, with the comma before it',
      data('"title": "T"\n  |'),
      'active',
      data('"title": "T",\n  "active": ${1|true,false|}'),
    ],
    [
      'a name between two, with both commas',
      data('"title": "T"\n|\n"nickName": "N"'),
      'active',
      data('"title": "T",\n"active": ${1|true,false|},\n"nickName": "N"'),
    ],
    [
      'in the second operation',
      '{ "Operations": [{ "path": "/Users" }, { "bu|" }] }',
      'bulkId',
      '{ "Operations": [{ "path": "/Users" }, { "bulkId": "$1" }] }',
    ],
    [
      'of the request, before the operations',
      '{ |"Operations": [{}] }',
      'failOnErrors',
      '{ "failOnErrors": ${1:null},"Operations": [{}] }',
    ],
    [
      'of the request, after the operations',
      '{ "Operations": [{}, {}], "fail|" }',
      'failOnErrors',
      '{ "Operations": [{}, {}], "failOnErrors": ${1:null} }',
    ],
    ['of a user', '{ "externalId": "1", "tit|" }', 'title', '{ "externalId": "1", "title": "$1" }'],
  ])('%s', async (_, marked, label, expected) => {
    expect((await completed(marked)).after(label)).toBe(expected);
  });

  it('an operation comes whole, alone and between others', async () => {
    for (const list of ['[|]', '[{}, | {}]', '[{}, |]']) {
      const { labels, item } = await completed(`{ "Operations": ${list} }`);
      expect(labels).toEqual(['operation']);
      const edit = item('operation')?.textEdit;
      const plain = (edit?.newText ?? '').replace(/\$\{\d\}/g, '').replace(/\$\{\d\|true,false\|\}/, 'true');
      const [text, comma] = [plain.replace(/,$/, ''), plain.endsWith(',')];
      expect(JSON.parse(text)).toMatchObject({ method: 'POST', path: '/Users', data: { schemas: [CORE, ENTERPRISE] } });
      expect(comma).toBe(list === '[{}, | {}]');
    }
  });

  it('members of a phone number, and no others', async () => {
    expect((await completed(data('"phoneNumbers": [{ | }]'))).labels).toEqual(['value', 'display', 'type', 'primary']);
  });

  it.each([
    ['a text of one’s own', data('"displayName": "|"')],
    ['a value that is not a choice', data('"title": |')],
    ['before the text', '|{ "Operations": [] }'],
    ['after it', '{ "Operations": [] }|'],
    ['a text in a list of elements', data('"emails": ["|"]')],
    ['an unknown extension', data('"urn:x:y": { | }')],
  ])('nothing is offered for %s', async (_, marked) => {
    expect((await completed(marked)).labels).toEqual([]);
  });

  it.each([
    ['what is there already', data('"active": true, |'), 'active'],
    ['what is there in another case', data('"UserName": "a", |'), 'userName'],
    ['what the service alone sets', data('|'), 'groups'],
    ['a part that the service alone sets', enterprise('"manager": { | }'), 'displayName'],
    ['a URN that is listed', data(`"schemas": ["${CORE}", |]`), `"${CORE}"`],
  ])('%s is not offered', async (_, marked, label) => {
    const { labels } = await completed(marked);
    expect(labels).not.toContain(label);
    expect(labels).not.toEqual([]);
  });

  it('says type, target and facts, in canonical order', async () => {
    const { item, labels } = await completed(data('|'));
    expect(labels.slice(0, 4)).toEqual(['schemas', 'externalId', 'userName', 'name']);
    const externalId = item('externalId');
    expect(externalId?.labelDetails).toEqual({ detail: '  string', description: 'employeeId' });
    expect(externalId?.documentation).toMatchObject({
      value: expect.stringContaining('At most 16 characters') as string,
    });
  });

  it('of a large payload only the operation at the cursor is read', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `{ "bulkId": "${index}", "data": { "title": "T" } }`).join(
      ',',
    );
    const { text, offset } = withCursor(`{ "Operations": [${many}, { "data": { "act|" } }] }`);
    const asked: number[] = [];
    const watched = {
      ask: (...[kind, request]: Parameters<typeof service.ask>) => {
        asked.push(request.text.length);
        return service.ask(kind, request);
      },
    };
    const { items } = await completePayload(watched, openInEditor(text), offset);
    expect(items.map(({ label }) => label)).toContain('active');
    expect(asked).toEqual(['{ "Operations": [{ "data": { "act" } }] }'.length]);
  });
});
