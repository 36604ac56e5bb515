import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workplace } from './support/runCli';

const ID = '0f0f0f0f-1111-2222-3333-444444444444';
const SECRET = 's3cret-of-the-variable';
const whole = {
  kind: 'tenant',
  name: 'Contoso production',
  cloud: 'global',
  tenantId: ID,
  servicePrincipalId: ID,
  jobId: 'API2AAD.x.y',
  production: true,
  signIn: { kind: 'clientSecret', clientId: ID, secret: { file: 'secret.txt' } },
};

let place: Workplace;
beforeEach(() => {
  place = new Workplace({ ENTRA_CLIENT_SECRET: SECRET });
  place.write('c.json', JSON.stringify(whole));
  place.write('secret.txt', SECRET);
});
afterEach(() => place.remove());

describe('connections', () => {
  it('are added, listed, shown, exported, and removed, without a secret', async () => {
    expect(await place.run(['connections', '--format', 'json'])).toMatchObject({ code: 0, out: '[]\n' });
    expect(await place.run(['connections', 'add', 'c.json'])).toMatchObject({
      code: 0,
      out: 'Added Contoso production.\n',
      err: '',
    });
    const kept = { ...whole, signIn: { ...whole.signIn, secret: { file: join(place.path, 'secret.txt') } } };
    const list = await place.run(['connections', 'list', '--format', 'json']);
    expect([list.code, JSON.parse(list.out)]).toEqual([0, [kept]]);
    const text = await place.run(['connections']);
    expect(text.out).toBe(`Contoso production  global  ${ID}  clientSecret  production\n`);
    const shown = await place.run(['connections', 'show', 'CONTOSO Production']);
    expect(shown.out).toContain(`file ${join(place.path, 'secret.txt')}`);
    const exported = await place.run(['connections', 'show', 'Contoso production', '--format', 'json']);
    expect(JSON.parse(exported.out)).toEqual(kept);
    expect(await place.run(['connections', 'remove', 'contoso production'])).toMatchObject({ code: 0, err: '' });
    place.write('again.json', exported.out);
    expect(await place.run(['connections', 'add', 'again.json'])).toMatchObject({ code: 0, err: '' });
    for (const { out, err } of [list, text, shown, exported]) expect(out + err).not.toContain(SECRET);
  });

  it('are added by one of several calls that add a name at the same time', async () => {
    const calls = await Promise.all([1, 2, 3, 4].map(() => place.run(['connections', 'add', 'c.json'])));
    expect(calls.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2]);
    expect(readdirSync(join(place.state, 'connections'))).toEqual(['tenant-contoso-production.connection.json']);
  });

  it.skipIf(process.platform === 'win32')('are for the eyes of this user alone', async () => {
    await place.run(['connections', 'add', 'c.json']);
    const folder = join(place.state, 'connections');
    const files = readdirSync(folder);
    expect(files).toEqual(['tenant-contoso-production.connection.json']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of files) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it.each<readonly [what: string, words: readonly string[], said: string]>([
    ['an unknown action', ['rename', 'x'], 'connections takes list, show, add or remove, not "rename".'],
    ['no name', ['show'], 'connections show needs the name of a connection.'],
    ['no file', ['add'], 'connections add needs a file.'],
    ['an argument of list', ['list', 'x'], 'connections list does not take an argument.'],
    ['an unknown name', ['show', 'x\u001b[2J'], 'Unknown connection "x\\u001b[2J".'],
    ['an unknown name to remove', ['remove', '../c'], 'Unknown connection "../c".'],
    ['a missing file', ['add', 'no.json'], 'no.json cannot be read: there is no such file.'],
    ['a wrong file', ['add', 'wrong.json'], 'wrong.json is not a connection file. Invalid "signIn.secret".'],
  ])('refuse %s with code 2', async (_, words, said) => {
    place.write('wrong.json', JSON.stringify({ ...whole, signIn: { ...whole.signIn, secret: SECRET } }));
    const { code, out, err } = await place.run(['connections', ...words]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toContain(SECRET);
  });

  it('refuse a name that is taken, and say which kept file is none', async () => {
    await place.run(['connections', 'add', 'c.json']);
    place.write('c.json', JSON.stringify({ ...whole, name: 'CONTOSO PRODUCTION' }));
    expect(await place.run(['connections', 'add', 'c.json'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('A connection named "CONTOSO PRODUCTION" already exists.') as unknown,
    });
    mkdirSync(join(place.state, 'connections'), { recursive: true });
    writeFileSync(join(place.state, 'connections', 'x.connection.json'), '{}', { mode: 0o600 });
    const { code, out, err } = await place.run(['connections']);
    expect([code, out.split('\n').length]).toEqual([1, 2]);
    expect(err).toContain('x.connection.json is not a connection. Its "kind" must be');
  });
});

describe('--connection', () => {
  it.each(['Contoso production', './c.json'])('finds %s, and says what signing in misses', async (connection) => {
    await place.run(['connections', 'add', 'c.json']);
    rmSync(join(place.path, 'secret.txt'));
    const { code, out, err } = await place.run(['logs', '--connection', connection]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(
      /^The client secret cannot be read\. Nothing was sent\. .*secret\.txt cannot be read: there is no such file/,
    );
  });

  it('says of an unknown word that it is neither a file nor a connection', async () => {
    const { code, err } = await place.run(['logs', '--connection', 'prod']);
    expect(code).toBe(2);
    expect(err).toContain('It is not the name of a connection either');
  });
});
