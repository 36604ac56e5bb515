import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SignIn } from '../../src/connections/file/signIn';
import type { TenantConnectionFile } from '../../src/connections/tenantFile';
import { TenantError } from '../../src/tenant/errors';
import { selfSigned, toPfx } from '../support/entraProxy/certificates';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import type { RefusalCode } from '../support/entraProxy/login/refusals';
import { signInRig } from '../support/entraProxy/signInRig';

const OTHER = '99999999-1111-2222-3333-444444444444';
const DAY = 86_400_000;
let proxy: EntraProxy;

beforeAll(async () => {
  proxy = await startEntraProxy();
});
afterEach(() => {
  proxy.calm();
  proxy.ledger.clear();
});
afterAll(() => proxy.close());

const clientId = () => proxy.registration.clientId;
const bySecret = (): SignIn => ({ kind: 'clientSecret', clientId: clientId(), secret: { env: 'HR_SECRET' } });
const byCertificate = (file: string, password?: string): SignIn => ({
  kind: 'clientCertificate',
  clientId: clientId(),
  certificate: { file },
  ...(password !== undefined && { password: { file: fileWith(password) } }),
});
const byToken = (tokenFile: string): SignIn => ({ kind: 'workloadIdentity', clientId: clientId(), tokenFile });
const byCode = (): SignIn => ({ kind: 'deviceCode', clientId: clientId() });

