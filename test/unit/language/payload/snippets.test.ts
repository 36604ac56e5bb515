import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBulkRequest } from '../../../../src/core/scim/bulkRequest';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')) as unknown;
const snippets = Object.entries(read('snippets/payload.json') as Readonly<Record<string, Snippet>>);

/** The text of a snippet whose placeholders are left as they are, the first choice taken. */
function filledIn({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1');
}

const PERSON = '"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "externalId": "1", "active": true';
const URN = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

/** The request around a snippet. */
function requestWith(snippet: Snippet): string {
  const text = filledIn(snippet);
  if (snippet.prefix === 'scim-request') return text;
  const data = text.startsWith('{') ? text : `{ ${PERSON}, ${text} }`;
  const operation = `{ "method": "POST", "bulkId": "1", "path": "/Users", "data": ${data} }`;
  return `{ "schemas": ["${URN}"], "Operations": [${snippet.prefix === 'scim-operation' ? text : operation}] }`;
}

describe('snippets of payloads', () => {
  it.each(snippets)('%s, filled in, belongs to a request that is taken', (_, snippet) => {
    expect(readBulkRequest(requestWith(snippet))).toHaveProperty('request');
    expect(snippet.prefix).toMatch(/^scim-[a-z]+$/);
    expect(snippet.description).not.toBe('');
  });

  it('prefixes are different, and VS Code offers them in JSON', () => {
    expect(new Set(snippets.map(([, { prefix }]) => prefix)).size).toBe(snippets.length);
    const { contributes } = read('package.json') as {
      readonly contributes: { readonly snippets: readonly { readonly language: string; readonly path: string }[] };
    };
    const own = contributes.snippets.filter(({ path }) => path === './snippets/payload.json');
    expect(own.map(({ language }) => language)).toEqual(['json', 'jsonc']);
  });
});
