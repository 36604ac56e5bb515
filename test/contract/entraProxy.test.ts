import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { allPermissions } from '../../src/sandbox/gate/permissions';
import { selfSigned } from '../support/entraProxy/certificates';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { readToken } from '../support/entraProxy/login/signedToken';
import type { SignInJob } from '../support/entraProxy/outsideClient';
import { OutsideClient } from '../support/entraProxy/outsideClient';

const GRAPH = 'https://graph.microsoft.com';
let proxy: EntraProxy;
let client: OutsideClient;

beforeAll(async () => {
  proxy = await startEntraProxy();
  // Nothing but the two variables that an administrator would set
  const { HTTPS_PROXY = '', NODE_EXTRA_CA_CERTS = '' } = proxy.env;
  client = new OutsideClient({ HTTPS_PROXY, NODE_EXTRA_CA_CERTS });
});
afterEach(() => {
  proxy.calm();
  proxy.ledger.clear();
  client.prompts.length = 0;
});
afterAll(async () => {
  client.close();
  await proxy.close();
});

const job = (rest: Pick<SignInJob, 'way'> & Partial<SignInJob>): SignInJob => ({
  tenantId: proxy.registration.tenantId,
  clientId: proxy.registration.clientId,
  scope: `${GRAPH}/.default`,
  authorityHost: 'https://login.microsoftonline.com',
  ...rest,
});
const bySecret = (rest: Partial<SignInJob> = {}): Promise<string> =>
  client.signIn(job({ way: 'secret', secret: proxy.registration.secret, ...rest }));
const byCertificate = (certificatePath = proxy.files.pem): Promise<string> =>
  client.signIn(job({ way: 'certificate', certificatePath }));
const byTokenFile = (tokenFilePath = proxy.files.federatedToken): Promise<string> =>
  client.signIn(job({ way: 'workloadIdentity', tokenFilePath }));
const read = (path: string, token: string, origin = GRAPH) =>
  client.call({ url: `${origin}/v1.0${path}`, headers: { Authorization: `Bearer ${token}` } });
const claimsOf = (token: string) => readToken(token)?.claims ?? {};
/** A file beside those of the proxy, gone with them. */
const fileWith = (content: string): string => {
  const path = `${proxy.files.pem}.other`;
  writeFileSync(path, content);
  return path;
};

