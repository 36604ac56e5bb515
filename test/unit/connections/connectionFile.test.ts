import { describe, expect, it } from 'vitest';
import { parseConnectionFile } from '../../../src/connections/connectionFile';
import { sandboxFile } from '../../../src/connections/file/sandboxFile';

const ID = '0f0f0f0f-1111-2222-3333-444444444444';
const JOB = `servicePrincipals/${ID}/synchronization/jobs/API2AAD.x.y/bulkUpload`;
const whole = {
  kind: 'sandbox',
  name: 'Mine',
  endpoint: `http://127.0.0.1:4000/v1.0/${JOB}`,
  tokenEndpoint: `http://127.0.0.1:4000/${ID}/oauth2/v2.0/token`,
  clientId: ID,
  clientSecret: 's3cret',
};

describe('parseConnectionFile', () => {
  it('reads the file of a sandbox', () => {
    expect(parseConnectionFile(JSON.stringify(whole))).toEqual(whole);
  });

  it('gives a sandbox without a name the usual one', () => {
    const { name, ...unnamed } = whole;
    expect(name).toBe('Mine');
    expect(parseConnectionFile(JSON.stringify(unnamed))).toEqual({ ...whole, name: 'Sandbox tenant' });
  });

  it('reads what is written of a sandbox that runs, and no more than a file holds', () => {
    const running = { ...whole, token: 'sandbox-token-x', graph: 'http://127.0.0.1:4000' };
    expect(Object.keys(sandboxFile(running))).toEqual(Object.keys(whole));
    expect(parseConnectionFile(JSON.stringify(sandboxFile(running)))).toEqual(whole);
  });

  it.each<readonly [what: string, text: string, refusal: string]>([
    ['what is not JSON', '{', 'It is not valid JSON: see '],
    ['an empty file', '', 'It is not valid JSON: see '],
    ['a list', '[]', 'It must be a JSON object.'],
    ['a text that quotes a secret', '{"clientSecret": "s3cret", ]', 'It is not valid JSON: see line 1, column 28.'],
    ['a member that is there twice', '{"kind":"sandbox",\n"kind":"tenant"}', 'Duplicate member in line 2, column 1.'],
    ['no kind', '{}', 'Its "kind" must be "tenant" or "sandbox".'],
    ['a kind that every object has', '{"kind":"toString"}', 'Its "kind" must be "tenant" or "sandbox".'],
    [
      'no members',
      '{"kind":"sandbox"}',
      'Expected a string for "endpoint", "tokenEndpoint", "clientId", "clientSecret".',
    ],
    ['a number for a string', JSON.stringify({ ...whole, clientId: 1 }), 'Expected a string for "clientId".'],
    [
      'a member that is misspelt',
      JSON.stringify({ ...whole, tokenEndPoints: 'x' }),
      'Unknown member "tokenEndPoints". Did you mean "tokenEndpoint"?',
    ],
    [
      'a member that nothing is like',
      JSON.stringify({ ...whole, production: 'the-value' }),
      'Unknown member "production". Available: kind, name, endpoint, tokenEndpoint, clientId, clientSecret.',
    ],
    [
      'an address that is none',
      JSON.stringify({ ...whole, endpoint: 'x' }),
      'This is not a provisioning API endpoint: it does not begin with "https://".',
    ],
    [
      'a real tenant',
      JSON.stringify({ ...whole, endpoint: `https://graph.microsoft.com/v1.0/${JOB}` }),
      'Its endpoint is not that of a sandbox on this machine.',
    ],
  ])('refuses %s', (_, text, refusal) => {
    const parsed = parseConnectionFile(text);
    const said = 'refusal' in parsed ? parsed.refusal : '';
    expect(said).toContain(refusal);
    expect(said).toMatch(/[.?]$/);
    expect(said).not.toContain('s3cret');
    expect(said).not.toContain('the-value');
  });
});
