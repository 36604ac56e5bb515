import { once } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer, request } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server as TcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxConnectionFile } from '../../src/connections/file/sandboxFile';
import { sandboxFile } from '../../src/connections/file/sandboxFile';
import { connectSandbox } from '../../src/connections/connectSandbox';
import { LocalSandbox } from '../../src/connections/localSandbox';
import { localSandboxConnection } from '../../src/connections/localSandboxConnection';
import { lifeOfSandbox } from '../../src/connections/sandboxLife';
import { openLoopbackLine } from '../../src/loopback/openLoopbackLine';
import type { RunningSandbox } from '../../src/sandbox/startSandbox';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { systemClock } from '../../src/tenant/clock';
import { NotSentError, NotTheSandboxError } from '../../src/tenant/errors';
import type { OpenLine } from '../../src/tenant/loopback/line';
import { proveSandbox } from '../../src/tenant/loopback/proveSandbox';
import { proofOf } from '../../src/tenant/loopback/sandboxProof';
import { bulkBody, person } from '../support/people';
import type { Says } from '../support/stranger';
import { httpAnswer, Stranger } from '../support/stranger';

// The transport of the extension host and of the command line alike
const openLine: OpenLine = (origin) => Promise.resolve(openLoopbackLine(origin));
const effects = { openLine, clock: systemClock };
const NAME = 'Zebulon Quartermain';
const body = bulkBody(person('1', { displayName: NAME }));

let running: RunningSandbox;
let file: SandboxConnectionFile;
const open: { close(): unknown }[] = [];
beforeEach(async () => {
  running = await startSandbox();
  file = sandboxFile(running);
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await running.close();
});

async function stranger(port: number, says?: Says): Promise<Stranger> {
  const taken = await Stranger.listen(port, says);
  open.push(taken);
  return taken;
}

const portOf = (address: string): number => Number(new URL(address).port);
/** The file as somebody would write it who reaches the sandbox at another port. */
const at = (port: number): SandboxConnectionFile => {
  const moved = (address: string): string => address.replace(`:${portOf(file.endpoint)}/`, `:${port}/`);
  return { ...file, endpoint: moved(file.endpoint), tokenEndpoint: moved(file.tokenEndpoint) };
};

function expectNothing({ received, requests }: Stranger): void {
  expect(requests).toEqual([]);
  for (const secret of [file.clientSecret, file.clientId, 'sandbox-token-', NAME])
    expect(received).not.toContain(secret);
}

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a sandbox that proves itself', () => {
  it('is sent what is meant for it', async () => {
    const tenant = connectSandbox(file, effects);
    await tenant.upload(body);
    expect(running.sandbox.staged).toBe(1);
    expect(await tenant.readDomains()).toMatchObject({ defaultDomain: 'contoso.com' });
    expect(await lifeOfSandbox(file, effects)).toBe('alive');
  });

  it('is not called with a secret that it does not know', async () => {
    const wrong = { ...file, clientSecret: 'sandbox-secret-of-another' };
    expect(await failureOf(connectSandbox(wrong, effects).upload(body))).toBeInstanceOf(NotTheSandboxError);
    expect(await lifeOfSandbox(wrong, effects)).toBe('gone');
    expect(running.sandbox.staged).toBe(0);
  });

  it('is out of reach when nobody has its port', async () => {
    await running.close();
    expect(await failureOf(connectSandbox(file, effects).upload(body))).toMatchObject({
      outcome: 'not-sent',
      code: 'ECONNREFUSED',
    });
    expect(await lifeOfSandbox(file, effects)).toBe('gone');
  });

  it('is called until its port changes hands between two requests, and nobody else is', async () => {
    const tenant = connectSandbox(file, effects);
    for (let count = 0; count < 3; count++) await tenant.upload(body);
    await running.close();
    const taken = await stranger(portOf(file.endpoint));
    for (const call of [() => tenant.upload(body), () => tenant.readDomains(), () => tenant.readSchema()])
      expect(await failureOf(call())).toMatchObject({
        name: 'NotTheSandboxError',
        outcome: 'not-sent',
        message: `The program that answers at 127.0.0.1:${taken.port} is not the sandbox of this connection.`,
      });
    expect(taken.challenges).toBe(3);
    expectNothing(taken);
  });

  it('of this process is held to the same, as the extension uses it', async () => {
    const local = new LocalSandbox();
    const { tenant } = await localSandboxConnection(local, effects).open();
    await tenant.upload(body);
    const port = portOf(local.endpoint ?? '');
    await local.stop();
    const taken = await stranger(port);
    expect(await failureOf(tenant.upload(body))).toBeInstanceOf(NotTheSandboxError);
    expect(taken.challenges).toBe(1);
    expectNothing(taken);
  });
});

