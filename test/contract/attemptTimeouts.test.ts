import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openLoopbackLine } from '../../src/loopback/openLoopbackLine';
import type { AttemptTimeouts } from '../../src/tenant/attemptTimer';
import { TenantError } from '../../src/tenant/errors';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { ATTEMPT_TIMEOUTS } from '../../src/tenant/limits';
import type { Tenant, UploadReceipt } from '../../src/tenant/tenant';
import type { Transport } from '../../src/tenant/transport';

/** So short that a test waits for it, and so long that the others are not over first. */
const SHORT = 150;
const LONG = 20_000;

const transports: readonly (readonly [string, Transport])[] = [
  ['the line to a sandbox', (url, request) => openLoopbackLine(new URL(url).origin).send(url, request)],
  ['fetch', (url, request) => fetch(url, request)],
];

let open: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];
let children: ChildProcess[] = [];
afterEach(() => {
  for (const { server, sockets } of open) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
  for (const child of children) child.kill('SIGKILL');
  [open, children] = [[], []];
});

/** A server that answers each request with these pieces, and then says nothing more. */
async function silentAfter(...pieces: readonly string[]): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('data', () => pieces.forEach((piece) => socket.write(piece)));
  });
  open.push({ server, sockets });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** A server that writes another byte of its answer again and again, without an end. */
async function dripping(head: string): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket
      .on('error', () => undefined)
      .once('data', () => {
        socket.write(head);
        const timer = setInterval(() => socket.write('x'), 20);
        socket.once('close', () => clearInterval(timer));
      });
  });
  open.push({ server, sockets });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** A port whose queue of connections is full: the system answers no further one. */
async function fullPort(): Promise<number> {
  const script = `const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    process.stdout.write(String(server.address().port), () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [text] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(text.toString());
  const sockets = new Set(Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined)));
  open.push({ server: createServer(), sockets });
  // A queue of one holds two connections, because the system counts up to the limit and one more
  await new Promise<void>((resolve) => {
    let connected = 0;
    for (const socket of sockets)
      socket.once('connect', () => {
        if (++connected === 2) resolve();
      });
  });
  return port;
}

function tenant(port: number, transport: Transport, timeouts: Partial<AttemptTimeouts>): Tenant {
  return createHttpTenant({
    endpoint: {
      kind: 'sandbox',
      origin: `http://127.0.0.1:${port}`,
      version: 'v1.0',
      servicePrincipalId: 'sp',
      jobId: 'j',
    },
    name: 'test',
    transport,
    tokens: { token: () => Promise.resolve('sandbox-token-1') },
    timeouts: { headers: LONG, body: LONG, attempt: LONG, ...timeouts },
  });
}

async function outcome(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) =>
    error instanceof TenantError ? { outcome: error.outcome, code: error.code, message: error.message } : error,
  );
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const ACCEPTED = 'HTTP/1.1 202 Accepted\r\nrequest-id: r1\r\n';
const late = (code: string) => ({
  outcome: 'unknown',
  code,
  message: expect.stringContaining('0.15 seconds') as string,
});

describe.each(transports)('an attempt over %s', (_, transport) => {
  it.each([
    ['says nothing', []],
    ['stops in its first line', ['HTTP/1.1 2']],
    ['stops in its headers', [HEAD]],
  ])('ends when the head of the answer is late: the server %s', async (_what, pieces) => {
    const port = await silentAfter(...pieces);
    const sending = tenant(port, transport, { headers: SHORT }).upload('{}');
    expect(await outcome(sending)).toEqual(late('HEADERS_TIMEOUT'));
  });

  it('ends when the whole takes too long, even if each part is in time', async () => {
    const port = await silentAfter(HEAD);
    const sending = tenant(port, transport, { attempt: SHORT }).upload('{}');
    expect(await outcome(sending)).toEqual(late('ATTEMPT_TIMEOUT'));
  });

  it.each([
    ['stalls', () => silentAfter(`${HEAD}Content-Length: 100\r\n\r\n{"value":`)],
    ['trickles', () => dripping(`${HEAD}Content-Length: 100000\r\n\r\n`)],
  ])('ends when the body %s', async (_what, serve) => {
    const reading = tenant(await serve(), transport, { body: SHORT }).readSchema();
    expect(await outcome(reading)).toMatchObject({
      outcome: 'unknown',
      message: 'The connection broke during the answer.',
    });
  });

  it.each([
    ['stalls', () => silentAfter(`${ACCEPTED}Content-Length: 100\r\n\r\n{`)],
    ['trickles', () => dripping(`${ACCEPTED}Content-Length: 100000\r\n\r\n`)],
  ])('was accepted when the status says so and the body %s', async (_what, serve) => {
    const receipt = (await tenant(await serve(), transport, { body: SHORT }).upload('{}')) as Partial<UploadReceipt>;
    expect(receipt.requestId).toBe('r1');
  });
});

describe('connecting', () => {
  it.runIf(process.platform === 'linux')('ends when it takes too long, and nothing was sent', async () => {
    const port = await fullPort();
    const transport: Transport = (url, request) => openLoopbackLine(new URL(url).origin, SHORT).send(url, request);
    expect(await outcome(tenant(port, transport, {}).upload('{}'))).toMatchObject({
      outcome: 'not-sent',
      code: 'CONNECT_TIMEOUT',
    });
  });
});

describe('the times themselves', () => {
  it.runIf(process.platform === 'linux')('give a connection ten seconds', async () => {
    const port = await fullPort();
    const begin = performance.now();
    const line = openLoopbackLine(`http://127.0.0.1:${port}`);
    const request = { method: 'GET', headers: {}, redirect: 'manual' } as const;
    await expect(line.send(`http://127.0.0.1:${port}/`, request)).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' });
    const seconds = (performance.now() - begin) / 1000;
    expect(seconds).toBeGreaterThan(9);
    expect(seconds).toBeLessThan(20);
  });

  it('are those that are promised', () => {
    expect(ATTEMPT_TIMEOUTS).toEqual({ connect: 10_000, headers: 60_000, body: 30_000, attempt: 120_000 });
  });
});
