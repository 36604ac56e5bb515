import { createPrivateKey } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SignIn } from '../../src/connections/file/signIn';
import type { TenantConnectionFile } from '../../src/connections/tenantFile';
import { tenantConnection } from '../../src/connections/tenantConnection';
import { systemClock } from '../../src/tenant/clock';
import { cloudEndpoint } from '../../src/tenant/endpoint';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { tokenClaims } from '../../src/tenant/signIn/tokenClaims';
import { selfSigned, toPfx } from '../support/entraProxy/certificates';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import type { SignInRig } from '../support/entraProxy/signInRig';
import { signInRig } from '../support/entraProxy/signInRig';

const OTHER = '99999999-1111-2222-3333-444444444444';
let proxy: EntraProxy;
let rig: SignInRig;

beforeAll(async () => {
  proxy = await startEntraProxy();
  rig = signInRig(proxy);
});
afterEach(() => {
  vi.unstubAllEnvs();
  proxy.calm();
  proxy.ledger.clear();
  rig.codes.length = 0;
  rig.pages.length = 0;
});
afterAll(async () => {
  await rig.close();
  await proxy.close();
});

const ours = () => ({ clientId: proxy.registration.clientId });
const bySecret = (): SignIn => ({ kind: 'clientSecret', ...ours(), secret: { env: 'HR_SECRET' } });
const byCode = (): SignIn => ({ kind: 'deviceCode', ...ours() });
const byBrowser = (): SignIn => ({ kind: 'browser', ...ours() });
const byCertificate = (file = proxy.files.pem, password?: string): SignIn => ({
  kind: 'clientCertificate',
  ...ours(),
  certificate: { file },
  ...(password !== undefined && { password: { file: password } }),
});
const byToken = (): SignIn => ({ kind: 'workloadIdentity', ...ours(), tokenFile: proxy.files.federatedToken });
const asked = () => proxy.ledger.lines.filter((line) => line.includes('/token '));

describe('one token for a connection', () => {
  it('is renewed once for all calls whose token has ended, and each call is made again once', async () => {
    const tokens = rig.tokens(bySecret());
    await tokens.token();
    // By the service's clock the token has ended meanwhile, and this side does not know
    proxy.switches.clockSkew = 2 * 3_600_000;
    const { transport } = rig;
    const tenant = createHttpTenant({
      endpoint: cloudEndpoint('global', proxy.sandbox.application.servicePrincipalId, proxy.sandbox.application.jobId),
      name: 'Contoso',
      transport,
      tokens,
    });
    await Promise.all(Array.from({ length: 6 }, () => tenant.readDomains()));
    expect(asked()).toHaveLength(2);
    const statuses = proxy.ledger.requests.filter(({ host }) => host.startsWith('graph.')).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status === 200)).toHaveLength(6);
  });

  it('is requested again, past the cache of the library', async () => {
    const tokens = rig.tokens(bySecret());
    const [first, kept, renewed] = [await tokens.token(), await tokens.token(), await tokens.token({ renew: true })];
    expect(kept).toBe(first);
    expect(renewed).not.toBe(first);
    expect(asked()).toHaveLength(2);
  });

  it('that lasts a short time is asked for again before its end', async () => {
    proxy.switches.tokenLifetime = 1;
    const tokens = rig.tokens(bySecret());
    const first = await tokens.token();
    await vi.waitFor(async () => expect(await tokens.token()).not.toBe(first), { timeout: 10_000 });
  });

  it('of another tenant is refused before anything is read', async () => {
    const { servicePrincipalId, jobId } = proxy.sandbox.application;
    const ids = { cloud: 'global', tenantId: OTHER, servicePrincipalId, jobId } as const;
    const file: TenantConnectionFile = {
      ...ids,
      kind: 'tenant',
      name: 'Contoso',
      production: false,
      signIn: { kind: 'azureCli' },
    };
    const connection = tenantConnection(file, {
      clock: systemClock,
      openTransport: () => Promise.resolve({ transport: rig.transport, close: () => Promise.resolve() }),
      openTokens: () => Promise.resolve({ token: () => Promise.resolve(proxy.issueToken('person')) }),
    });
    await expect(connection.open()).rejects.toThrow(`but the connection is for ${OTHER}`);
    expect(proxy.ledger.entries).toEqual([]);
  });
});

