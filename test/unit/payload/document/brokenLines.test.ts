import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../../src/core/text/lineIndex';
import { checkPayloadText } from '../../../../src/core/payload/checkPayloadText';
import { openPayload, problemsOf } from '../../../../src/core/payload/document/payloadDocument';

const SCHEMAS =
  '"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]';
const user = (id: string, more = '') =>
  `{${SCHEMAS}, "externalId": "${id}", "userName": "u${id}@contoso.com", "displayName": "U ${id}", "active": true${more}}`;
const request = (id: string) =>
  `{"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "Operations": [{"method": "POST", "bulkId": "${id}", "path": "/Users", "data": ${user(id)}}], "failOnErrors": null}`;

/** `line code`, and the number that the message names. */
function found(text: string): readonly string[] {
  const index = new LineIndex(text);
  return checkPayloadText(text).problems.map(({ code, span, message }) => {
    const named = /^Line (\d+) of this NDJSON text is not a JSON document\. ./.exec(message)?.[1];
    return `${index.positionAt(span.start).line + 1} ${code}${named === undefined ? '' : ` ${named}`}`;
  });
}

const lines = (broken: string, place: number, one = user) => {
  const all = ['1', '2', '3', '4'].map((id) => one(id));
  all.splice(place - 1, 0, broken);
  return all.join('\n');
};

describe('a text of a document on each line, one of them broken', () => {
  it.each([
    ['ends too early', user('9').slice(0, 60)],
    ['ends within its last object', user('9').slice(0, -1)],
    ['has a comma too much', `${user('9').slice(0, -1)},}`],
    ['has a comma after it', `${user('9')},`],
    ['has a bracket too much', `${user('9')}}`],
    ['has no colon', user('9').replace('"userName":', '"userName"')],
    ['begins with something else', `info: ${user('9')}`],
    ['is not JSON', 'Done.'],
  ])('names the line that %s, and no other', (_, broken) => {
    for (const place of [1, 3, 5]) {
      expect(found(lines(broken, place))).toEqual([`${place} json.syntax ${place}`]);
      expect(found(lines(broken, place, request))).toEqual([`${place} json.syntax ${place}`]);
    }
  });

  it('counts blank lines, and takes any line end', () => {
    const text = `\uFEFF${user('1')}\r\n\r\n${user('2').slice(0, -5)}\r\n${user('3')}\r\n`;
    expect(found(text)).toEqual(['1 json.byte-order-mark', '3 json.syntax 3']);
  });

  it('has the problems of the other lines', () => {
    const text = [user('1', ', "title": 7'), user('2').slice(0, -3), user('1'), '{"name": "Ada"}', user('5')].join(
      '\n',
    );
    expect(found(text)).toEqual([
      '1 payload.wrong-type',
      '2 json.syntax 2',
      '3 payload.duplicate-external-id',
      '4 payload.unrecognised',
    ]);
  });

  it('is one in the editor, too', () => {
    const text = lines(user('9').slice(0, 60), 3);
    expect(problemsOf(openPayload(text))).toEqual(checkPayloadText(text).problems);
  });
});

describe('a text that is not lines of documents', () => {
  it.each([
    ['a request on several lines', JSON.stringify(JSON.parse(request('1')), undefined, 2).replace('"POST",', '"POST"')],
    [
      'operations on a line each',
      request('1').replace('"Operations": [', '"Operations": [\n').replace('], "fail', ',]\n, "fail'),
    ],
    ['a list', `[\n${user('1')},\n${user('2')},\n${user('3')}\n}`],
    ['one broken line', user('1').slice(0, -4)],
    ['a broken line below other text', `Users:\n${user('1').slice(0, -4)}`],
  ])('is not read as such: %s', (_, text) => {
    expect(found(text).join()).toMatch(/json\.syntax(?! \d)/);
    expect(
      checkPayloadText(text)
        .problems.map(({ message }) => message)
        .join(),
    ).not.toContain('NDJSON');
  });
});
