import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bulkBody, person } from '../support/people';
import { Stranger } from '../support/stranger';
import type { RunningCli } from './support/runCli';
import { Workplace } from './support/runCli';

interface Started {
  readonly cli: RunningCli;
  readonly connection: string;
  readonly port: number;
  readonly upload: () => Promise<number>;
}

let place: Workplace;
beforeEach(() => (place = new Workplace()));
afterEach(() => place.remove());

async function start(...options: string[]): Promise<Started> {
  const cli = place.start(['sandbox', ...options]);
  const told = JSON.parse(await cli.line('out', /./)) as Record<'endpoint' | 'graph' | 'token' | 'connection', string>;
  const upload = async (): Promise<number> => {
    const headers = { Authorization: `Bearer ${told.token}`, 'Content-Type': 'application/scim+json' };
    return (await fetch(told.endpoint, { method: 'POST', headers, body: bulkBody(person('1')) })).status;
  };
  return { cli, connection: told.connection, port: Number(new URL(told.graph).port), upload };
}

async function kill({ cli }: Started): Promise<void> {
  cli.process.kill('SIGKILL');
  await cli.ended;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

const removed = (connection: string): string =>
  `Removed the connection file ${connection}: its sandbox is no longer running.\n`;

describe('a sandbox that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s keeps its people, takes its file away, closes its port and ends with 0',
    async (signal) => {
      const sandbox = await start('--state', 'tenant', '--clock', '1000');
      expect(await sandbox.upload()).toBe(202);
      sandbox.cli.process.kill(signal);
      expect(await sandbox.cli.ended).toMatchObject({ code: 0, err: '' });
      expect(existsSync(sandbox.connection)).toBe(false);
      expect(await isOpen(sandbox.port)).toBe(false);
      const saved = readdirSync(join(place.path, 'tenant')).map((name) => join(place.path, 'tenant', name));
      expect(saved.map((path) => readFileSync(path, 'utf8')).join('')).toContain(person('1').userName);
    },
  );

  it.each([
    ['SIGINT', 'SIGINT'],
    ['SIGTERM', 'SIGHUP'],
    ['SIGHUP', 'SIGTERM'],
  ] as const)('by %s and %s leaves no file', async (first, second) => {
    const { cli, connection } = await start('--state', 'tenant');
    cli.process.kill(first);
    cli.process.kill(second);
    await cli.ended;
    expect(existsSync(connection)).toBe(false);
  });
});

describe('the connection file of a killed sandbox', () => {
  it.each([
    ['nobody has its port', false],
    ['a stranger has its port', true],
  ])('is removed at the next start, when %s', async (_, isTaken) => {
    const [dead, living] = [await start(), await start()];
    await kill(dead);
    const stranger = isTaken ? await Stranger.listen(dead.port) : undefined;
    const next = await start();
    await expect.poll(() => existsSync(dead.connection), { timeout: 20_000 }).toBe(false);
    expect([existsSync(living.connection), existsSync(next.connection)]).toEqual([true, true]);
    // Either of them may have met it first
    for (const { cli } of [living, next]) cli.process.kill('SIGINT');
    const [first, second] = await Promise.all([living.cli.ended, next.cli.ended]);
    expect([first.code, second.code, first.err + second.err]).toEqual([0, 0, removed(dead.connection)]);
    expect(stranger?.requests ?? []).toEqual([]);
    await stranger?.close();
  });

  it('is removed when a call meets it, which says so', async () => {
    const dead = await start();
    await kill(dead);
    const { code, err } = await place.run(['logs', '--connection', 'sandbox', '--format', 'json']);
    expect(code).toBe(3);
    expect(err.split('\n')[0]).toBe(JSON.stringify({ message: removed(dead.connection).trim() }));
    expect(readdirSync(place.state)).toEqual([]);
  });

  it('that is named to a call says that the sandbox has stopped, and how to start one', async () => {
    const { connection, port, cli } = await start();
    copyFileSync(connection, join(place.path, 'old.json'));
    cli.process.kill('SIGINT');
    await cli.ended;
    const { code, err } = await place.run(['logs', '--connection', 'old.json']);
    expect(code).toBe(3);
    expect(err).toContain(`The sandbox at 127.0.0.1:${port} is no longer running (ECONNREFUSED).`);
    expect(err).toContain('entra-inbound sandbox');
    expect(err).not.toContain('network');
  });

  it('is replaced by that of a sandbox at the same port', async () => {
    const dead = await start();
    copyFileSync(dead.connection, join(place.path, 'old.json'));
    await kill(dead);
    const next = await start('--port', String(dead.port));
    expect(next.connection).toBe(dead.connection);
    expect((await place.run(['logs', '--connection', next.connection])).code).toBe(0);
    const old = await place.run(['logs', '--connection', 'old.json']);
    expect(old.code).toBe(3);
    expect(old.err).toContain(
      `The program that answers at 127.0.0.1:${dead.port} is not the sandbox of this connection.`,
    );
  });

  it('stays while what answers does not say what it is', async () => {
    const dead = await start();
    await kill(dead);
    const closing = await Stranger.listen(dead.port, (_, socket) => void socket.destroy());
    const { cli } = await start();
    await expect.poll(() => closing.challenges, { timeout: 20_000 }).toBe(1);
    cli.process.kill('SIGINT');
    expect(await cli.ended).toMatchObject({ code: 0, err: '' });
    expect(existsSync(dead.connection)).toBe(true);
    await closing.close();
  });
});

describe('the connection file of a living sandbox', () => {
  it('is named to those who want its port', async () => {
    const { connection, port } = await start();
    const { code, out, err } = await place.run(['sandbox', '--port', String(port)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`Port ${port} already has a sandbox. Use its connection file, ${connection},`);
    expect(existsSync(connection)).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('is looked for past links, pipes and folders of such names', async () => {
    const { connection } = await start();
    const elsewhere = join(place.path, 'elsewhere.json');
    copyFileSync(connection, elsewhere);
    symlinkSync(elsewhere, join(place.state, 'sandbox-1.connection.json'));
    execFileSync('mkfifo', [join(place.state, 'sandbox-2.connection.json')]);
    mkdirSync(join(place.state, 'sandbox-3.connection.json'));
    symlinkSync('/dev/zero', join(place.state, 'sandbox-4.connection.json'));
    const read = await place.run(['logs', '--connection', 'sandbox']);
    expect(read).toMatchObject({ code: 0, out: '' });
    expect(read.err).toMatch(/^The provisioning log has no entries of this job\. .*\n$/);
    expect(readdirSync(place.state)).toHaveLength(5);
    expect(existsSync(elsewhere)).toBe(true);
  });
});
