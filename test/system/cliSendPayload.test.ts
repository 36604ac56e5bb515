import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLines, Workplace } from './support/runCli';

const place = new Workplace();
afterAll(() => place.remove());

const published = readFileSync(new URL('../data/csv2scim/postman-bulk-request.json', import.meta.url));

describe('send of a payload', () => {
  it('sends a bulk request as it is, and says what became of every person', async () => {
    place.write('three.json', published);
    const words = ['send', 'three.json', '--connection', 'sandbox', '--wait', '--format', 'json'];
    const { code, out, err } = await place.run(words);
    expect({ code, err }).toMatchObject({ code: 0 });
    const [account] = jsonLines(out) as readonly {
      records: readonly { externalId: string; state: string; line: number }[];
    }[];
    expect(account?.records.map(({ externalId }) => externalId)).toEqual(['521195', '521193', '521194']);
    expect(account?.records.every(({ state }) => state === 'created')).toBe(true);
  });

  it('sends nothing that has an error, and says it in the words of check', async () => {
    place.write('wrong.json', published.toString().replace('"active": true', '"active": "true"'));
    const told = await place.run(['check', 'wrong.json']);
    const { code, out, err } = await place.run(['send', 'wrong.json', '--connection', 'sandbox']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(`${told.out}Nothing was sent: correct the errors of the payload.\n`);
    expect(err).toContain('[payload.wrong-type]');
  });

  it('does not take an extract for a payload', async () => {
    place.write('a.csv', 'Id\n1\n');
    const { code, err } = await place.run(['send', 'a.csv', '--connection', 'sandbox']);
    expect(code).toBe(2);
    expect(err).toContain('Missing option --mapping');
  });
});
