import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bulkBody, person } from '../../support/people';
import type { Ended, RunningCli } from '../support/runCli';
import { Workplace } from '../support/runCli';

interface Announcement {
  readonly endpoint: string;
  readonly graph: string;
  readonly token: string;
}

interface Started {
  readonly cli: RunningCli;
  readonly told: Announcement;
}

let place: Workplace;
beforeEach(() => (place = new Workplace()));
afterEach(() => place.remove());

/** Cycles come at once. */
async function start(folder = 'tenant', ...options: readonly string[]): Promise<Started> {
  const cli = place.start(['sandbox', '--state', folder, '--clock', '1000', ...options]);
  return { cli, told: JSON.parse(await cli.line('out', /./)) as Announcement };
}

function end({ cli }: Started, signal: NodeJS.Signals = 'SIGINT'): Promise<Ended> {
  cli.process.kill(signal);
  return cli.ended;
}

async function upload({ told: { endpoint, token } }: Started, body: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' };
  return fetch(endpoint, { method: 'POST', headers, body });
}

async function names({ told: { graph, token } }: Started): Promise<readonly string[]> {
  const answer = await fetch(`${graph}/v1.0/users`, { headers: { Authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { value: { displayName: string }[] }).value.map((user) => user.displayName);
}

/** Waits until cycles have made these people. */
async function untilThere(started: Started, ...expected: readonly string[]): Promise<void> {
  await expect.poll(async () => [...(await names(started))].sort(), { timeout: 20_000 }).toEqual([...expected].sort());
}

const saved = (): string => readFileSync(join(place.path, 'tenant', 'sandbox-tenant.json'), 'utf8');

describe('a sandbox with a folder', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('has what it answered 202 after %s', async (signal) => {
    // A day passes before a cycle takes it up
    const first = await start('tenant', '--scenario', 'paused-job');
    expect((await upload(first, bulkBody(person('1')))).status).toBe(202);
    await end(first, signal);
    const second = await start();
    await untilThere(second, 'Person 1');
    await end(second);
  });

  it('refuses an upload that could not be saved, and saves the next', async () => {
    const sandbox = await start();
    const deep = bulkBody(person('1')).replace('"active"', `"x":${'['.repeat(10_000)}${']'.repeat(10_000)},"active"`);
    const answer = await upload(sandbox, deep);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'BadRequest', innerError: {} } });
    expect((await upload(sandbox, bulkBody(person('2')))).status).toBe(202);
    await untilThere(sandbox, 'Person 2');
    expect(await end(sandbox)).toMatchObject({ code: 0, err: '' });
    expect(saved()).toContain('Person 2');
  });

  it.skipIf(process.platform === 'win32')('says at once and at the end that it cannot be saved', async () => {
    const sandbox = await start();
    await upload(sandbox, bulkBody(person('1')));
    await untilThere(sandbox, 'Person 1');
    const folder = join(place.path, 'tenant');
    await expect.poll(saved, { timeout: 20_000 }).toContain('Person 1');
    renameSync(folder, join(place.path, 'good'));
    writeFileSync(folder, '');
    const refused = upload(sandbox, bulkBody(person('2')));
    expect(await sandbox.cli.line('err', /cannot be saved/)).toContain(folder);
    expect((await refused).status).toBe(503);
    const { code, err } = await end(sandbox);
    expect(code).toBe(5);
    expect(err).toMatch(/Stopped, but not everything was saved\. .*tenant: it is not a folder/);
    expect(err).toMatch(/The last save is of .*, with 1 account, .* The sandbox ended with/);
    // What was kept last is whole
    rmSync(folder);
    renameSync(join(place.path, 'good'), folder);
    const again = await start();
    expect(await names(again)).toContain('Person 1');
    await end(again);
  });

  it.skipIf(process.platform === 'win32')('makes a folder again that was deleted', async () => {
    const sandbox = await start();
    rmSync(join(place.path, 'tenant'), { recursive: true });
    expect((await upload(sandbox, bulkBody(person('1')))).status).toBe(202);
    expect((await end(sandbox)).code).toBe(0);
    const again = await start();
    await untilThere(again, 'Person 1');
    await end(again);
  });

  it('is alone in it, on any path to it, and says who it is; its death frees the folder', async () => {
    const first = await start();
    symlinkSync('tenant', join(place.path, 'link'), 'junction');
    for (const path of ['tenant', './tenant/', 'link']) {
      const { code, out, err } = await place.run(['sandbox', '--state', path]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(new RegExp(`in use by another sandbox \\(process ${first.cli.process.pid ?? 0}, started 20`));
    }
    expect((await upload(first, bulkBody(person('1')))).status).toBe(202);
    await end(first, 'SIGKILL');
    const second = await start();
    await untilThere(second, 'Person 1');
    expect((await end(second)).code).toBe(0);
  });

  it('leaves a damaged journal as it is, and says so', async () => {
    const first = await start('tenant', '--scenario', 'paused-job');
    await upload(first, bulkBody(person('1')));
    await upload(first, bulkBody(person('2')));
    await end(first, 'SIGKILL');
    const folder = join(place.path, 'tenant');
    const name = readdirSync(folder).find((each) => each.includes('uploads')) ?? '';
    const journal = readFileSync(join(folder, name), 'utf8');
    const damaged = journal.replace('Person 1', 'Person X');
    writeFileSync(join(folder, name), damaged);
    const { code, err } = await place.run(['sandbox', '--state', 'tenant']);
    expect(code).toBe(2);
    expect(err).toContain(`${name} is damaged or was changed by hand (line 1). It was left unchanged.`);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(damaged);
    // The last line may be torn: its upload was never answered
    writeFileSync(join(folder, name), journal.slice(0, -20));
    const again = await start();
    await untilThere(again, 'Person 1');
    await end(again);
  });

  it.skipIf(process.platform === 'win32')('is not started in what cannot be one', async () => {
    place.write('file', '');
    mkdirSync(join(place.path, 'taken', 'sandbox-tenant.json'), { recursive: true });
    for (const path of ['file', 'file/below', '/dev/null', '/proc/tenant', 'taken']) {
      const { code, out, err } = await place.run(['sandbox', '--state', path]);
      expect({ path, code, out }).toEqual({ path, code: 2, out: '' });
      expect(err).toContain(path);
    }
  });
});
