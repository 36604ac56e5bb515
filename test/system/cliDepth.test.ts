import { afterAll, describe, expect, it } from 'vitest';
import { Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

const place = new Workplace();
afterAll(() => place.remove());

const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const DEEP = objects(10_000);
const REQUEST = `{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[{"method":"POST","bulkId":"1","path":"/Users","data":{"x":${DEEP}}}]}`;

place.write('a.csv', extract(3));
place.write('m.scimmap', MAPPING);
place.write('payload.json', REQUEST);
place.write('users.json', `{"value":[{"id":"1","userPrincipalName":"a@b.c","x":${DEEP}}]}`);
place.write('lists.json', '['.repeat(10_000) + ']'.repeat(10_000));
place.write('connection.json', `{"kind":"sandbox","x":${DEEP}}`);
place.write('web.json', `{"externalId":"id","x":${DEEP}}`);
place.write('open.scimmap', 'name {\n'.repeat(2000));
place.write('closed.scimmap', `${MAPPING}${'name {\n'.repeat(2000)}${'}\n'.repeat(2000)}`);
place.write('deep.psd1', `@{a=${'@{a='.repeat(10_000)}${'}'.repeat(10_001)}`);

const withDirectory = ['plan', 'a.csv', '--mapping', 'm.scimmap', '--directory'];

describe('an input that is nested too deeply is one clear problem', () => {
  it.each([
    ['send of a payload', ['send', 'payload.json', '--connection', 'sandbox'], 1, /\[json\.too-deep\]/],
    ['check of a payload', ['check', 'payload.json'], 1, /\[json\.too-deep\]/],
    ['plan with users', [...withDirectory, 'users.json'], 1, /^users\.json:1:\d+: error: .*\[json\.too-deep\]/],
    ['plan with lists', [...withDirectory, 'lists.json'], 1, /^lists\.json:1:65: error: .*\[json\.too-deep\]/],
    ['a schema', [...withDirectory, 'users.json', '--schema', 'lists.json'], 1, /lists\.json.*\[json\.too-deep\]/],
    ['a connection', ['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', 'connection.json'], 2, /nested more/],
    ['a record', ['evaluate', 'CStr([a])', '--record', objects(5_000)], 2, /nested more than 64 levels deep/],
    ['import of a web client', ['import', 'web.json'], 1, /nested more than 64 levels deep.*\[import\.not-a-mapping\]/],
    ['import of a psd1', ['import', 'deep.psd1'], 1, /\[import\./],
    ['check of a mapping', ['check', 'open.scimmap'], 1, /^open\.scimmap:17:1: error: .*\[mapping\.too-deep\]\n$/],
    ['check of a closed mapping', ['check', 'closed.scimmap'], 1, /:\d+:1: error: .*\[mapping\.too-deep\]\n$/],
    ['format of a mapping', ['format', 'open.scimmap'], 1, /\[mapping\.too-deep\]/],
    ['plan with a mapping', ['plan', 'a.csv', '--mapping', 'closed.scimmap'], 1, /\[mapping\.too-deep\]/],
  ])('%s', async (_, words, expected, said) => {
    const { code, out, err } = await place.run([...words]);
    expect(out + err).toMatch(said);
    expect(out + err).not.toContain('RangeError');
    expect(code).toBe(expected);
  });
});

describe('a mapping that multiplies texts', () => {
  const thirtySix = `"${'a'.repeat(36)}"`;
  const bomb = Array.from({ length: 5 }).reduce<string>(
    (inner) => `Replace(${inner}, "a", , , ${thirtySix}, , )`,
    thirtySix,
  );

  it('refuses the records that it would make too large, and sends the others', async () => {
    place.write('b.csv', 'Id,Bomb\n1,no\n2,yes\n3,no\n');
    const rule = `title = IIF([Bomb] = "yes", ${bomb}, "x")`;
    place.write('bomb.scimmap', `externalId = [Id]\nuserName = [Id]\nactive = "True"\n${rule}\n`);
    const { code, out, err } = await place.run(['convert', 'b.csv', '--mapping', 'bomb.scimmap']);
    expect(err).toMatch(
      /^b\.csv:3: row: title: The function returns more than the limit of 1 MiB.*\[value\.too-large\]$/m,
    );
    expect([...out.matchAll(/"externalId":"(\d)"/g)].map(([, id]) => id)).toEqual(['1', '3']);
    expect(code).toBe(1);
  });

  it('ends evaluate with an error', async () => {
    const { code, out } = await place.run(['evaluate', bomb]);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'E_SIZE' } });
    expect(code).toBe(1);
  });
});