describe('a person', () => {
  it('signs in with the browser once, and is renewed silently', async () => {
    const tokens = rig.tokens(byBrowser());
    const first = await tokens.token();
    expect(tokenClaims(first)).toMatchObject({ isPerson: true, tenantId: proxy.registration.tenantId });
    expect(await tokens.token({ renew: true })).not.toBe(first);
    expect(rig.pages).toEqual([expect.stringMatching(/^https:\/\/login\.microsoftonline\.com\/.*code_challenge=/)]);
  });

  it('is not signed in by a page that brings back a state of its own', async () => {
    const browse = rig.browse;
    rig.browse = async (page) => {
      const back = new URL(page).searchParams.get('redirect_uri') ?? '';
      for (const forged of ['?code=forged&state=forged', '?code=forged', '?error=access_denied'])
        expect((await fetch(`${back}/${forged}`)).status).toBe(404);
      await browse(page);
    };
    expect(tokenClaims(await rig.tokens(byBrowser()).token())?.isPerson).toBe(true);
    rig.browse = browse;
  });

  it('is signed in although others ask the port for something that is not an address', async () => {
    const browse = rig.browse;
    rig.browse = async (page) => {
      const port = Number(new URL(new URL(page).searchParams.get('redirect_uri') ?? '').port);
      for (const target of ['//', 'http://[', '//[?state=x', '*']) {
        const answer = await new Promise<string>((resolve) => {
          const asking = connect(port, '127.0.0.1', () =>
            asking.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`),
          );
          asking.once('data', (bytes) => resolve(bytes.toString()));
        });
        expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      }
      await browse(page);
    };
    expect(tokenClaims(await rig.tokens(byBrowser()).token())?.isPerson).toBe(true);
    rig.browse = browse;
  });

  it('hears why the browser came back without a code', async () => {
    const browse = rig.browse;
    rig.browse = async (page) => {
      const { searchParams } = new URL(page);
      const query = new URLSearchParams({
        error: 'access_denied',
        error_description: 'AADSTS65004: User declined to consent to access the app.',
        state: searchParams.get('state') ?? '',
      });
      await fetch(`${searchParams.get('redirect_uri') ?? ''}/?${query}`);
    };
    await expect(rig.tokens(byBrowser()).token()).rejects.toThrow('Nobody has consented');
    rig.browse = browse;
  });

  it('enters a device code once, and is renewed silently', async () => {
    const tokens = rig.tokens(byCode());
    const first = await tokens.token();
    expect(await tokens.token({ renew: true })).not.toBe(first);
    expect(rig.codes).toEqual([
      { code: expect.stringMatching(/^\w{9}$/) as unknown, address: expect.any(String) as unknown },
    ]);
  });

  it.each([
    ['a device code', byCode],
    ['the browser', byBrowser],
  ])('may give up %s', async (_, signIn) => {
    proxy.switches.deviceCode = 'wait';
    const browse = rig.browse;
    rig.browse = () => Promise.resolve();
    const [stop, tokens] = [new AbortController(), rig.tokens(signIn())];
    const waiting = tokens.token({ signal: stop.signal });
    await vi.waitFor(() => expect(rig.codes.length + rig.pages.length).toBe(1), { timeout: 10_000 });
    stop.abort();
    await expect(waiting).rejects.toThrow('cancelled');
    proxy.calm();
    rig.browse = browse;
    expect(tokenClaims(await tokens.token())?.isPerson).toBe(true);
  });
});

describe('a certificate', () => {
  it.each(['a password', ''])('is opened as PFX with the password "%s"', async (password) => {
    const pfx = `${proxy.files.pem}.${password.length}.pfx`;
    writeFileSync(pfx, toPfx(proxy.registration.certificate, password));
    writeFileSync(`${pfx}.txt`, password);
    const tokens = rig.tokens(byCertificate(pfx, password === '' ? undefined : `${pfx}.txt`));
    expect(tokenClaims(await tokens.token())?.isPerson).toBe(false);
  });
});

describe('an encrypted key in PEM', () => {
  it('is opened with its password', async () => {
    const { key, certificate } = proxy.registration.certificate;
    const locked = createPrivateKey(key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'pw',
    });
    const pem = `${proxy.files.pem}.locked`;
    writeFileSync(pem, `${certificate}${locked.toString()}`);
    writeFileSync(`${pem}.txt`, 'pw');
    await expect(rig.tokens(byCertificate(pem)).token()).rejects.toThrow('is protected by a password');
    expect(tokenClaims(await rig.tokens(byCertificate(pem, `${pem}.txt`)).token())?.isPerson).toBe(false);
  });
});

describe('a certificate that expires', () => {
  it.each([
    [10, 1],
    [60, 0],
  ])('in %i days is warned about %i times', async (days, times) => {
    const to = new Date(Date.now() + days * 86_400_000);
    const { key, certificate } = selfSigned('soon.contoso.com', { from: new Date(Date.now() - 86_400_000), to });
    const path = `${proxy.files.pem}.${days}`;
    writeFileSync(path, key + certificate);
    rig.warnings.length = 0;
    await expect(rig.tokens(byCertificate(path)).token()).rejects.toThrow('AADSTS700027');
    const warning = `The certificate expires on ${to.toISOString().slice(0, 10)}.`;
    expect(rig.warnings).toEqual(Array(times).fill(expect.stringContaining(warning)));
  });
});

describe('the Azure CLI', () => {
  it.skipIf(process.platform === 'win32').each([
    ['is missing', undefined, /^The Azure CLI \(az\) is not installed/],
    ['is not signed in', 'echo "ERROR: Please run \'az login\' to setup account." >&2; exit 1', /is not signed in/],
    [
      'is signed in elsewhere',
      'echo "ERROR: AADSTS50020: User account casey@fabrikam.example does not exist in tenant" >&2; exit 1',
      /^The Azure CLI did not return a token: The account does not belong to tenant \S+ \(AADSTS50020\)\.$/,
    ],
    ['answers something else', 'echo casey@fabrikam.example', /^The Azure CLI did not return a token for tenant /],
  ])('%s', async (_, script, message) => {
    const folder = `${proxy.files.pem}.az`;
    mkdirSync(folder, { recursive: true });
    if (script !== undefined) writeFileSync(`${folder}/az`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    vi.stubEnv('PATH', folder);
    const token = rig.tokens({ kind: 'azureCli' }).token();
    await expect(token).rejects.toThrow(message);
    await expect(token).rejects.not.toThrow(/casey/);
  });
});

describe('what is given as a token', () => {
  it.skipIf(process.platform === 'win32').each([null, 5, ['casey'], { name: 'casey' }, '', 'ca sey'])(
    'by the Azure CLI is refused where it is %j',
    async (accessToken) => {
      const folder = `${proxy.files.pem}.az`;
      mkdirSync(folder, { recursive: true });
      const answer = JSON.stringify({ accessToken, expires_on: 4_102_444_800 });
      writeFileSync(`${folder}/az`, `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
      vi.stubEnv('PATH', folder);
      await expect(rig.tokens({ kind: 'azureCli' }).token()).rejects.toThrow(
        /^Signing in by Azure CLI did not return a token\.$/,
      );
    },
  );

  it.each([5, true, ['casey'], { name: 'casey' }, 'casey\r\nX-Other: 1'])(
    'by the service is refused where it is %j',
    async (access_token) => {
      proxy.switches.insteadOfToken = (_, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ access_token, token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 }));
      };
      await expect(rig.tokens(bySecret()).token()).rejects.toThrow(
        /^Signing in by client secret did not return a token\.$/,
      );
    },
  );
});

describe('every cloud', () => {
  it.each(['usgovdod', 'china'] as const)('signs in at its own service: %s', async (cloud) => {
    const there = await startEntraProxy({ cloud });
    const client = signInRig(there);
    const secret: SignIn = { ...bySecret(), clientId: there.registration.clientId } as SignIn;
    expect(tokenClaims(await client.tokens(secret, { cloud }).token())?.isPerson).toBe(false);
    await client.close();
    await there.close();
  });
});

describe('hostile environment variables', () => {
  const hostile = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  let connections = 0;
  beforeAll(() => new Promise<void>((resolve) => void hostile.listen(0, '127.0.0.1', resolve)));
  afterAll(() => hostile.close());

  const steer = (more: Readonly<Record<string, string>> = {}) => {
    const there = `https://127.0.0.1:${(hostile.address() as AddressInfo).port}`;
    const set = {
      AZURE_AUTHORITY_HOST: there,
      AZURE_TENANT_ID: OTHER,
      AZURE_CLIENT_ID: OTHER,
      AZURE_CLIENT_SECRET: 'of-another',
      AZURE_FEDERATED_TOKEN_FILE: proxy.files.federatedToken,
      AZURE_POD_IDENTITY_AUTHORITY_HOST: there,
      AZURE_ADDITIONALLY_ALLOWED_TENANTS: '*',
      IDENTITY_ENDPOINT: there,
      IDENTITY_HEADER: 'a-header',
      MSI_ENDPOINT: there,
      ...more,
    };
    for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
  };

  it('lead no way to sign in to another host, tenant or application', async () => {
    steer();
    // Of its own, so that no tunnel of another test is still open
    const own = signInRig(proxy);
    for (const signIn of [bySecret(), byCertificate(), byToken(), byCode(), byBrowser()]) {
      const claims = tokenClaims(await own.tokens(signIn).token());
      expect(claims).toMatchObject({ tenantId: proxy.registration.tenantId, appId: proxy.registration.clientId });
    }
    await expect(own.tokens({ kind: 'managedIdentity' }).token()).rejects.toThrow('No managed identity answers');
    await own.close();
    const targets = new Set(proxy.ledger.tunnels.map(({ target }) => target));
    expect({ connections, targets }).toEqual({ connections: 0, targets: new Set(['login.microsoftonline.com:443']) });
  });

  it.each([
    ['AZURE_REGIONAL_AUTHORITY_NAME', '127.0.0.1/'],
    ['MSAL_FORCE_REGION', 'westeurope'],
  ])('that name a region in %s are refused', async (name, value) => {
    steer({ [name]: value });
    for (const signIn of [bySecret(), byCertificate(), byToken()])
      await expect(rig.tokens(signIn).token()).rejects.toThrow('directed to an unexpected host');
    expect({ connections, entries: proxy.ledger.entries }).toEqual({ connections: 0, entries: [] });
  });
});
