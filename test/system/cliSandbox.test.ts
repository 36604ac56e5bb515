import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bulkBody, person } from '../support/people';
import type { RunningCli } from './support/runCli';
import { Workplace } from './support/runCli';

interface Announcement {
  readonly endpoint: string;
  readonly graph: string;
  readonly token: string;
}

const NAME = 'Zebulon Quartermain';

let place: Workplace;
beforeEach(() => (place = new Workplace()));
afterEach(() => place.remove());

async function start(...options: string[]): Promise<{ readonly cli: RunningCli; readonly told: Announcement }> {
  const cli = place.start(['sandbox', ...options]);
  return { cli, told: JSON.parse(await cli.line('out', /./)) as Announcement };
}

async function stop(cli: RunningCli): Promise<void> {
  cli.process.kill('SIGINT');
  expect(await cli.ended).toMatchObject({ code: 0, err: '' });
}

const upload = async ({ endpoint, token }: Announcement): Promise<number> => {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' };
  return (await fetch(endpoint, { method: 'POST', headers, body: bulkBody(person('1', { displayName: NAME })) }))
    .status;
};

const users = async ({ graph, token }: Announcement): Promise<readonly { readonly displayName: string }[]> => {
  const answer = await fetch(`${graph}/v1.0/users`, { headers: { Authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { value: { displayName: string }[] }).value;
};

/** The files below a folder that hold these words. */
function filesWith(words: string, folder = place.path): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path, 'utf8').includes(words));
}

describe('a sandbox from the command line', () => {
  it('keeps nobody on disk by default', async () => {
    const { cli, told } = await start();
    expect(await upload(told)).toBe(202);
    await stop(cli);
    expect(filesWith(NAME)).toEqual([]);
  });

  it('makes sign-in names in the domain that is named', async () => {
    const { cli, told } = await start('--domain', 'northwind.com');
    const headers = { Authorization: `Bearer ${told.token}` };
    const answer = await fetch(`${told.graph}/v1.0/domains`, { headers });
    expect(await answer.json()).toMatchObject({ value: [{ id: 'northwind.com', isDefault: true }] });
    await stop(cli);
  });

  it('with a folder goes on where it stopped', async () => {
    const first = await start('--state', 'tenant', '--clock', '1000');
    expect(await upload(first.told)).toBe(202);
    await stop(first.cli);
    expect(filesWith(NAME)).toEqual([join(place.path, 'tenant', 'sandbox-tenant.json')]);
    const second = await start('--state', 'tenant', '--clock', '1000');
    for (;;) {
      // The staged record is processed in the first two thousandths of a second
      const [user] = await users(second.told);
      if (user === undefined) continue;
      expect(user.displayName).toBe(NAME);
      break;
    }
    await stop(second.cli);
  });

  it('starts in a scenario, with the endpoint of the job that it is about', async () => {
    const { cli, told } = await start('--scenario', 'agent-down');
    expect(told.endpoint).toContain('/jobs/API2AD.');
    expect(await upload(told)).toBe(202);
    await stop(cli);
    const without = await start('--scenario', 'missing-permission');
    expect(await upload(without.told)).toBe(403);
    await stop(without.cli);
  });

  it('loads users, and tells of those that it leaves out', async () => {
    place.write('users.csv', `userPrincipalName,displayName\nz@contoso.com,${NAME}\n`);
    const { cli, told } = await start('--users', 'users.csv');
    expect(await users(told)).toMatchObject([{ displayName: NAME }]);
    await stop(cli);
    place.write('users.json', '{ "value": [{ "displayName": "No id" }] }');
    const other = await start('--users', 'users.json');
    expect(await users(other.told)).toEqual([]);
    other.cli.process.kill('SIGINT');
    expect((await other.cli.ended).err).toBe(
      'users.json: value[0].id: A user needs an "id", a text that is not empty. The user is left out.\n',
    );
  });

  it.each([
    ['users.json', '[1,2', 'This is not JSON (line 1).'],
    ['users.json', '', 'This is not JSON'],
    ['users.json', '\0\0\0', 'This is not JSON'],
    ['users.json', '{}', 'The users are expected in a list called "value"'],
    ['users.csv', '', 'users.csv: '],
  ])('does not start with %s of %j', async (name, text, message) => {
    place.write(name, text);
    const { code, out, err } = await place.run(['sandbox', '--users', name]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(`The sandbox was not started: correct ${name}.\n`);
    expect(readdirSync(place.state)).toEqual([]);
  });

  it.each([
    [['--scenario', 'stormy'], '--scenario takes one of healthy, throttled,'],
    [['--clock', '0'], '--clock takes a whole number from 1 to 100000'],
    [['--users', 'none.json'], 'none.json cannot be read'],
    [['--state', 'broken'], 'is not a sandbox tenant of this version'],
  ])('%j is a usage error', async (options, message) => {
    place.write('sandbox-tenant.json', '{}');
    const call = options.map((option) => (option === 'broken' ? '.' : option));
    const { code, out, err } = await place.run(['sandbox', ...call]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
