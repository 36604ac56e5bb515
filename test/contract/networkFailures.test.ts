import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { classifyFailure } from '../../src/tenant/classify';
import type { CertificateFault } from '../support/entraProxy/switches';
import type { ProxiedPlace, Way } from './transportRig';
import { countingServer, openLoopback, openProxied, transports } from './transportRig';

const SHORT = 300;
const BODY = JSON.stringify({ people: 'x'.repeat(10_000) });

let place: ProxiedPlace;
beforeAll(async () => {
  place = await openProxied();
});
afterEach(() => {
  const { instead } = place.proxy.switches;
  place.proxy.calm();
  place.proxy.switches.instead = instead;
  place.proxy.ledger.clear();
  place.received.length = 0;
});
afterAll(() => place.close());

describe.each(transports)('what keeps a call by %s from being sent', (name, openTransport) => {
  const isUndici = name === 'undici';
  /** What an upload fails with, as a person reads it. */
  const fail = async (way: Way = place, origin = place.origin, signal?: AbortSignal) => {
    const opened = openTransport(way);
    try {
      const request = {
        method: 'POST',
        headers: { Authorization: 'Bearer s3cret' },
        body: BODY,
        redirect: 'manual',
      } as const;
      const answer = await opened.transport(`${origin}/v1.0/me`, { ...request, ...(signal && { signal }) });
      return { outcome: `answered ${answer.status}`, message: '', remedy: '' };
    } catch (error) {
      return classifyFailure(error, 'upload');
    } finally {
      await opened.close();
    }
  };

  it.each<readonly [CertificateFault, string, RegExp, RegExp]>([
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', /from an unknown authority/, /NODE_EXTRA_CA_CERTS/],
    ['expired', 'CERT_HAS_EXPIRED', /not valid at this time/, /clock of this machine/],
    ['wrong host', 'ERR_TLS_CERT_ALTNAME_INVALID', /for another host/, /never turned off/],
    ['unknown authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', /inspects encrypted connections/, /NODE_EXTRA_CA_CERTS/],
  ])('is a certificate that is %s: 0 bytes of the request arrive', async (fault, code, message, remedy) => {
    place.proxy.switches.certificate = { fault };
    const failure = await fail();
    expect(failure).toMatchObject({ outcome: 'not-sent', code });
    expect(failure.message).toMatch(message);
    expect(failure.remedy).toMatch(/^Nothing was sent\. /);
    expect(failure.remedy).toMatch(remedy);
    expect(place.proxy.ledger.tunnels.map(({ outcome, bytes }) => [outcome, bytes])).toEqual([['opened', 0]]);
    expect(place.received).toEqual([]);
  });

  it.each([
    ['refuse', /refuses a connection to the service \(403\)/, /allow the sign-in and Microsoft Graph hosts/],
    ['fail', /could not reach the service \(502\)/, /administrator of the proxy/],
    ['ask for a password', /requires a user name and a password.* \(407\)/, /http:\/\/USER:PASSWORD@HOST:PORT/],
    ['drop', /could not be encrypted/, /firewall or a proxy/],
  ] as const)('is a proxy that is made to %s', async (tunnel, message, remedy) => {
    place.proxy.switches.tunnel = tunnel;
    const failure = await fail();
    expect(failure.outcome).toBe('not-sent');
    expect(failure.message).toMatch(message);
    expect(failure.remedy).toMatch(remedy);
    if (isUndici && tunnel !== 'drop') expect(failure.message).toContain(`The proxy ${place.proxyUrl} (HTTPS_PROXY) `);
    expect(place.received).toEqual([]);
  });

  it('is a proxy that nobody is at', async () => {
    const failure = await fail({ ...place, proxyUrl: 'http://127.0.0.1:1' });
    expect(failure).toMatchObject({ outcome: 'not-sent', code: 'ECONNREFUSED' });
    const whom = isUndici ? 'the proxy http://127.0.0.1:1 (HTTPS_PROXY)' : 'the service';
    expect(failure.message).toBe(`The connection to ${whom} was refused (ECONNREFUSED).`);
  });

  it.runIf(isUndici)('is a proxy that is named with https, and speaks http', async () => {
    const proxyUrl = place.proxyUrl?.replace('http:', 'https:');
    const failure = await fail({ ...place, proxyUrl });
    expect(failure).toMatchObject({ outcome: 'not-sent', code: 'ERR_SSL_WRONG_VERSION_NUMBER' });
    expect(failure.message).toMatch(/^The proxy https:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\) does not encrypt/);
    expect(failure.remedy).toContain('to http://');
  });

  it('is a name that does not resolve', async () => {
    const failure = await fail({ ...place, proxyUrl: undefined }, 'https://graph.microsoft.invalid');
    expect(failure.outcome).toBe('not-sent');
    expect(failure.message).toMatch(/^The host name of the service could not be resolved \((ENOTFOUND|EAI_AGAIN)\)\.$/);
    expect(failure.remedy).toContain('HTTPS_PROXY');
  });

  it('is a host that nobody is at, or that speaks no TLS', async () => {
    const direct = { ...place, proxyUrl: undefined };
    const gone = await countingServer();
    gone.close();
    expect(await fail(direct, `https://127.0.0.1:${gone.port}`)).toMatchObject({
      outcome: 'not-sent',
      code: 'ECONNREFUSED',
    });
    const plain = await openLoopback({ isPlain: true });
    const failure = await fail(direct, plain.origin);
    expect(failure).toMatchObject({
      outcome: 'not-sent',
      message: expect.stringContaining('could not be encrypted') as string,
    });
    expect(plain.received).toEqual([]);
    await plain.close();
  });

  it.runIf(isUndici)('is a proxy that does not answer in time', async () => {
    place.proxy.switches.tunnel = 'ignore';
    const failure = await fail({ ...place, connectTimeout: SHORT });
    expect(failure).toMatchObject({ outcome: 'not-sent', message: expect.stringContaining('timed out') as string });
  });

  it('is a host that accepts a connection and says nothing more', async () => {
    const silent = await countingServer();
    const failure = await fail(
      { ...place, proxyUrl: undefined, connectTimeout: SHORT },
      `https://127.0.0.1:${silent.port}`,
    );
    expect(failure).toMatchObject({ outcome: 'not-sent', code: 'UND_ERR_CONNECT_TIMEOUT' });
    silent.close();
  });

  it.runIf(process.platform === 'linux')('is a host that accepts no connection', async () => {
    const full = await fullPort();
    const failure = await fail(
      { ...place, proxyUrl: undefined, connectTimeout: SHORT },
      `https://127.0.0.1:${full.port}`,
    );
    expect(failure).toMatchObject({ outcome: 'not-sent', code: 'UND_ERR_CONNECT_TIMEOUT' });
    full.close();
  });

  it.runIf(isUndici)('is the caller who stops it while it connects, at once', async () => {
    place.proxy.switches.tunnel = 'ignore';
    const stop = new AbortController();
    const failing = fail(place, place.origin, stop.signal);
    stop.abort(new Error('stopped'));
    expect(await failing).toMatchObject({ outcome: 'not-sent', message: 'The call was cancelled before it began.' });
    expect(place.received).toEqual([]);
  });
});

/** A port whose queue of connections is full: the system answers no further one. */
async function fullPort(): Promise<{ readonly port: number; close(): void }> {
  const script = `const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    process.stdout.write(String(server.address().port), () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(text.toString());
  const sockets = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await new Promise((resolve) => setTimeout(resolve, SHORT));
  return {
    port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}
