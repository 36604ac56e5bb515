import { describe, expect, it } from 'vitest';
import { NotSentError } from '../../../src/tenant/errors';
import type { NetworkFacts, ProxyChoice, TlsProbe } from '../../../src/tenant/network/networkFacts';
import { CLIENT, examined, tokenOf } from './examined';

const PROXY: ProxyChoice = { kind: 'proxy', address: 'http://proxy.contoso.com:8080', source: 'HTTPS_PROXY' };
const issuedBy = (issuer: string): TlsProbe => ({
  way: 'direct',
  authorised: true,
  certificate: { subject: 'a host', issuer, validFrom: '2026-01-01T00:00:00Z', validUntil: '2027-01-01T00:00:00Z' },
});
const facts = (given: Partial<NetworkFacts>): NetworkFacts => ({
  proxyFor: () => Promise.resolve({ kind: 'direct' }),
  probeTls: () => Promise.resolve(issuedBy('DigiCert Global G2 TLS RSA SHA256 2020 CA1 (DigiCert Inc)')),
  ...given,
});
const partIn = async (id: string, network?: NetworkFacts) => {
  const { checks } = await examined({}, { network });
  const { state, message = '', remedy = '' } = checks.find((each) => each.id === id) ?? {};
  return { state, message, remedy };
};
/** One answer for Microsoft Graph, another for sign-in. */
const each =
  <Value>(graph: Value, signIn: Value) =>
  (url: string): Promise<Value> =>
    Promise.resolve(url.startsWith('https://graph.') ? graph : signIn);

describe('the way to the service is', () => {
  it.each<[string, NetworkFacts['proxyFor'], RegExp]>([
    ['direct', each({ kind: 'direct' }, { kind: 'direct' }), /go directly, without a proxy\.$/],
    ['a proxy', each(PROXY, PROXY), /go through the proxy http:\/\/proxy\.contoso\.com:8080 \(HTTPS_PROXY\)\.$/],
    [
      'a proxy with an exception',
      each<ProxyChoice>({ kind: 'direct', source: 'NO_PROXY' }, PROXY),
      /^Calls to Microsoft Graph go directly, as NO_PROXY says; calls to sign-in go through the proxy/,
    ],
    [
      'not known',
      each<ProxyChoice>(
        { kind: 'unknown', reason: 'The system decides.' },
        { kind: 'unknown', reason: 'The system decides.' },
      ),
      /by an unknown route \(The system decides\)\.$/,
    ],
  ])('%s', async (_, proxyFor, message) => {
    const found = await partIn('proxy', facts({ proxyFor }));
    expect(found).toMatchObject({ state: 'ok', message: expect.stringMatching(message) as string });
  });

  it('wrongly configured', async () => {
    const error = new NotSentError('HTTPS_PROXY is not the address of a proxy.', {
      remedy: 'Write it with "http://".',
    });
    const found = await partIn('proxy', facts({ proxyFor: () => Promise.reject(error) }));
    expect(found).toEqual({ state: 'failed', message: error.message, remedy: error.remedy });
  });

  it('not known to anybody', async () => {
    expect(await partIn('proxy')).toMatchObject({ state: 'ok', message: 'It is unknown which proxy is in use.' });
    expect(await partIn('tls')).toMatchObject({ state: 'ok', message: expect.stringContaining('accepted') as string });
  });
});

describe('a certificate is', () => {
  it('public', async () => {
    const found = await partIn('tls', facts({}));
    expect(found).toMatchObject({ state: 'ok', message: expect.stringContaining('(issued by DigiCert') as string });
  });

  it('of a company that inspects', async () => {
    const inspected = each(issuedBy('Contoso TLS inspection'), issuedBy('Microsoft Azure RSA TLS Issuing CA 03'));
    const { state, message } = await partIn('tls', facts({ probeTls: inspected }));
    expect({ state, message }).toEqual({
      state: 'ok',
      message:
        'The certificates are accepted. They were issued by Contoso TLS inspection, not by an authority that Microsoft uses: a proxy inspects the traffic to graph.microsoft.com.',
    });
  });

  it.each([
    ['CERT_HAS_EXPIRED', /clock/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /sign-in page/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
  ])('not accepted: %s', async (code, remedy) => {
    const probe = { ...issuedBy('Contoso'), authorised: false, code };
    const found = await partIn('tls', facts({ probeTls: each(probe, issuedBy('DigiCert')) }));
    expect(found).toEqual({
      state: 'failed',
      message: `The certificate of graph.microsoft.com is not accepted (${code}). It was issued by Contoso.`,
      remedy: expect.stringMatching(remedy) as string,
    });
  });

  it('not checked while calls go through', async () => {
    const error = new NotSentError('The proxy refuses.', { remedy: 'Ask.' });
    const found = await partIn('tls', facts({ probeTls: () => Promise.reject(error) }));
    expect(found).toMatchObject({
      state: 'unknown',
      message: expect.stringContaining('could not be inspected') as string,
    });
  });
});

describe('a token for another service', () => {
  it('is refused, and nothing is called with it', async () => {
    const { checks, ready } = await examined({
      token: tokenOf({ aud: 'https://management.azure.com', appid: CLIENT }),
    });
    expect(ready).toBe(false);
    expect(checks.filter(({ state }) => state === 'failed').map(({ id }) => id)).toEqual(['sign-in']);
  });

  it('may name Microsoft Graph by its id', async () => {
    const { checks } = await examined({
      token: tokenOf({ aud: '00000003-0000-0000-c000-000000000000', appid: CLIENT }),
    });
    expect(checks.find(({ id }) => id === 'sign-in')?.state).toBe('ok');
  });
});
