import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { envProxies } from '../../src/transport/envProxies';
import { undiciTransport } from '../../src/transport/undiciTransport';
import { envNetworkFacts } from '../../src/transport/envNetworkFacts';
import type { CertificateFault } from '../support/entraProxy/switches';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import type { Place } from './transportRig';
import { countingServer, openLoopback } from './transportRig';

const GRAPH = 'https://graph.microsoft.com';
let proxy: EntraProxy;
let authorities: readonly string[];

beforeAll(async () => {
  proxy = await startEntraProxy();
  authorities = [readFileSync(proxy.files.authority, 'utf8')];
});
afterEach(() => {
  proxy.calm();
  proxy.ledger.clear();
});
afterAll(() => proxy.close());

const facts = (env: Record<string, string> = proxy.env, timeout = 10_000) =>
  envNetworkFacts(env, { authorities, timeout });

describe('the certificate of a host after the proxy', () => {
  it('is known with its issuer and its end, and no request is sent', async () => {
    expect(await facts().probeTls(GRAPH)).toEqual({
      way: 'proxy',
      authorised: true,
      certificate: {
        subject: 'graph.microsoft.com',
        issuer: 'Entra proxy of the tests',
        validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
        validUntil: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      },
    });
    expect(proxy.ledger.tunnels).toEqual([
      { kind: 'tunnel', target: 'graph.microsoft.com:443', outcome: 'opened', bytes: 0 },
    ]);
    expect(proxy.ledger.requests).toEqual([]);
  });

  it.each<readonly [CertificateFault, string, string]>([
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'graph.microsoft.com'],
    ['expired', 'CERT_HAS_EXPIRED', 'Entra proxy of the tests'],
    ['wrong host', 'ERR_TLS_CERT_ALTNAME_INVALID', 'Entra proxy of the tests'],
    ['unknown authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'Contoso TLS inspection'],
  ])('is not accepted when it is %s, and its issuer is known', async (fault, code, issuer) => {
    proxy.switches.certificate = { fault };
    const probe = await facts().probeTls(GRAPH);
    expect(probe).toMatchObject({ way: 'proxy', authorised: false, code, certificate: { issuer } });
    expect(proxy.ledger.tunnels.map(({ bytes }) => bytes)).toEqual([0]);
  });

  it.each([
    ['refuse', /^The proxy http:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\) refuses a connection to the service \(403\)\.$/],
    ['fail', /could not reach the service \(502\)/],
    ['ask for a password', /requires a user name and a password/],
    ['drop', /could not be encrypted/],
  ] as const)('is not known when the tunnel is made to %s', async (tunnel, message) => {
    proxy.switches.tunnel = tunnel;
    await expect(facts().probeTls(GRAPH)).rejects.toMatchObject({
      outcome: 'not-sent',
      message: expect.stringMatching(message) as string,
    });
  });

  it('is not known in time when the proxy does not answer', async () => {
    proxy.switches.tunnel = 'ignore';
    await expect(facts(proxy.env, 200).probeTls(GRAPH)).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' });
    const stopped = facts().probeTls(GRAPH, AbortSignal.timeout(100));
    await expect(stopped).rejects.toMatchObject({ outcome: 'not-sent' });
  });

  it('is known with the password that the proxy asks for, which is shown nowhere', async () => {
    proxy.switches.tunnel = 'ask for a password';
    const HTTPS_PROXY = proxy.url.replace('//', `//${proxy.password}@`);
    const asked = facts({ HTTPS_PROXY });
    expect(await asked.probeTls(GRAPH)).toMatchObject({ authorised: true });
    expect(await asked.proxyFor(GRAPH)).toEqual({ kind: 'proxy', address: proxy.url, source: 'HTTPS_PROXY' });
    const wrong = facts({ HTTPS_PROXY: proxy.url.replace('//', '//contoso:wr0ng@') }).probeTls(GRAPH);
    await expect(wrong).rejects.toMatchObject({ message: expect.not.stringContaining('wr0ng') as string });
  });
});

describe('the certificate of a host without a proxy', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openLoopback();
  });
  afterAll(() => place.close());

  it('is known, and no request is sent', async () => {
    const probe = await envNetworkFacts({}, { authorities: [place.authority] }).probeTls(place.origin);
    expect(probe).toMatchObject({ way: 'direct', authorised: true, certificate: { issuer: 'Loopback of the tests' } });
    const stranger = await envNetworkFacts({}, { authorities }).probeTls(place.origin);
    expect(stranger).toMatchObject({
      way: 'direct',
      authorised: false,
      certificate: { issuer: 'Loopback of the tests' },
    });
    expect(place.received).toEqual([]);
  });

  it('is not known where nobody listens, or nobody speaks TLS', async () => {
    await expect(facts({}).probeTls('https://127.0.0.1:1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const silent = await countingServer();
    await expect(facts({}, 200).probeTls(`https://127.0.0.1:${silent.port}`)).rejects.toMatchObject({
      code: 'CONNECT_TIMEOUT',
    });
    silent.close();
  });
});

