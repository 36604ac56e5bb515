import { describe, expect, it } from 'vitest';
import { cloudNames, clouds } from '../../../src/tenant/clouds';
import { parseEndpoint } from '../../../src/tenant/endpoint';
import { boundTransport } from '../../../src/tenant/network/boundTransport';
import type { Transport } from '../../../src/tenant/transport';

const SP = '0f0f0f0f-1111-2222-3333-444444444444';
const JOB = 'API2AAD.0123456789abcdef0123456789abcdef.1a03de52-b9c3-4e2c-a1e3-9145aaa8e530';
const PATH = `/v1.0/servicePrincipals/${SP}/synchronization/jobs/${JOB}/bulkUpload`;
const GRAPH = 'https://graph.microsoft.com';
const at = (origin: string): string => `${origin}${PATH}`;
const withPath = (from: string, to: string): string => at(GRAPH).replace(from, to);

const USER = 'user information before the host';
const BLANK = 'a space, a line break or a control character';
const LOOKALIKE = 'outside ASCII';
const OTHER_HOST = 'is not a host of Microsoft Graph';
const NOT_HTTPS = 'does not begin with "https://"';
const IP = 'its host is an IP address';
const LOOPBACK = 'only http://127.0.0.1 with a port';

/** Addresses that are mistaken for Graph's, and the part that is named as wrong. */
const CONFUSING: readonly (readonly [address: string, part: string])[] = [
  ['', 'it is empty'],
  ['graph.microsoft.com', NOT_HTTPS],
  [PATH, NOT_HTTPS],
  [`//graph.microsoft.com${PATH}`, NOT_HTTPS],
  [`https:/graph.microsoft.com${PATH}`, NOT_HTTPS],
  [`https:graph.microsoft.com${PATH}`, NOT_HTTPS],
  [`ftp://graph.microsoft.com${PATH}`, NOT_HTTPS],
  [`javascript:${GRAPH}${PATH}`, NOT_HTTPS],
  [`wss://graph.microsoft.com${PATH}`, NOT_HTTPS],
  [at('https:\\\\graph.microsoft.com'), 'a backslash'],
  [at('https://graph.microsoft.com\\@evil.example'), 'a backslash'],
  [at('https://graph.microsoft.com\\.evil.example'), 'a backslash'],
  [at('https://user@graph.microsoft.com'), USER],
  [at('https://:s3cret@graph.microsoft.com'), USER],
  [at('https://user:s3cret@graph.microsoft.com'), USER],
  [at('https://graph.microsoft.com@evil.example'), USER],
  [at('https://graph.microsoft.com:443@evil.example'), USER],
  [at('https://graph.microsoft.com%40evil.example'), 'percent-encoded'],
  [at('https://graph.microsoft.com%2eevil.example'), 'percent-encoded'],
  [at('https://graph%2emicrosoft.com'), 'percent-encoded'],
  [at('https://graph.microsoft.com%00.evil.example'), 'percent-encoded'],
  [at('https://graph.microsoft.com%09'), 'percent-encoded'],
  [at('https://graph.micro\tsoft.com'), BLANK],
  [at('https://graph.micro\nsoft.com'), BLANK],
  [at('https://graph.micro\rsoft.com'), BLANK],
  [at('https://graph.microsoft.com\u0000'), BLANK],
  [at('https://graph.microsoft.com '), BLANK],
  [at('https://graph.microsoft.com\u00a0'), BLANK],
  [at('https:// graph.microsoft.com'), BLANK],
  [withPath(JOB, 'API2AAD x'), BLANK],
  [at('https://ｇraph.microsoft.com'), LOOKALIKE],
  [at('https://graph。microsoft。com'), LOOKALIKE],
  [at('https://graph.mіcrosoft.com'), LOOKALIKE],
  [at('https://grаph.microsoft.com'), LOOKALIKE],
  [at('https://graph.micro\u00adsoft.com'), LOOKALIKE],
  [at('https://graph.micro\u200bsoft.com'), LOOKALIKE],
  [at('https://graph.mıcrosoft.com'), LOOKALIKE],
  [at('https://graph.microſoft.com'), LOOKALIKE],
  [at('https://graph.microsoft.com\u202e'), LOOKALIKE],
  [withPath('/bulkUpload', '/bul\u212aUpload'), LOOKALIKE],
  [at('http://graph.microsoft.com'), 'http instead of https'],
  [at('http://graph.microsoft.us'), 'http instead of https'],
  [at('https://'), 'its host is missing'],
  [at('https://graph.microsoft.com:443'), 'it names a port'],
  [at('https://graph.microsoft.com:8443'), 'it names a port'],
  [at('https://graph.microsoft.com:'), 'it names a port'],
  [at('http://graph.microsoft.com:80'), 'it names a port'],
  [at('https://graph.microsoft.com.'), 'ends in a dot'],
  [at('https://graph.microsoft.com..'), 'ends in a dot'],
  [at('https://graph.microsoft.com.evil.example'), OTHER_HOST],
  [at('https://evil-graph.microsoft.com'), OTHER_HOST],
  [at('https://evilgraph.microsoft.com'), OTHER_HOST],
  [at('https://graph.microsoft.com-evil.example'), OTHER_HOST],
  [at('https://graph-microsoft.com'), OTHER_HOST],
  [at('https://graph.microsoft.co'), OTHER_HOST],
  [at('https://graph.rnicrosoft.com'), OTHER_HOST],
  [at('https://xn--graph-microsoft-9qb.com'), OTHER_HOST],
  [at('https://microsoft.com'), OTHER_HOST],
  [at('https://graph.windows.net'), OTHER_HOST],
  [at('https://graph.microsoft.de'), OTHER_HOST],
  [at('https://login.microsoftonline.com'), OTHER_HOST],
  [at(`https://evil.example/${GRAPH}`), OTHER_HOST],
  [at('https://evil.example?https://graph.microsoft.com'), OTHER_HOST],
  [at('https://evil.example#graph.microsoft.com'), OTHER_HOST],
  [at('https://[::1]'), 'an IPv6 address'],
  [at('http://[::ffff:127.0.0.1]:40400'), 'an IPv6 address'],
  [at('https://20.190.132.105'), IP],
  [at('https://0x7f000001'), IP],
  [at('http://2130706433:40400'), IP],
  [at('http://0177.0.0.1:40400'), IP],
  [at('http://0.0.0.0:40400'), IP],
  [at('https://127.0.0.1:40400'), LOOPBACK],
  [at('http://127.0.0.1'), LOOPBACK],
  [at('http://127.0.0.1:0'), LOOPBACK],
  [at('http://127.0.0.1:65536'), LOOPBACK],
  [at('http://127.1:40400'), LOOPBACK],
  [at('http://127.0.0.2:40400'), LOOPBACK],
  [at('http://localhost:40400'), LOOPBACK],
  [at('http://127.0.0.1:40400@evil.example'), USER],
  [`${at(GRAPH)}?token=s3cret`, 'a query'],
  [at(`${GRAPH}?`), 'a query'],
  [`${at(GRAPH)}#s3cret`, 'a fragment'],
  [withPath('/v1.0', ''), 'its version'],
  [withPath('v1.0', 'v2.0'), 'its version'],
  [withPath('v1.0', 'v1.00'), 'its version'],
  [GRAPH, 'its version'],
  [`${GRAPH}/v1.0`, '"servicePrincipals" does not follow'],
  [withPath('/servicePrincipals', '/applications'), '"servicePrincipals" does not follow'],
  [withPath(`/${SP}`, "(appId='x')"), '"servicePrincipals" does not follow'],
  [withPath('/v1.0/', '/v1.0/../beta/'), 'an empty segment'],
  [withPath('/v1.0/', '//v1.0/'), 'an empty segment'],
  [withPath(JOB, '..'), 'an empty segment'],
  [withPath('/v1.0/', '/v1.0/%2e%2e/'), 'its path is percent-encoded'],
  [withPath(JOB, 'a%2fb'), 'its path is percent-encoded'],
  [withPath(SP, 'not-a-guid'), 'its service principal id is not a GUID'],
  [withPath(SP, `${SP}0`), 'its service principal id is not a GUID'],
  [withPath('/synchronization/', '/sync/'), '"synchronization/jobs" does not follow'],
  [withPath(JOB, "x'or'1'eq'1"), 'its job id'],
  [withPath(JOB, 'x;y'), 'its job id'],
  [withPath(JOB, 'x'.repeat(129)), 'its job id'],
  [withPath('/bulkUpload', ''), 'does not end with "/bulkUpload"'],
  [withPath('/bulkUpload', '/bulkUpload/x'), 'does not end with "/bulkUpload"'],
  [withPath('/bulkUpload', '/schema'), 'does not end with "/bulkUpload"'],
];

