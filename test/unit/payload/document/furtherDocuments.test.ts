import { describe, expect, it } from 'vitest';
import { checkPayloadText } from '../../../../src/core/payload/checkPayloadText';
import { changePayload, openPayload, problemsOf } from '../../../../src/core/payload/document/payloadDocument';

const SCHEMAS =
  '"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]';
const user = (id: string, more = '') =>
  `{${SCHEMAS}, "externalId": "${id}", "userName": "u${id}@contoso.com", "displayName": "U ${id}", "active": true${more}}`;
const request = (id: string, more = '') =>
  `{"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "Operations": [{"method": "POST", "bulkId": "${id}", "path": "/Users", "data": ${user(id, more)}}], "failOnErrors": null}`;

const found = (text: string) => checkPayloadText(text).problems.map(({ code, span }) => `${code}@${span.start}`);

describe('several documents in one text', () => {
  it.each([
    ['requests, a line each', [request('1'), request('2'), request('3')].join('\n')],
    ['requests with line ends and blank lines', `${request('1')}\r\n\r\n${request('2')}\r\n`],
    ['requests without anything between them', request('1') + request('2')],
    ['users', `${user('1')}\n${user('2')}`],
    ['a request and a user', `${request('1')}\n${user('2')}`],
    ['with a byte order mark', `\uFEFF${request('1')}\n${request('2')}`],
  ])('have no problems of their own: %s', (_, text) => {
    expect(found(text).filter((each) => each !== 'json.byte-order-mark@0')).toEqual([]);
  });

  it('are each checked, at its place', () => {
    const first = request('1', ', "title": 7');
    const last = user('3', ', "nickName": true');
    const text = `${first}\n${request('2')}\n${last}`;
    expect(found(text)).toEqual([
      `payload.wrong-type@${text.indexOf('7}')}`,
      `payload.wrong-type@${text.indexOf('true', text.indexOf('nickName'))}`,
    ]);
    expect(found(`${user('1', ', "title": 7')}\n${user('2')}`)).toHaveLength(1);
  });

  it('may not have one person twice', () => {
    const text = `${request('1')}\n${user('2')}\n${request('1')}`;
    expect(found(text)).toEqual([`payload.duplicate-external-id@${text.lastIndexOf('"1", "userName"')}`]);
  });

  it('are each a payload', () => {
    const text = `${request('1')}\n${request('2')}\n{"name": "Ada"}`;
    expect(found(text)).toEqual([`payload.unrecognised@${text.lastIndexOf('{')}`]);
    expect(found(`${request('1')}\n${request('2')}\n{"name": `)[0]).toMatch(/^json\.syntax@/);
    expect(found(`${request('1')}\n${request('2')}, x`)[0]).toMatch(/^json\.syntax@/);
  });

  it('do not make an extra bracket the end of a request', () => {
    expect(found(`${request('1')}, {"more": 1}`)[0]).toMatch(/^json\.syntax@/);
    expect(found(`${request('1')} {"more": 1}`)[0]).toMatch(/^json\.syntax@/);
  });

  it('are found when one is typed below the first, and gone when it is removed', () => {
    const [one, two] = [`${request('1')}\n`, request('2', ', "title": 7')];
    const alone = openPayload(one);
    const both = changePayload(alone, { start: one.length, end: one.length, text: two });
    expect(both && problemsOf(both).map(({ code }) => code)).toEqual(['payload.wrong-type']);
    const again = both && changePayload(both, { start: one.length, end: one.length + two.length, text: '' });
    expect(again && problemsOf(again)).toEqual([]);
  });
});

describe('what scripts make of a payload', () => {
  it('lists that were unwrapped are reported as such', () => {
    const text = `{"schemas": "urn:ietf:params:scim:api:messages:2.0:BulkRequest", "Operations": {"method": "POST", "bulkId": "1", "path": "/Users", "data": ${user('1')}}}`;
    const { kind, problems } = checkPayloadText(text);
    expect(kind).toBe('bulkRequest');
    expect(problems.map(({ code, message }) => [code, /^"(\w+)" must be a list/.exec(message)?.[1]])).toEqual([
      ['payload.wrong-type', 'schemas'],
      ['payload.wrong-type', 'Operations'],
    ]);
    expect(problems.every(({ message }) => message.includes('@(...)'))).toBe(true);
    const single = user('1').replace(/\["(urn:[^"]*)"[^\]]*\]/, '"$1"');
    expect(found(single)).toEqual([`payload.wrong-type@${single.indexOf('"urn:')}`]);
  });

  it('JSON that was encoded twice is reported as such, whole and in part', () => {
    expect(found(JSON.stringify(request('1')))).toEqual(['payload.encoded-twice@0']);
    expect(found(`\n${JSON.stringify(`  ${request('1')}\r\n`)}`)).toEqual(['payload.encoded-twice@1']);
    const inner = request('1').replace(
      /"data": (\{.*\})\}\]/,
      (_, data: string) => `"data": ${JSON.stringify(data)}}]`,
    );
    expect(checkPayloadText(inner).problems[0]?.message).toContain('encoded twice');
    const cut = request('1').replace(/"data": \{.*\}\}\]/, '"data": "@{schemas=System.Object[]}"}]');
    expect(checkPayloadText(cut).problems[0]?.message).toContain('-Depth 10');
  });

  it.each([
    ['a list of requests', `[${request('1')}, ${request('2')}]`, 'This is a list'],
    ['a text', '"hello"', 'This is a JSON text'],
    ['null', 'null', 'This is null'],
    ['another object', '{"a": 1}', 'the URN of either'],
  ])('what else is there is named: %s', (_, text, words) => {
    const [problem] = checkPayloadText(text).problems;
    expect(problem?.code).toBe('payload.unrecognised');
    expect(problem?.message).toContain(words);
  });

  it.each(['false', 'true', '"no"', '[]'])('failOnErrors that is %s is a warning', (value) => {
    const { problems } = checkPayloadText(request('1').replace('"failOnErrors": null', `"failOnErrors": ${value}`));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['payload.wrong-type', 'warning']]);
  });

  it.each(['null', '3'])('failOnErrors that is %s is right', (value) => {
    expect(found(request('1').replace('"failOnErrors": null', `"failOnErrors": ${value}`))).toEqual([]);
  });
});