describe('the proxy of a call', () => {
  const proxied = 'http://proxy.contoso.com:8080';
  it.each<readonly [object, unknown]>([
    [{}, { kind: 'direct' }],
    [{ HTTPS_PROXY: proxied }, { kind: 'proxy', address: proxied, source: 'HTTPS_PROXY' }],
    [{ https_proxy: `${proxied}/` }, { kind: 'proxy', address: proxied, source: 'https_proxy' }],
    [{ ALL_PROXY: proxied }, { kind: 'proxy', address: proxied, source: 'ALL_PROXY' }],
    [{ http_proxy: proxied }, { kind: 'proxy', address: proxied, source: 'http_proxy' }],
    [
      { HTTPS_PROXY: '', https_proxy: proxied },
      { kind: 'proxy', address: proxied, source: 'https_proxy' },
    ],
    [
      { HTTPS_PROXY: proxied, https_proxy: 'http://other:1' },
      { kind: 'proxy', address: proxied, source: 'HTTPS_PROXY' },
    ],
    [{ HTTPS_PROXY: 'http://u:s3cret@proxy:1' }, { kind: 'proxy', address: 'http://proxy:1', source: 'HTTPS_PROXY' }],
    [
      { HTTPS_PROXY: proxied, NO_PROXY: 'graph.microsoft.com' },
      { kind: 'direct', source: 'NO_PROXY' },
    ],
    [
      { HTTPS_PROXY: proxied, no_proxy: 'a.example, .microsoft.com' },
      { kind: 'direct', source: 'no_proxy' },
    ],
    [
      { HTTPS_PROXY: proxied, NO_PROXY: '*' },
      { kind: 'direct', source: 'NO_PROXY' },
    ],
    [
      { HTTPS_PROXY: proxied, NO_PROXY: 'microsoft.com:443' },
      { kind: 'direct', source: 'NO_PROXY' },
    ],
    [
      { HTTPS_PROXY: proxied, NO_PROXY: 'microsoft.com:8443' },
      { kind: 'proxy', address: proxied, source: 'HTTPS_PROXY' },
    ],
    [
      { HTTPS_PROXY: proxied, NO_PROXY: 'soft.com' },
      { kind: 'proxy', address: proxied, source: 'HTTPS_PROXY' },
    ],
  ])('is that of %j', async (env, choice) => {
    expect(await envNetworkFacts(env as Record<string, string>).proxyFor(`${GRAPH}/v1.0/users`)).toEqual(choice);
  });

  it('is the one that undici takes, too', async () => {
    const place = await openLoopback();
    const { port } = new URL(place.origin);
    for (const NO_PROXY of [
      'localhost',
      '.localhost',
      `localhost:${port}`,
      'localhost:1',
      'host',
      '*',
      ' a,LOCALHOST',
      '',
    ]) {
      proxy.ledger.clear();
      const proxies = envProxies({ HTTPS_PROXY: proxy.url, NO_PROXY });
      const opened = undiciTransport({ proxies, authorities: [place.authority] });
      await opened.transport(place.origin, { method: 'GET', headers: {}, redirect: 'manual' }).catch(() => undefined);
      await opened.close();
      const wasProxied = proxy.ledger.tunnels.length > 0;
      expect([NO_PROXY, proxies.choose(place.origin).kind]).toEqual([NO_PROXY, wasProxied ? 'proxy' : 'direct']);
    }
    expect(place.received.length).toBe(5);
    await place.close();
  });

  it('is taken although its address has a path', async () => {
    const proxies = envProxies({ HTTPS_PROXY: `${proxy.url.replace('//', '//u%40:p%25@')}/a/path?b#c` });
    const opened = undiciTransport({ proxies, authorities });
    expect(await opened.transport(GRAPH, { method: 'GET', headers: {}, redirect: 'manual' })).toMatchObject({
      status: 401,
    });
    await opened.close();
    expect(proxy.ledger.tunnels).toMatchObject([{ target: 'graph.microsoft.com:443', outcome: 'opened' }]);
  });

  it.each(['proxy.contoso.com:8080', 'socks5://proxy:1080', 'proxy', 'http://', 'http://u:100%@proxy:1'])(
    'cannot be %s',
    async (HTTPS_PROXY) => {
      await expect(envNetworkFacts({ HTTPS_PROXY }).proxyFor(GRAPH)).rejects.toMatchObject({
        outcome: 'not-sent',
        message: 'The environment variable HTTPS_PROXY does not contain the address of an HTTP proxy.',
      });
    },
  );
});
