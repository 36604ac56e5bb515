import { globalAgent } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostNetworkFacts } from '../../src/transport/hostNetworkFacts';
import type { Place } from './transportRig';
import { countingServer, openLoopback } from './transportRig';

const GRAPH = 'https://graph.microsoft.com/v1.0';
const NONE = { proxy: '', noProxy: [], support: 'override' };
const PROXY = 'http://proxy.contoso.com:8080';

describe('the proxy of the editor', () => {
  it.each<readonly [object, Record<string, string>, object]>([
    [{ proxy: PROXY }, {}, { kind: 'proxy', address: PROXY, source: 'http.proxy' }],
    [{ proxy: 'http://u:s3cret@proxy:1' }, {}, { kind: 'proxy', address: 'http://proxy:1', source: 'http.proxy' }],
    [{ proxy: 'socks5://u:s3cret@proxy:1' }, {}, { kind: 'proxy', address: 'socks5://proxy:1', source: 'http.proxy' }],
    [{ proxy: PROXY, noProxy: ['.microsoft.com'] }, {}, { kind: 'direct', source: 'http.noProxy' }],
    [{ proxy: PROXY, support: 'off' }, {}, { kind: 'direct', source: 'http.proxySupport' }],
    [{ proxy: PROXY }, { HTTPS_PROXY: 'http://other:1' }, { kind: 'proxy', address: PROXY, source: 'http.proxy' }],
    [{}, { HTTPS_PROXY: PROXY }, { kind: 'proxy', address: PROXY, source: 'HTTPS_PROXY' }],
    [{}, { HTTPS_PROXY: PROXY, NO_PROXY: '*' }, { kind: 'direct', source: 'NO_PROXY' }],
    [{}, {}, { kind: 'unknown', reason: 'VS Code takes the proxy settings of the operating system.' }],
    [{ proxy: 'nonsense' }, {}, { kind: 'unknown', reason: 'The setting http.proxy is not an address.' }],
  ])('with %j and %j is known as far as settings say', async (settings, env, choice) => {
    expect(await hostNetworkFacts({ ...NONE, ...settings }, env).proxyFor(GRAPH)).toEqual(choice);
  });
});

describe('the certificate of a host, as the editor sees it', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openLoopback();
  });
  afterAll(() => place.close());

  it('is known, accepted or not, and no request is sent', async () => {
    const facts = hostNetworkFacts(NONE, {});
    const stranger = await facts.probeTls(place.origin);
    expect(stranger).toMatchObject({ authorised: false, certificate: { issuer: 'Loopback of the tests' } });
    globalAgent.options.ca = place.authority;
    try {
      expect(await facts.probeTls(place.origin)).toMatchObject({
        authorised: true,
        certificate: { subject: 'localhost' },
      });
    } finally {
      delete globalAgent.options.ca;
    }
    expect(place.received).toEqual([]);
  });

  it('is not known where nobody listens, or nobody speaks TLS', async () => {
    await expect(hostNetworkFacts(NONE, {}).probeTls('https://127.0.0.1:1')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    const silent = await countingServer();
    await expect(hostNetworkFacts(NONE, {}, 200).probeTls(`https://127.0.0.1:${silent.port}`)).rejects.toMatchObject({
      code: 'CONNECT_TIMEOUT',
    });
    silent.close();
  });
});