const GRAPH_REFUSAL = '{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}}';

/** A stranger's ways to answer a challenge. */
const ANSWERS: Readonly<Record<string, Says>> = {
  'a wrong proof': () => httpAnswer(200, JSON.stringify({ proof: '0'.repeat(64) })),
  'a proof of another length': () => httpAnswer(200, JSON.stringify({ proof: '00' })),
  'no proof': () => httpAnswer(200, '{}'),
  'not JSON': () => httpAnswer(200, 'proof'),
  'a list': () => httpAnswer(200, '[]'),
  'an empty answer': () => httpAnswer(204, ''),
  'a refusal': () => httpAnswer(401, '{}', { 'WWW-Authenticate': 'Basic realm="x"' }),
  'a page': () => httpAnswer(200, '<!DOCTYPE html><html></html>', { 'Content-Type': 'text/html' }),
  'an answer without end': (_, socket) => {
    const more = (): void => {
      while (!socket.destroyed && socket.write('x'.repeat(65_536)));
    };
    socket.on('drain', more);
    setImmediate(more);
    return 'HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\n';
  },
  'headers without end': (_, socket) => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(`X-Long: ${'x'.repeat(1000)}\r\n`));
    };
    socket.on('drain', more);
    setImmediate(more);
    return 'HTTP/1.1 200 OK\r\n';
  },
  'another protocol, as HTTP changes to it': () =>
    'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
  'another protocol, without a name': () => 'HTTP/1.1 101 Switching\r\n\r\n',
  'a refusal in the words of another service': () => httpAnswer(401, '{"error":"invalid_client"}'),
  'another protocol': () => 'SSH-2.0-OpenSSH_9.2\r\n',
};

describe('what has the port of a sandbox', () => {
  it.each(Object.entries(ANSWERS))('gets nothing for %s', async (_, says) => {
    await running.close();
    const taken = await stranger(portOf(file.endpoint), says);
    const error = await failureOf(connectSandbox(file, effects).upload(body));
    expect(error).toBeInstanceOf(NotTheSandboxError);
    expect(await lifeOfSandbox(file, effects)).toBe('gone');
    expectNothing(taken);
  });

  it('gets nothing for a proof that it has seen before', async () => {
    const seen = await proofOf(running, 'ab'.repeat(32));
    await running.close();
    const taken = await stranger(portOf(file.endpoint), () => httpAnswer(200, JSON.stringify({ proof: seen })));
    expect(await failureOf(connectSandbox(file, effects).upload(body))).toBeInstanceOf(NotTheSandboxError);
    expectNothing(taken);
  });

  it('never sees the same challenge twice', async () => {
    await running.close();
    const taken = await stranger(portOf(file.endpoint));
    const tenant = connectSandbox(file, effects);
    for (let count = 0; count < 20; count++) await failureOf(tenant.readDomains());
    const challenges = taken.received.match(/challenge=[0-9a-f]{64}/g) ?? [];
    expect([challenges.length, new Set(challenges).size]).toEqual([20, 20]);
  });

  it('leads nobody elsewhere by a redirect', async () => {
    await running.close();
    const elsewhere = await stranger(0);
    const address = `http://127.0.0.1:${elsewhere.port}/`;
    const taken = await stranger(portOf(file.endpoint), () => httpAnswer(307, '', { Location: address }));
    expect(await failureOf(connectSandbox(file, effects).upload(body))).toBeInstanceOf(NotTheSandboxError);
    expect(elsewhere.received).toBe('');
    expectNothing(taken);
  });

  it.each<[string, Says]>([
    ['closes every connection', (_, socket) => void socket.destroy()],
    ['is at fault', () => httpAnswer(500, '{}')],
    // A client cannot go on with it: it has no proof, and may be a sandbox of a version without proofs
    ['asks for a token in the words of the service', () => httpAnswer(401, GRAPH_REFUSAL)],
    ['does not know the path, in the words of the service', () => httpAnswer(404, GRAPH_REFUSAL)],
  ])('gets nothing when it %s, and may be a sandbox', async (_, says) => {
    await running.close();
    const taken = await stranger(portOf(file.endpoint), says);
    expect(await failureOf(connectSandbox(file, effects).upload(body))).toMatchObject({ outcome: 'not-sent' });
    expect(await lifeOfSandbox(file, effects)).toBe('unknown');
    expectNothing(taken);
  });

  it.each<[string, Says]>([
    ['never answers', () => undefined],
    [
      'announces an answer again and again',
      (_, socket) => {
        const announcing = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20);
        socket.on('close', () => clearInterval(announcing));
        return 'HTTP/1.1 100 Continue\r\n\r\n';
      },
    ],
    [
      'answers drop by drop',
      (_, socket) => {
        const dripping = setInterval(() => socket.write(' '), 20);
        socket.on('close', () => clearInterval(dripping));
        return 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n';
      },
    ],
  ])('that %s has a bounded time', async (_, says) => {
    await running.close();
    const taken = await stranger(portOf(file.endpoint), says);
    const origin = `http://127.0.0.1:${taken.port}`;
    const line = openLoopbackLine(origin);
    const proof = proveSandbox(line.ask, origin, running, { timeout: 200 });
    expect(await failureOf(proof)).toMatchObject({ name: 'NotSentError', code: 'TimeoutError', mayPass: true });
    line.close();
    const stopping = new AbortController();
    const call = failureOf(connectSandbox(file, effects).readDomains(stopping.signal));
    stopping.abort();
    expect(await call).toBeInstanceOf(NotSentError);
    expectNothing(taken);
  });
});

