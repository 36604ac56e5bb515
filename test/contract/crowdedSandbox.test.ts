import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemSandboxClock } from '../../src/sandbox/clock';
import { createSandbox } from '../../src/sandbox/sandbox';
import { listen } from '../../src/sandbox/sandboxServer';
import type { RunningSandbox } from '../../src/sandbox/startSandbox';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { bulkBody, person } from '../support/people';

/** More than the sandbox keeps open. */
const CROWD = 300;

let running: RunningSandbox;
let faults: unknown[];
let crowd: Socket[];
beforeEach(async () => {
  faults = [];
  crowd = [];
  running = await startSandbox({ onFault: (error) => faults.push(error) });
});
afterEach(async () => {
  for (const socket of crowd) socket.destroy();
  await running.close();
  expect(faults).toEqual([]);
});

/** Opens that many connections; each sends this and no more. */
async function press(sent: string): Promise<void> {
  const port = Number(new URL(running.graph).port);
  const arrivals = Array.from({ length: CROWD }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    crowd.push(socket);
    return new Promise<void>((resolve) => socket.once('connect', () => socket.write(sent, () => resolve())));
  });
  await Promise.all(arrivals);
}

const head = (path: string, ...lines: readonly string[]): string =>
  [`POST ${path} HTTP/1.1`, `Host: ${new URL(running.graph).host}`, ...lines].join('\r\n');

const upload = async (): Promise<number> => {
  const headers = { Authorization: `Bearer ${running.token}`, 'Content-Type': 'application/scim+json' };
  // A lock-out lasts until the timeouts strike; an answer takes milliseconds, on a busy machine more
  const signal = AbortSignal.timeout(8000);
  const body = bulkBody(person('1'));
  return (await fetch(running.endpoint, { method: 'POST', headers, body, signal })).status;
};

const attacks: readonly (readonly [string, () => string])[] = [
  ['say nothing', () => ''],
  ['stop in the middle of a head', () => head('/v1.0/users', 'X-Half: ')],
  [
    'stop in the middle of a body, with a token',
    () =>
      head(
        new URL(running.endpoint).pathname.replace('bulkUpload', 'restart'),
        `Authorization: Bearer ${running.token}`,
        'Content-Type: application/json',
        'Content-Length: 1000',
        '',
        '{',
      ),
  ],
  [
    'stop in the middle of a body, without one',
    () => head(new URL(running.endpoint).pathname, 'Content-Length: 1000', '', '{'),
  ],
  ['keep a connection that was answered', () => head('/v1.0/users', 'Content-Length: 0', '', '')],
];

describe('a sandbox that 300 clients', () => {
  it.each(attacks)('occupy answers others, although they all %s', async (_, sent) => {
    await press(sent());
    for (let count = 0; count < 5; count++) expect(await upload()).toBe(202);
    for (const socket of crowd) socket.destroy();
    expect(await upload()).toBe(202);
    expect(running.sandbox.staged).toBe(6);
  });

  it('occupy does not wait for them when it stops', async () => {
    await press(head('/v1.0/users', 'X-Half: '));
    const ended = Promise.race([running.close().then(() => 'closed'), new Promise((late) => setTimeout(late, 2000))]);
    expect(await ended).toBe('closed');
  });
});

describe('a request that arrives a byte at a time', () => {
  const complete = 'POST /v1.0/users HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{"a":"b"}';

  it.each([
    ['its head', complete],
    ['its body', complete.slice(-9)],
  ])('is over when its time is up: %s', async (_, slow) => {
    const sandbox = createSandbox({ clock: systemSandboxClock, random: randomBytes });
    const timeouts = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
    const server = await listen(sandbox, { timeouts });
    const socket = connect(Number(server.authority.split(':')[1]), '127.0.0.1').on('error', () => undefined);
    socket.write(complete.slice(0, -slow.length));
    let sent = 0;
    const drip = setInterval(() => socket.write(slow.charAt(sent++ % slow.length)), 100);
    await new Promise((over) => socket.resume().on('close', over));
    clearInterval(drip);
    // Each byte came well within the time, all of them do not
    expect(sent).toBeLessThan(slow.length);
    await server.close();
  });
});
