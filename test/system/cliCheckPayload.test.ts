import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { textLike } from '../support/matchers';
import { Workplace } from './support/runCli';

const place = new Workplace();
afterAll(() => place.remove());

function published(name: string): Uint8Array {
  return readFileSync(new URL(`../data/csv2scim/${name}`, import.meta.url));
}

const USER = `{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
  "externalId": "701984",
  "userName": "ana@contoso.com",
  "active": true
}
`;

describe('check of a payload', () => {
  it.each(['ana.json', 'ana.JSON', 'ana.txt', 'ana'])(
    'reports nothing about a correct one with any name: %s',
    async (name) => {
      place.write(name, USER);
      expect(await place.run(['check', name])).toEqual({ code: 0, out: '', err: '' });
    },
  );

  it("prints what is wrong with Microsoft's sample, and exits with 0, for the service takes it", async () => {
    place.write('sample.json', published('Sample-CSV-2-SCIM-payload.json'));
    const { code, out, err } = await place.run(['check', 'sample.json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^sample\.json:7:17: information: .*\[payload\.path\]\nsample\.json:9:24: warning: /);
    expect(out.trimEnd().split('\n')).toHaveLength(31);
  });

  it.each([
    ['a wrong type', USER.replace('true', '"true"'), /^a\.json:5:13: error: .*\[payload\.wrong-type\]\n$/],
    ['what is not JSON', USER.replace('"701984",', '"701984"'), /^a\.json:3:24: error: .*\[json\.syntax\]\n/],
    ['JSON that was encoded twice', JSON.stringify(USER), /^a\.json:1:1: error: .*\[payload\.encoded-twice\]\n$/],
    [
      'bytes that are not UTF-8',
      Buffer.from(USER.replace('ana@', 'añá@'), 'latin1'),
      /^a\.json:4:17: error: The byte at offset \d+ \(0xF1.*\[json\.syntax\]\n$/,
    ],
    ['UTF-16', Buffer.from(`\uFEFF${USER}`, 'utf16le'), /^a\.json:1:1: error: .*\[json\.syntax\]\n$/],
    [
      'JSON that is not a payload',
      published('postman-non-scim-body.json'),
      /^a\.json:1:1: error: .*\[payload\.unrecognised\]\n$/,
    ],
    ['nothing', '', /^a\.json:1:1: error: .*\[json\.syntax\]\n$/],
  ])('tells of %s, and exits with 1', async (_, content, line) => {
    place.write('a.json', content);
    const { code, out, err } = await place.run(['check', 'a.json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(line);
  });

  it('takes mappings and payloads in one call, as text, JSON and SARIF', async () => {
    place.write('m.scimmap', 'externalId = [Id]\nuserName = [U]\nactive = "True"\nnickname2 = [N]\n');
    place.write('a.json', USER.replace('true', 'null'));
    const words = ['check', 'm.scimmap', 'a.json'];
    const codes = ['mapping.unknown-attribute', 'payload.missing-attribute'];
    const { out } = await place.run(words);
    expect(out.trimEnd().split('\n')).toEqual(codes.map((code) => textLike(new RegExp(`\\[${code}\\]$`))));
    const json = await place.run([...words, '--format', 'json']);
    expect(JSON.parse(json.out)).toMatchObject(codes.map((code) => ({ code })));
    const sarif = await place.run([...words, '--format', 'sarif']);
    expect(JSON.parse(sarif.out)).toMatchObject({
      runs: [
        { tool: { driver: { rules: codes.map((id) => ({ id })) } }, results: codes.map((ruleId) => ({ ruleId })) },
      ],
    });
  });

  it('lets levels be set, but for what is not JSON', async () => {
    place.write('a.json', USER.replace('true', '"true"'));
    expect(await place.run(['check', 'a.json', '--level', 'payload.wrong-type=warning'])).toMatchObject({ code: 0 });
    expect(await place.run(['check', 'a.json', '--level', 'payload.wrong-type=off'])).toMatchObject({ out: '' });
    place.write('a.json', `${USER},`);
    expect(await place.run(['check', 'a.json', '--level', 'json.syntax=off'])).toMatchObject({ code: 1 });
  });

  it.each([
    ['a.csv', 'Id,User\n1,ana\n', /a\.csv cannot be checked: FILE is a mapping/],
    ['none.json', undefined, /none\.json cannot be read/],
  ])('refuses %s', async (name, content, reason) => {
    if (content !== undefined) place.write(name, content);
    const { code, err } = await place.run(['check', name]);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
  });
});
