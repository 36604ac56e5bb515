import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxConnectionFile } from '../../src/connections/file/sandboxFile';
import { bulkBody, person } from '../support/people';
import { STOLEN_TOKEN, Stranger } from '../support/stranger';
import type { RunningCli } from './support/runCli';
import { jsonLines, Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

/** Nobody else's name: if a stranger gets it, it got people's data. */
const CANARY = 'Person 1';
const place = new Workplace();
afterAll(() => place.remove());

let sandbox: RunningCli;
let file: SandboxConnectionFile;
let connection: string;
let port: number;
let stranger: Stranger | undefined;

beforeEach(async () => {
  sandbox = place.start(['sandbox']);
  const told = JSON.parse(await sandbox.line('out', /./)) as { readonly connection: string; readonly graph: string };
  const text = readFileSync(told.connection, 'utf8');
  file = JSON.parse(text) as SandboxConnectionFile;
  connection = place.write('c.json', text);
  port = Number(new URL(told.graph).port);
});
afterEach(() => stranger?.close());

/** As the kernel ends a process that used too much memory: no handler runs. */
async function killAndTakePort(): Promise<Stranger> {
  sandbox.process.kill('SIGKILL');
  if (sandbox.process.exitCode === null && sandbox.process.signalCode === null) await once(sandbox.process, 'exit');
  return (stranger = await Stranger.listen(port));
}

function expectOnlyChallenges({ received, requests }: Stranger): void {
  expect(requests).toEqual([]);
  for (const secret of [file.clientSecret, file.clientId, STOLEN_TOKEN, 'sandbox-token-', CANARY, 'Authorization'])
    expect(received).not.toContain(secret);
}

const CALLS: Readonly<Record<string, readonly string[]>> = {
  'send EXTRACT': ['send', 'a.csv', '--mapping', 'm.scimmap'],
  'send PAYLOAD': ['send', 'p.json'],
  'send --wait': ['send', 'a.csv', '--mapping', 'm.scimmap', '--wait'],
  plan: ['plan', 'a.csv', '--mapping', 'm.scimmap'],
  logs: ['logs'],
};

describe("a stranger at a killed sandbox's port", () => {
  it.each(Object.entries(CALLS))('gets nothing of "%s" but a random number', async (_, words) => {
    place.write('m.scimmap', MAPPING);
    place.write('a.csv', extract(3));
    place.write('p.json', bulkBody(person('1', { displayName: CANARY })));
    const taken = await killAndTakePort();
    const { code, err } = await place.run([...words, '--connection', connection]);
    expect(taken.challenges).toBeGreaterThan(0);
    expectOnlyChallenges(taken);
    expect(err).toContain(`The program that answers at 127.0.0.1:${port} is not the sandbox of this connection.`);
    expect(err).toContain('entra-inbound sandbox');
    expect(code).toBe(3);
  });

  it('says so in JSON too, and that is all: no run was begun', async () => {
    place.write('m.scimmap', MAPPING);
    place.write('a.csv', extract(60));
    await killAndTakePort();
    const words = ['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', connection, '--format', 'json'];
    const { code, out, err } = await place.run(words);
    expect(code).toBe(3);
    expect(JSON.stringify(jsonLines(err))).toContain('is not the sandbox of this connection');
    expect(out).toBe('');
  });

  it('gets nothing of a send that is under way', async () => {
    place.write('m.scimmap', MAPPING);
    place.write('a.csv', extract(1000));
    const call = place.start(['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', connection, '--yes']);
    await call.line('err', /Request 10 of 20 accepted/);
    const taken = await killAndTakePort();
    const { code, out } = await call.ended;
    expectOnlyChallenges(taken);
    expect(code).toBe(3);
    expect(out).toMatch(/not sent/);
  });

  it('gets nothing of a send that waits for the log', async () => {
    place.write('m.scimmap', MAPPING);
    place.write('a.csv', extract(60));
    const call = place.start([
      'send',
      'a.csv',
      '--mapping',
      'm.scimmap',
      '--connection',
      connection,
      '--wait',
      '--yes',
    ]);
    await call.line('err', /Request 2 of 2 accepted/);
    const taken = await killAndTakePort();
    const { code, err } = await call.ended;
    expect(taken.challenges).toBeGreaterThan(0);
    expectOnlyChallenges(taken);
    expect(err).toContain('The log has no entry yet for 60 of 60 accepted records.');
    expect(err).toContain('is not the sandbox of this connection');
    expect(code).toBe(3);
  });
});