describe('a confusing address', () => {
  it('is one of more than sixty', () => {
    expect(new Set(CONFUSING.map(([address]) => address)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(CONFUSING)('%j is refused for the part that is wrong', (address, part) => {
    const parsed = parseEndpoint(address);
    const said = 'refusal' in parsed ? parsed.refusal : `accepted: ${parsed.origin}`;
    expect(said).toContain(part);
    expect(said).toMatch(/^This is not a provisioning API endpoint: /);
    expect(said).not.toContain('s3cret');
  });
});

describe('a transport that is bound to one origin', () => {
  const called: string[] = [];
  const transport: Transport = (url) => {
    called.push(url);
    return Promise.reject(new Error('called'));
  };
  const request = { method: 'GET', headers: {}, redirect: 'manual' } as const;
  const refusal = (graph: string) => ({
    name: 'NotSentError',
    outcome: 'not-sent',
    message: `A call to another host than ${new URL(graph).host} was refused.`,
    remedy: 'Nothing was sent. Check the cloud of the connection.',
  });

  it.each(CONFUSING)('calls nobody but Graph for %j', async (address) => {
    called.length = 0;
    await boundTransport(GRAPH, transport)(address, request).catch(() => undefined);
    for (const url of called) {
      expect(url.startsWith(`${GRAPH}/`)).toBe(true);
      expect(new URL(url)).toMatchObject({ origin: GRAPH, username: '', password: '' });
    }
    // Those whose path alone is wrong are Graph's; what is wrong before the path goes nowhere
    const isHostWrong = !address.startsWith(`${GRAPH}/`);
    expect(called).toHaveLength(isHostWrong ? 0 : 1);
  });

  it.each(cloudNames)('calls the Graph of %s and of no other cloud', async (name) => {
    for (const other of cloudNames) {
      called.length = 0;
      const calling = boundTransport(clouds[name].graph, transport)(at(clouds[other].graph), request);
      if (other === name) await expect(calling).rejects.toThrow('called');
      else await expect(calling).rejects.toMatchObject(refusal(clouds[name].graph));
      expect(called).toHaveLength(other === name ? 1 : 0);
    }
  });
});

describe('clouds', () => {
  it.each(cloudNames)('%s has its own Graph, and a token for nothing else', (name) => {
    const { graph, authority, portal, scope } = clouds[name];
    expect(parseEndpoint(at(graph))).toMatchObject({ kind: 'real', origin: graph });
    expect(scope).toBe(`${graph}/.default`);
    for (const origin of [graph, authority, portal]) expect(new URL(origin).origin).toBe(origin);
    expect(cloudNames.filter((other) => clouds[other].graph === graph)).toEqual([name]);
    for (const origin of [authority, portal]) expect(parseEndpoint(at(origin))).toHaveProperty('refusal');
  });
});
