import { describe, expect, it } from 'vitest';
import { tokenCommands } from '../../../../src/language/payload/export/tokenCommand';
import { asCurl } from '../../../../src/language/payload/export/asCurl';
import { asHttpFile } from '../../../../src/language/payload/export/asHttpFile';
import { asPowerShell } from '../../../../src/language/payload/export/asPowerShell';
import { tokenNote } from '../../../../src/language/payload/export/tokenNote';
import { EXPORTED_TEXTS } from '../../../support/exportedTexts';

describe('a request as a curl command', () => {
  it('names the token and holds none', () => {
    expect(asCurl({ text: '{}', endpoint: 'https://graph.microsoft.com/v1.0/x' })).toBe(
      [
        "curl --include --request POST 'https://graph.microsoft.com/v1.0/x' \\",
        '  --header "Authorization: Bearer $TOKEN" \\',
        "  --header 'Content-Type: application/scim+json' \\",
        "  --data-raw '{}'",
        '',
      ].join('\n'),
    );
  });
});

/** The text between the quotes of the first line that sets it, as PowerShell reads it (about_Quoting_Rules). */
function bodyOf(script: string): string {
  const quoted = /^\$body = '((?:[^'\u2018\u2019\u201A\u201B]|(['\u2018\u2019\u201A\u201B])\2)*)'\n/.exec(script)?.[1];
  if (quoted === undefined) throw new Error('The script has no body.');
  return quoted.replace(/(['\u2018\u2019\u201A\u201B])\1/g, '$1');
}

describe('a request as a PowerShell script', () => {
  it.each(EXPORTED_TEXTS)('says the same as its text: %s', (_, text) => {
    const script = asPowerShell({ text, endpoint: 'https://graph.microsoft.com/v1.0/x' });
    expect(script).toMatch(/^[\n\r\t -~]*$/);
    const body = bodyOf(script);
    const plain = body.replace(/\\u([0-9a-f]{4})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    expect(plain).toBe(text);
  });

  it('names the token, quotes the address and sends bytes', () => {
    expect(asPowerShell({ text: '{"a":"Zoë"}', endpoint: "https://x.test/servicePrincipals('1')/b" })).toBe(
      [
        `$body = '{"a":"Zo\\u00eb"}'`,
        'Invoke-RestMethod -Method Post `',
        "  -Uri 'https://x.test/servicePrincipals(''1'')/b' `",
        '  -Headers @{ Authorization = "Bearer $env:TOKEN" } `',
        "  -ContentType 'application/scim+json' `",
        '  -Body ([System.Text.Encoding]::UTF8.GetBytes($body))',
        '',
      ].join('\n'),
    );
  });
});

describe('a request as an .http file', () => {
  it('asks for the token', () => {
    expect(asHttpFile({ text: '{\n  "a": 1\n}\n', endpoint: 'https://graph.microsoft.com/v1.0/x' })).toBe(
      [
        '# @prompt token An access token of Microsoft Graph',
        'POST https://graph.microsoft.com/v1.0/x',
        'Authorization: Bearer {{token}}',
        'Content-Type: application/scim+json',
        '',
        '{',
        '  "a": 1',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('has no variable but the token', () => {
    const text = '{"a":"{{token}} {{{$guid}}}","b":{"c":{}}}';
    const file = asHttpFile({ text, endpoint: 'https://x.test/{{host}}' });
    expect(file.match(/\{\{/g)).toHaveLength(1);
    expect(JSON.parse(file.slice(file.indexOf('\n\n')))).toEqual(JSON.parse(text));
  });

  it('an address stays on its line', () => {
    expect(asHttpFile({ text: '{}', endpoint: ' https://x.test/a\nX: y ' })).toContain(
      'POST https://x.test/a%0AX:%20y\n',
    );
  });
});

describe('a command that gets a token of a sandbox', () => {
  const facts = {
    graph: 'http://127.0.0.1:1',
    tokenEndpoint: 'http://127.0.0.1:1/t/token',
    clientId: 'id',
    clientSecret: 's',
  };

  it('for PowerShell', () => {
    expect(tokenCommands.powershell(facts))
      .toBe(`$env:TOKEN = (Invoke-RestMethod -Method Post -Uri 'http://127.0.0.1:1/t/token' -Body @{
  grant_type    = 'client_credentials'
  client_id     = 'id'
  client_secret = 's'
  scope         = 'http://127.0.0.1:1/.default'
}).access_token
`);
  });
});

describe('the note about the token', () => {
  const words = { variable: 'TOKEN', sandboxCommand: 'Copy Sandbox Endpoint and choose Token for curl' };

  it('of a sandbox says that no other token is taken, and which command gets one', () => {
    expect(tokenNote({ connection: 'Sandbox', graph: 'http://127.0.0.1:4000' }, words)).toEqual([
      'TOKEN is a token of Sandbox, a sandbox tenant, which accepts no other. Valid until the sandbox stops.',
      'To get one, run Copy Sandbox Endpoint and choose Token for curl.',
    ]);
  });

  it('of a tenant says which Graph, which permission and where', () => {
    const target = {
      connection: 'Fabrikam',
      graph: 'https://graph.microsoft.us',
      signIn: 'https://login.microsoftonline.us',
    };
    const text = tokenNote(target, words).join('\n');
    for (const part of [
      'for Fabrikam',
      'https://graph.microsoft.us/.default',
      'SynchronizationData-User.Upload',
      'https://login.microsoftonline.us/TENANT-ID/oauth2/v2.0/token',
    ])
      expect(text).toContain(part);
  });

  it('holds nothing that a shell which runs comments would take for the beginning of something', () => {
    const target = {
      connection: 'a\'b\n$(rm) `x` "y" ;|&<>',
      graph: 'https://graph.microsoft.com',
      signIn: 'https://x',
    };
    expect(tokenNote(target, words).join('')).toMatch(/^[\p{L}\p{N} .,:/_-]*$/u);
  });
});