let files = 0;
/** A file beside those of the proxy, gone with them. */
function fileWith(content: string | Uint8Array): string {
  const path = `${proxy.files.pem}.${(files += 1)}`;
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

interface Tried {
  readonly signIn: SignIn;
  readonly secret?: string;
  /** Of the proxy. */
  readonly url?: string;
  readonly file?: Partial<TenantConnectionFile>;
}

/** What signing in fails with. */
async function failure({ signIn, file, ...rest }: Tried): Promise<TenantError> {
  const rig = signInRig(proxy, rest);
  try {
    const error: unknown = await rig
      .tokens(signIn, file)
      .token()
      .then(
        () => new Error('It did not fail.'),
        (reason: unknown) => reason,
      );
    if (!(error instanceof TenantError)) throw error;
    return error;
  } finally {
    await rig.close();
  }
}

/** Nothing of the library, of the service's own words, of people and of secrets. */
function expectOurWords({ message, remedy }: TenantError): void {
  const said = `${message} ${remedy}`;
  expect(said).not.toMatch(
    /AADSTS\d+:|Trace ID:|Correlation ID|Timestamp|casey|@contoso\.example|aka\.ms|msal|undefined/i,
  );
  expect(said).not.toContain(proxy.registration.secret);
  expect(message).toMatch(/\.$/);
}

type Case = readonly [what: string, tried: () => Tried, name: string, message: RegExp, remedy: RegExp];

describe('signing in fails in plain words', () => {
  const refused: readonly Case[] = [
    [
      'a wrong secret',
      () => ({ signIn: bySecret(), secret: 'wrong' }),
      'SignInRefusedError',
      /^The client secret does not belong to application [0-9a-f-]{36} \(AADSTS7000215\)\.$/,
      /secret’s Value\.$/,
    ],
    [
      'a secret with a space',
      () => ({ signIn: bySecret(), secret: `${proxy.registration.secret} ` }),
      'SignInRefusedError',
      /AADSTS7000215/,
      /begins or ends with a space/,
    ],
    [
      'the ID of a secret',
      () => ({ signIn: bySecret(), secret: proxy.registration.secretId }),
      'SignInRefusedError',
      /^The client secret is the ID of a secret, not its value \(AADSTS7000215\)\.$/,
      /store its Value/,
    ],
    [
      'an unknown client',
      () => ({ signIn: { ...bySecret(), clientId: OTHER } as SignIn }),
      'SignInRefusedError',
      /has no application with the client id 99999999-\S+ \(AADSTS700016\)\.$/,
      /"clientId"/,
    ],
    [
      'an unknown tenant',
      () => ({ signIn: bySecret(), file: { tenantId: OTHER } }),
      'SignInRefusedError',
      /^The cloud "global" has no tenant 99999999-\S+ \(AADSTS90002\)\.$/,
      /"cloud"/,
    ],
    [
      'the wrong cloud',
      () => ({ signIn: bySecret(), file: { cloud: 'usgov' } }),
      'SignInRefusedError',
      /^The cloud "usgov" has no tenant/,
      /"cloud"/,
    ],
    [
      'a certificate that is not registered',
      () => ({ signIn: byCertificate(fileWith(pemOf(selfSigned('other.contoso.com')))) }),
      'SignInRefusedError',
      /^The certificate is not registered for application \S+ \(AADSTS700027\)\.$/,
      /Certificates & secrets/,
    ],
    [
      'a certificate that has expired',
      () => ({
        signIn: byCertificate(
          fileWith(
            pemOf(
              selfSigned('old.contoso.com', { from: new Date(Date.now() - 9 * DAY), to: new Date(Date.now() - DAY) }),
            ),
          ),
        ),
      }),
      'SignInRefusedError',
      /^The certificate expired on \d{4}-\d\d-\d\d \(AADSTS700027\)\.$/,
      /Create a new certificate/,
    ],
    [
      'a workload token that nobody has signed',
      () => ({ signIn: byToken(fileWith('a.b.c')) }),
      'SignInRefusedError',
      /^No federated credential of the application matches the token \(AADSTS700027\)\.$/,
      /federated credentials/,
    ],
    [
      'a token of another subject',
      () => ({ signIn: byToken(fileWith(proxy.registration.federation.token({ sub: 'repo:contoso/other' }))) }),
      'SignInRefusedError',
      /^No federated credential of the application matches the token \(AADSTS700213\)\.$/,
      /issuer, subject and audience/,
    ],
    [
      'a token that has ended',
      () => {
        const end = Math.floor(Date.now() / 1000) - 3600;
        return { signIn: byToken(fileWith(proxy.registration.federation.token({ nbf: end - 600, exp: end }))) };
      },
      'SignInRefusedError',
      /^The token in "tokenFile" is not valid at this time \(the sign-in was valid from \d{4}-\S+Z to \S+Z; the service’s clock says \S+Z\) \(AADSTS700024\)\.$/,
      /write a new one/,
    ],
  ];

  it.each(refused)('of %s', async (_, tried, name, message, remedy) => {
    const error = await failure(tried());
    expect({ name: error.name, status: error.status }).toEqual({
      name,
      status: error.message.includes('AADSTS9') || error.message.includes('700016') ? 400 : 401,
    });
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expectOurWords(error);
  });

  const codes: readonly (readonly [RefusalCode, RegExp, RegExp])[] = [
    [7000222, /^The client secret has expired /, /Create a new client secret/],
    [65001, /^Nobody has consented /, /grant consent/],
    [90094, /^Nobody has consented /, /grant consent/],
    [50076, /multifactor/, /"browser"/],
    [50079, /multifactor/, /"browser"/],
    [53003, /^A Conditional Access policy blocks this sign-in /, /sign-in log names the policy/],
    [530003, /^A Conditional Access policy blocks this sign-in /, /sign-in log names the policy/],
    [53000, /^A Conditional Access policy blocks this sign-in /, /sign-in log names the policy/],
    [50027, /^The clock of this machine differs /, /Set the clock/],
    [70021, /^No federated credential /, /federated credentials/],
    [50057, /^The account is disabled /, /another account/],
    [50020, /^The account does not belong to tenant /, /account of that tenant/],
    [50105, /^The account is not assigned /, /assign it/],
    [50194, /^The application belongs to another tenant/, /"tenantId"/],
    [7000112, /^The application is disabled in the tenant /, /enable it/],
    [7000218, /^The application has to authenticate itself/, /public client flows/],
    [900023, /^The cloud "global" has no tenant /, /"tenantId"/],
    [50011, /^The application does not allow the address/, /http:\/\/localhost/],
  ];

  it.each(codes)('of AADSTS%i', async (code, message, remedy) => {
    proxy.switches.refusal = code;
    const error = await failure({ signIn: bySecret() });
    expect({ name: error.name, code: error.code }).toEqual({ name: 'SignInRefusedError', code: `AADSTS${code}` });
    expect(error.message).toMatch(message);
    expect(error.message).toContain(`(AADSTS${code})`);
    expect(error.remedy).toMatch(remedy);
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expectOurWords(error);
  });

  it('of a code that is not known here, with the page that explains it', async () => {
    proxy.switches.refusal = 70003;
    const error = await failure({ signIn: bySecret() });
    expect(error.message).toBe('Signing in was refused (AADSTS70003).');
    expect(error.remedy).toContain('https://login.microsoftonline.com/error?code=70003');
    expectOurWords(error);
  });

  it.each([3_600_000, -3_600_000])('of a clock that is wrong by %i ms, with both times', async (clockSkew) => {
    proxy.switches.clockSkew = clockSkew;
    const error = await failure({ signIn: byCertificate(proxy.files.pem) });
    expect(error.message).toMatch(
      /^The clock of this machine differs from that of the sign-in service \(the sign-in was valid from \S+Z to \S+Z; the service’s clock says \S+Z\)/,
    );
    const [from = 0, , now = 0] = [...error.message.matchAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g)].map(([at]) => Date.parse(at));
    expect(Math.sign(now - from)).toBe(Math.sign(clockSkew));
    expectOurWords(error);
  });

  it.each([
    ['decline', /^The sign-in was declined on the other device \(authorization_declined\)\.$/],
    ['let expire', /^The code was not entered in time \(AADSTS70020\)\.$/],
  ] as const)('of a device code: %s', async (deviceCode, message) => {
    proxy.switches.deviceCode = deviceCode;
    const error = await failure({ signIn: byCode() });
    expect(error.message).toMatch(message);
    expectOurWords(error);
  });
});

