import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { checkPayloadText } from '../../../src/core/payload/checkPayloadText';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { decodeJson } from '../../../src/extract/encoding/decodeJson';

const BEGINNING = '{"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],\n "Operations": [';

/** A request with one operation that is partly wrong. */
function request(data: string, end = ']}'): string {
  const resource = `{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "externalId": "1", "active": true, ${data}}`;
  return `${BEGINNING}\n {"method": "POST", "bulkId": "1", "path": "/Users", "data": ${resource}}${end}`;
}

/** What is found, by code and place: `code@line:column`, counted from 1. */
function found(text: string): readonly string[] {
  const index = new LineIndex(text);
  return checkPayloadText(text).problems.map(({ code, span }) => {
    const { line, character } = index.positionAt(span.start);
    return `${code}@${line + 1}:${character + 1}`;
  });
}

const codes = (text: string) => [...new Set(found(text).map((each) => each.split('@')[0]))];

describe('bad input: texts of JSON and of mappings', () => {
  it.each([
    ['a comma that is missing', request('"title": "a" "nickName": "b"'), 3],
    ['a comma too many', request('"title": "a",'), 3],
    ['a quote that is not closed', request('"title": "a'), 3],
    ['text after the end', `${request('"title": "a"')}\n, more`, 4],
    ['a comment', request('"title": "a" // why'), 3],
  ])('B49 broken syntax is reported with its line: %s', (_, text, line) => {
    const syntax = found(text).filter((each) => each.startsWith('json.syntax@'));
    expect(syntax.length).toBeGreaterThan(0);
    expect(syntax[0]).toMatch(new RegExp(`@${line}:`));
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  it('B49 a byte order mark is a warning', () => {
    expect(found(`\uFEFF${request('"title": "a"')}`)).toContain('json.byte-order-mark@1:1');
    expect(checkPayloadText(`\uFEFF${request('"title": "a"')}`).problems.map(({ severity }) => severity)).not.toContain(
      'error',
    );
  });

  it('B49 every mistake is reported, not only the first', () => {
    const two = `${BEGINNING}\n {"method" "POST"},\n {"bulkId" "2"}]}`;
    expect(found(two).filter((each) => each.startsWith('json.syntax@'))).toEqual([
      'json.syntax@3:10',
      'json.syntax@4:10',
    ]);
  });

  it('B49 a duplicate name is an error, and not "the last one wins"', () => {
    expect(codes(request('"title": "a", "title": "b"'))).toContain('json.duplicate-member');
  });

  it('B49 bytes that are not UTF-8 are reported with their line', () => {
    const [head, tail] = request('"title": "?"').split('?');
    const bytes = Buffer.concat([Buffer.from(head ?? ''), Buffer.from([0xfc]), Buffer.from(tail ?? '')]);
    const { problems } = decodeJson(bytes);
    expect(problems.map(({ code, message }) => [code, /line 3/i.test(message)])).toEqual([['json.syntax', true]]);
  });

  it('B49 more than 10 MiB is not read', () => {
    expect(codes(request(`"title": "${' '.repeat(10 * 1024 * 1024)}"`))).toEqual(['json.too-large']);
  });

  it('B49 a mapping: every mistake, and a duplicate path', () => {
    const { problems } = loadMapping('title = \ntitle = [A]\ntitle = [B]\nnickName == [C]\n');
    const lines = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(lines).toContain('mapping.duplicate-path');
    expect(lines.filter((code) => code === 'mapping.syntax' || code.startsWith('expression.')).length).toBeGreaterThan(
      1,
    );
  });

  it.each([
    ['nesting', request(`"title": ${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'json.too-deep'],
    ['a list', request(`"emails": [${'{},'.repeat(10_000)}{}]`), 'json.too-large'],
    ['a text', request(`"title": "${'x'.repeat(1_048_577)}"`), 'json.too-large'],
  ])('B50 too much is reported before it is read: %s', (_, text, code) => {
    expect(codes(text)).toContain(code);
  });
});