/** An HTTP proxy as administrators put before services: it sets the host header to the service that it forwards to. */
async function httpProxy(answerHeaders: IncomingHttpHeaders = {}): Promise<number> {
  const target = portOf(file.endpoint);
  const server: Server = createServer((incoming, outgoing) => {
    const { method, url: path } = incoming;
    const headers = { ...incoming.headers, host: `127.0.0.1:${target}` };
    const call = request({ host: '127.0.0.1', port: target, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, { ...answer.headers, ...answerHeaders });
      answer.pipe(outgoing);
    });
    incoming.pipe(call);
  });
  return listening(server);
}

/** Hands bytes on, but for the port in `Host`, without which a sandbox answers nobody. */
async function tcpProxy(onAnswer: (bytes: string) => void = () => undefined): Promise<number> {
  const target = portOf(file.endpoint);
  const server: TcpServer = createTcpServer((near) => {
    const far = connect(target, '127.0.0.1');
    const here = `Host: 127.0.0.1:${near.localPort}`;
    near.setEncoding('latin1').on('data', (text: string) => {
      far.write(text.replace(here, `Host: 127.0.0.1:${target}`), 'latin1');
    });
    far.on('data', (bytes) => {
      near.write(bytes);
      onAnswer(bytes.toString('latin1'));
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  return listening(server);
}

async function listening(server: Server | TcpServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  return (server.address() as AddressInfo).port;
}

describe('a sandbox with a proxy before it', () => {
  it.each<[string, () => Promise<number>]>([
    ['HTTP', () => httpProxy()],
    ['HTTP that closes after each answer', () => httpProxy({ connection: 'close' })],
    ['TCP', () => tcpProxy()],
  ])('that speaks %s proves itself through it', async (_, proxy) => {
    const tenant = connectSandbox(at(await proxy()), effects);
    for (let count = 0; count < 5; count++) await tenant.upload(body);
    expect(running.sandbox.staged).toBe(5);
    expect(await tenant.readDomains()).toMatchObject({ defaultDomain: 'contoso.com' });
  });

  it('is read page by page', async () => {
    const users = Array.from({ length: 2500 }, (_, id) => ({ id: `${id}`, userPrincipalName: `u${id}@contoso.com` }));
    running.sandbox.loadUsers(JSON.stringify({ value: users }), 'json');
    const pages = connectSandbox(at(await httpProxy()), effects).readUsers(['id', 'userPrincipalName']);
    let count = 0;
    for await (const page of pages) count += page.users.length;
    expect(count).toBe(2500);
  });

  it('and whose connection ends after the proof is asked again on the next one', async () => {
    let hangUps = 2;
    const port = await tcpProxy((bytes) => {
      if (bytes.includes('"proof"') && hangUps-- > 0) setImmediate(hangUp);
    });
    const server = open.at(-1) as TcpServer;
    const near = new Set<{ destroy(): void }>();
    server.on('connection', (socket) => near.add(socket));
    const hangUp = (): void => {
      for (const socket of near) socket.destroy();
    };
    await connectSandbox(at(port), effects).upload(body);
    expect(running.sandbox.staged).toBe(1);
  });
});