describe('signing in with @azure/identity through the proxy', () => {
  it('works by secret, and the ledger lists who asked for what', async () => {
    const claims = claimsOf(await bySecret());
    expect(claims).toMatchObject({ aud: GRAPH, tid: proxy.registration.tenantId, roles: allPermissions });
    const login = 'login.microsoftonline.com';
    expect(proxy.ledger.lines.at(-1)).toBe(`POST ${login}/${proxy.registration.tenantId}/oauth2/v2.0/token 200`);
    expect(new Set(proxy.ledger.tunnels.map(({ target, outcome }) => `${target} ${outcome}`))).toEqual(
      new Set([`${login}:443 opened`]),
    );
    expect(proxy.ledger.tunnels.some(({ bytes }) => bytes > 0)).toBe(true);
    expect(JSON.stringify(proxy.ledger.entries)).not.toContain(proxy.registration.secret);
  });

  it('works by certificate, whose signature and thumbprint are verified', async () => {
    expect(claimsOf(await byCertificate())).toMatchObject({ idtyp: 'app' });
    const stranger = selfSigned('hr-upload.contoso.com');
    await expect(byCertificate(fileWith(stranger.key + stranger.certificate))).rejects.toThrow('AADSTS700027');
    // The certificate of the application with the key of somebody else: the thumbprint is right, the signature is not
    const { certificate } = proxy.registration.certificate;
    await expect(byCertificate(fileWith(stranger.key + certificate))).rejects.toThrow('AADSTS700027');
  });

  it('works by the token of another issuer, for the subject that the application trusts', async () => {
    expect(claimsOf(await byTokenFile())).toMatchObject({ idtyp: 'app' });
    const { federation } = proxy.registration;
    const other = federation.token({ sub: 'repo:contoso/hr:ref:refs/heads/feature' });
    await expect(byTokenFile(fileWith(other))).rejects.toThrow('AADSTS700213');
    const late = Math.floor(Date.now() / 1000) - 3600;
    await expect(byTokenFile(fileWith(federation.token({ nbf: late - 600, exp: late })))).rejects.toThrow(
      'AADSTS700024',
    );
    const forged = `${federation.token().split('.').slice(0, 2).join('.')}.${Buffer.alloc(256, 1).toString('base64url')}`;
    await expect(byTokenFile(fileWith(forged))).rejects.toThrow('AADSTS700213');
  });

  it('works by device code, for a person with scopes', async () => {
    const claims = claimsOf(await client.signIn(job({ way: 'deviceCode' })));
    expect(claims).toMatchObject({ idtyp: 'user', scp: allPermissions.join(' ') });
    expect(claims).not.toHaveProperty('roles');
    expect(client.prompts).toEqual([expect.stringMatching(/https:\/\/microsoft\.com\/devicelogin .* code \w{9} /)]);
    proxy.switches.deviceCode = 'decline';
    await expect(client.signIn(job({ way: 'deviceCode' }))).rejects.toThrow('authorization_declined');
    proxy.switches.deviceCode = 'let expire';
    await expect(client.signIn(job({ way: 'deviceCode' }))).rejects.toThrow('expired_token');
  });

  it('works by browser, for the program that opened it, once', async () => {
    const { tenantId, clientId } = proxy.registration;
    const base = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0`;
    const verifier = 'a-verifier-of-at-least-43-characters-as-the-rfc-says';
    const redirect = 'http://localhost:4711';
    const shared = { client_id: clientId, redirect_uri: redirect, scope: `${GRAPH}/.default offline_access` };
    const open = async (more: Record<string, string> = {}) => {
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const pkce = { code_challenge: challenge, code_challenge_method: 'S256', state: 'here' };
      const query = new URLSearchParams({ ...shared, ...pkce, response_type: 'code', ...more });
      return client.call({ url: `${base}/authorize?${query}`, redirect: 'manual' });
    };
    const bring = async (form: Record<string, string>) => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const body = new URLSearchParams({ ...shared, ...form }).toString();
      return (await client.call({ url: `${base}/token`, method: 'POST', headers, body })).text;
    };
    const codeOf = async () => new URL((await open()).headers.location ?? '').searchParams.get('code') ?? '';
    const back = new URL((await open()).headers.location ?? '');
    expect([back.origin, back.searchParams.get('state')]).toEqual([redirect, 'here']);
    const code = back.searchParams.get('code') ?? '';
    const grant = { grant_type: 'authorization_code', code_verifier: verifier };
    const given = JSON.parse(await bring({ ...grant, code })) as Record<'access_token' | 'refresh_token', string>;
    expect(claimsOf(given.access_token)).toMatchObject({ idtyp: 'user' });
    expect(await bring({ ...grant, code })).toContain('AADSTS70008');
    expect(await bring({ ...grant, code: await codeOf(), code_verifier: 'of-another' })).toContain('AADSTS501481');
    expect((await open({ redirect_uri: 'https://example.com/' })).text).toContain('AADSTS50011');
    const renewal = { grant_type: 'refresh_token', refresh_token: given.refresh_token };
    expect(await bring(renewal)).toContain('access_token');
    expect(await bring(renewal)).toContain('AADSTS70008');
  });

  it('is refused as the service words it', async () => {
    const { secretId, tenantId } = proxy.registration;
    await expect(bySecret({ secret: 'wrong' })).rejects.toThrow('AADSTS7000215');
    await expect(bySecret({ secret: secretId })).rejects.toThrow('AADSTS7000215');
    await expect(bySecret({ clientId: tenantId })).rejects.toThrow('AADSTS700016');
    await expect(bySecret({ tenantId: secretId })).rejects.toThrow('AADSTS90002');
    await expect(bySecret({ scope: 'https://graph.microsoft.us/.default' })).rejects.toThrow('AADSTS70011');
    for (const code of [7000222, 65001, 50076, 53003] as const) {
      proxy.switches.refusal = code;
      await expect(bySecret()).rejects.toThrow(`AADSTS${code}`);
    }
    // A wrong secret is not forgiven because something else is refused too
    await expect(bySecret({ secret: 'wrong' })).rejects.toThrow('AADSTS7000215');
  });

  it('fails by assertion where the clocks differ, and by secret does not', async () => {
    for (const clockSkew of [3_600_000, -3_600_000]) {
      proxy.switches.clockSkew = clockSkew;
      await expect(byCertificate()).rejects.toThrow('AADSTS700024');
      expect(await bySecret()).not.toBe('');
    }
  });

  it('knows a tenant in its own cloud alone', async () => {
    await expect(bySecret({ authorityHost: 'https://login.microsoftonline.us' })).rejects.toThrow('AADSTS90002');
    const asked = proxy.ledger.requests.filter(({ path }) => path.startsWith(`/${proxy.registration.tenantId}/`));
    expect(asked.map(({ host, status }) => `${host} ${status}`)).toEqual(['login.microsoftonline.us 400']);
  });
});

describe('discovery', () => {
  const login = 'https://login.microsoftonline.com';
  const discover = (authority: string) =>
    client.call({
      url: `${login}/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(`${authority}/contoso/oauth2/v2.0/authorize`)}`,
    });

  it('says which hosts are a cloud of Microsoft, and that others are none', async () => {
    expect(JSON.parse((await discover(login)).text)).toMatchObject({
      tenant_discovery_endpoint: `${login}/contoso/v2.0/.well-known/openid-configuration`,
    });
    expect((await discover('https://login.example.com')).text).toContain('invalid_instance');
  });

  it('says where the endpoints of the tenant are, and of no other', async () => {
    const { tenantId, clientId } = proxy.registration;
    const configuration = (tenant: string) =>
      client.call({ url: `${login}/${tenant}/v2.0/.well-known/openid-configuration` });
    expect(JSON.parse((await configuration(tenantId)).text)).toMatchObject({
      token_endpoint: `${login}/${tenantId}/oauth2/v2.0/token`,
    });
    expect((await configuration(clientId)).text).toContain('AADSTS90002');
  });
});

describe('Graph through the proxy', () => {
  it('is the sandbox of this process, whose pages lead on by https', async () => {
    const { sandbox } = proxy;
    sandbox.loadUsers('userPrincipalName,displayName\nada@contoso.com,Ada\ngrace@contoso.com,Grace', 'csv');
    expect(sandbox.countUsers('API2AAD')).toBe(2);
    const token = await bySecret();
    const answer = await read('/users?$top=1', token);
    expect(answer.status).toBe(200);
    const page = JSON.parse(answer.text) as { readonly value: unknown[]; readonly '@odata.nextLink': string };
    expect(page.value).toHaveLength(1);
    const next = page['@odata.nextLink'];
    expect(next.startsWith(`${GRAPH}/v1.0/users?`)).toBe(true);
    expect((await read(next.slice(`${GRAPH}/v1.0`.length), token)).status).toBe(200);
    expect(proxy.ledger.requests.filter(({ host }) => host === 'graph.microsoft.com')).toMatchObject([
      { method: 'GET', hasToken: true, bodyBytes: 0, status: 200 },
      { method: 'GET', hasToken: true, bodyBytes: 0, status: 200 },
    ]);
  });

  it('takes an upload to the endpoint of the portal, and its log is where Location says', async () => {
    const body = readFileSync('test/data/csv2scim/postman-bulk-request.json', 'utf8');
    const headers = { Authorization: `Bearer ${await bySecret()}`, 'Content-Type': 'application/scim+json' };
    const answer = await client.call({ url: proxy.endpoint, method: 'POST', headers, body });
    expect(answer.status).toBe(202);
    expect(answer.headers.location).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/auditLogs\//);
    expect(proxy.ledger.requests.at(-1)).toMatchObject({ method: 'POST', bodyBytes: Buffer.byteLength(body) });
    expect(proxy.sandbox.staged).toBeGreaterThan(0);
  });

  it('refuses a token that was altered, has ended, or is for another audience', async () => {
    const token = await bySecret();
    const refused = async (given: string) => expect((await read('/users', given)).status).toBe(401);
    await refused(`${token.slice(0, -8)}AAAAAAAA`);
    await refused('a-token');
    await refused(proxy.sandbox.issueToken());
    expect((await read('/users', token, 'https://graph.microsoft.us')).text).toContain('Invalid audience');
    proxy.switches.clockSkew = 2 * 3_600_000;
    expect((await read('/users', token)).text).toContain('the token is expired');
  });

  const reads = [
    ['User.Read.All', '/users'],
    ['Domain.Read.All', '/domains'],
    ['Organization.Read.All', '/organization'],
    ['ProvisioningLog.Read.All', '/auditLogs/provisioning'],
    ['Application.Read.All', '/servicePrincipals/{sp}'],
  ] as const;
  it.each(reads)('refuses without %s what needs it, and nothing else', async (permission, path) => {
    proxy.switches.withheld = [permission];
    const token = await bySecret();
    expect(claimsOf(token).roles).toEqual(allPermissions.filter((each) => each !== permission));
    const statuses: Record<string, number> = {};
    for (const [name, each] of reads) {
      const at = each.replace('{sp}', proxy.sandbox.application.servicePrincipalId);
      statuses[name] = (await read(at, token)).status;
    }
    expect(statuses).toEqual(Object.fromEntries(reads.map(([name, each]) => [name, each === path ? 403 : 200])));
  });

  it('says the time by its own clock', async () => {
    proxy.switches.clockSkew = -600_000;
    const { headers } = await read('/users', await bySecret());
    const behind = Date.now() - Date.parse(headers.date ?? '');
    expect(behind).toBeGreaterThan(590_000);
    expect(behind).toBeLessThan(660_000);
  });
});

describe('the proxy', () => {
  it('opens no tunnel to any other host, port or spelling', async () => {
    const strangers = [
      'https://example.com/',
      'https://graph.microsoft.com.example.com/',
      'https://graph.microsoft.com:8443/',
      'https://graph.microsoft.com./',
      'https://127.0.0.1/',
      'https://portal.azure.com/',
    ];
    for (const url of strangers) await expect(client.call({ url })).rejects.toThrow();
    expect(proxy.ledger.tunnels.map(({ outcome }) => outcome)).toEqual(strangers.map(() => 'refused'));
    expect(proxy.ledger.requests).toEqual([]);
  });

  it('refuses and lists what comes without a tunnel', async () => {
    const answer = await request(`${proxy.url}/metadata/identity`, { headers: { Authorization: 'Bearer a-token' } });
    await answer.body.dump();
    expect(answer.statusCode).toBe(403);
    expect(proxy.ledger.requests).toMatchObject([{ way: 'plain', path: '/metadata/identity', hasToken: true }]);
    expect(proxy.ledger.tunnels).toEqual([]);
  });

  it.each(['refuse', 'ask for a password', 'drop'] as const)('can %s, and nothing arrives', async (tunnel) => {
    proxy.switches.tunnel = tunnel;
    const outside = new OutsideClient(proxy.env);
    await expect(outside.call({ url: GRAPH })).rejects.toThrow();
    outside.close();
    expect(proxy.ledger.requests).toEqual([]);
    expect(proxy.ledger.tunnels.map(({ bytes }) => bytes)).toEqual(proxy.ledger.tunnels.map(() => 0));
    expect(proxy.ledger.tunnels.length).toBeGreaterThan(0);
  });

  it('lets in a caller who sends the password that it asks for', async () => {
    proxy.switches.tunnel = 'ask for a password';
    const withPassword = proxy.url.replace('//', `//${proxy.password}@`);
    const outside = new OutsideClient({ ...proxy.env, HTTPS_PROXY: withPassword, https_proxy: withPassword });
    expect((await outside.call({ url: GRAPH })).status).toBe(401);
    outside.close();
  });

  it.each([
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['wrong host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['unknown authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('shows a certificate that is bad (%s), and not a byte arrives', async (fault, code) => {
    const token = await bySecret();
    proxy.ledger.clear();
    proxy.switches.certificate = { fault };
    // A connection of its own: one that is open needs no certificate any more
    const outside = new OutsideClient(proxy.env);
    const upload = { url: proxy.endpoint, method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: '{}' };
    await expect(outside.call(upload)).rejects.toMatchObject({ code });
    await expect(outside.signIn(job({ way: 'secret', secret: proxy.registration.secret }))).rejects.toThrow();
    expect(proxy.ledger.requests).toEqual([]);
    expect(new Set(proxy.ledger.tunnels.map(({ bytes }) => bytes))).toEqual(new Set([0]));
    // The fault can be Graph's alone
    proxy.switches.certificate = { fault, of: 'graph' };
    const again = await outside.signIn(job({ way: 'secret', secret: proxy.registration.secret }));
    await expect(outside.call({ ...upload, headers: { Authorization: `Bearer ${again}` } })).rejects.toMatchObject({
      code,
    });
    outside.close();
  });

  it('writes a PFX that opens with its password alone', () => {
    const pfx = readFileSync(proxy.files.pfx);
    expect(() => createSecureContext({ pfx, passphrase: proxy.files.pfxPassword })).not.toThrow();
    expect(() => createSecureContext({ pfx, passphrase: 'wrong' })).toThrow();
  });
});

describe('a tenant in another cloud', () => {
  it('is reached at the hosts of that cloud', async () => {
    const china = await startEntraProxy({ cloud: 'china' });
    const outside = new OutsideClient(china.env);
    const { tenantId, clientId, secret } = china.registration;
    const graph = 'https://microsoftgraph.chinacloudapi.cn';
    const token = await outside.signIn({
      way: 'secret',
      tenantId,
      clientId,
      secret,
      scope: `${graph}/.default`,
      authorityHost: 'https://login.chinacloudapi.cn',
    });
    const answer = await outside.call({ url: `${graph}/v1.0/users`, headers: { Authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    outside.close();
    await china.close();
  });
});