describe('a certificate that cannot be opened', () => {
  const rsa = selfSigned('x.contoso.com');
  it.each<readonly [string, () => SignIn, RegExp]>([
    ['without its password', () => byCertificate(proxy.files.pfx), /is protected by a password\.$/],
    ['with a wrong password', () => byCertificate(proxy.files.pfx, 'wrong'), /cannot be opened with its password\.$/],
    ['without a key', () => byCertificate(fileWith(rsa.certificate)), /does not contain a private key\.$/],
    [
      'without a certificate',
      () => byCertificate(fileWith(rsa.key)),
      /does not contain a certificate for its private key\.$/,
    ],
    [
      'with the key of another',
      () => byCertificate(fileWith(rsa.key + selfSigned('y.contoso.com').certificate)),
      /does not contain a certificate for its private key\.$/,
    ],
    ['that is none', () => byCertificate(fileWith('no certificate')), /is not a certificate with its private key\.$/],
    ['that is cut', () => byCertificate(fileWith(toPfx(rsa, '').slice(0, 300))), /is not a certificate with its/],
  ])('%s is refused before anybody is called', async (_, signIn, message) => {
    const error = await failure({ signIn: signIn() });
    expect(error.name).toBe('NotSentError');
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(/^Nothing was sent\. \S/);
    expect(proxy.ledger.entries).toEqual([]);
  });
});

describe('a sign-in service that cannot be reached', () => {
  it.each<readonly [string, () => void, string | undefined, string, RegExp, RegExp]>([
    ['a proxy that refuses', () => (proxy.switches.tunnel = 'refuse'), undefined, 'NotSentError', /403/, /proxy/i],
    [
      'a proxy that wants a password',
      () => (proxy.switches.tunnel = 'ask for a password'),
      undefined,
      'NotSentError',
      /407|password/,
      /PASSWORD/,
    ],
    [
      'TLS interception',
      () => (proxy.switches.certificate = { fault: 'unknown authority' }),
      undefined,
      'NotSentError',
      /authority/,
      /NODE_EXTRA_CA_CERTS/,
    ],
    [
      'a certificate that has expired',
      () => (proxy.switches.certificate = { fault: 'expired' }),
      undefined,
      'NotSentError',
      /CERT_HAS_EXPIRED/,
      /clock/,
    ],
    [
      'a certificate for another host',
      () => (proxy.switches.certificate = { fault: 'wrong host' }),
      undefined,
      'NotSentError',
      /another host/,
      /network/,
    ],
    ['a proxy that nobody is at', () => undefined, 'http://127.0.0.1:9', 'NotSentError', /ECONNREFUSED/, /proxy/i],
    [
      'a proxy whose name is unknown',
      () => undefined,
      'http://proxy.invalid:8080',
      'NotSentError',
      /could not be resolved/,
      /name servers/,
    ],
  ])('because of %s', async (_, prepare, url, name, message, remedy) => {
    prepare();
    const error = await failure({ signIn: bySecret(), ...(url !== undefined && { url }) });
    expect(error.name).toBe(name);
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
    expect(proxy.ledger.requests).toEqual([]);
    expectOurWords(error);
  });
});

function pemOf({ key, certificate }: { readonly key: string; readonly certificate: string }): string {
  return key + certificate;
}

it('does not take the name of an inherited member for a known reason', async () => {
  proxy.switches.insteadOfToken = (_, response) => {
    response.writeHead(400, { 'Content-Type': 'application/json' });
    response.end('{"error":"constructor"}');
  };
  const error = await failure({ signIn: bySecret() });
  expectOurWords(error);
  expect(error.message).toBe('Signing in was refused (constructor).');
});

describe('a managed identity that gives no token', () => {
  let status = 200;
  const platform = createServer((_, response) => {
    // Nothing at all: for 0
    if (status > 0) response.writeHead(status, { 'Content-Type': 'application/json' }).end('{}');
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(platform.address() as AddressInfo).port}/token`);
    vi.stubEnv('IDENTITY_HEADER', 'a-header');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    platform.close();
  });

  it.each([
    [429, 'ThrottledError', /^The managed identity throttles calls\.$/],
    [500, 'NotSentError', /^The service of the managed identity failed \(500\)\.$/],
    [400, 'SignInRefusedError', /^The platform did not return a token for a system-assigned identity \(400\)\.$/],
    [200, 'SignInRefusedError', /^The platform did not return a token for a system-assigned identity \(200\)\.$/],
  ])('is reported by its status when it answers %i without a reason', async (given, name, message) => {
    status = given;
    const error = await failure({ signIn: { kind: 'managedIdentity' } });
    expectOurWords(error);
    expect(error.name).toBe(name);
    expect(error.message).toMatch(message);
  });

  it('and is given up leaves those alone who ask later', async () => {
    status = 0;
    const rig = signInRig(proxy);
    const stop = new AbortController();
    const waiting = rig.tokens({ kind: 'managedIdentity' }).token({ signal: stop.signal });
    await once(platform, 'request');
    stop.abort();
    await expect(waiting).rejects.toThrow('cancelled');
    await rig.close();
    status = 400;
    expect((await failure({ signIn: { kind: 'managedIdentity' } })).message).toMatch(
      /^The platform did not return a token for /,
    );
  });
});
