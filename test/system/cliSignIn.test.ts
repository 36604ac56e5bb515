import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemSandboxClock } from '../../src/sandbox/clock';
import { systemClock } from '../../src/tenant/clock';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import type { Ended } from './support/runCli';
import { jsonLines, Workplace } from './support/runCli';

/** Variables that steer the sign-in library where what they name is left out, all of them towards nobody. */
const HOSTILE = {
  AZURE_AUTHORITY_HOST: 'https://login.example.com',
  AZURE_REGIONAL_AUTHORITY_NAME: 'example.com/',
  AZURE_TENANT_ID: '99999999-1111-2222-3333-444444444444',
  AZURE_CLIENT_ID: '99999999-1111-2222-3333-444444444444',
  AZURE_CLIENT_SECRET: 'of-somebody-else',
  AZURE_FEDERATED_TOKEN_FILE: '/nowhere',
  AZURE_LOG_LEVEL: 'verbose',
  // Has libraries write the address of the proxy, with its password
  DEBUG: '*',
};
const IDENTITY = '77777777-1111-2222-3333-444444444444';

let proxy: EntraProxy;
let place: Workplace;
/** A service of this machine that gives tokens, as the platforms of Azure have one. */
let platform: Server;
let endpoint = '';
const asked: IncomingMessage[] = [];

/** How far the tenant's clock is ahead: it counts the reads of all commands, so between two tests its ten seconds pass. */
let ahead = 0;
const clock = { ...systemSandboxClock, now: () => systemSandboxClock.now() + ahead };

beforeAll(async () => {
  proxy = await startEntraProxy({ sandbox: { clock, rules: { cycleDelay: 10 }, logLatency: 0 } });
  place = new Workplace();
  platform = createServer((request, response) => {
    asked.push(request);
    const expires = Math.floor(Date.now() / 1000) + 3600;
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify({ access_token: proxy.issueToken(), expires_on: String(expires), token_type: 'Bearer' }),
    );
  });
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
  await fillLog();
});
afterEach(() => {
  ahead += 10_000;
  proxy.calm();
  proxy.ledger.clear();
  asked.length = 0;
});
afterAll(async () => {
  platform.close();
  await place.remove();
  await proxy.close();
});

/** Has the job work once, so that its log is not empty. */
async function fillLog(): Promise<void> {
  const body = readFileSync('test/data/csv2scim/postman-bulk-request.json');
  const target = new URL(proxy.endpoint).pathname;
  const host = 'graph.microsoft.com';
  const headers = {
    host,
    authorization: `Bearer ${proxy.sandbox.issueToken()}`,
    'content-type': 'application/scim+json',
  };
  const request = {
    method: 'POST',
    target,
    headers: new Map(Object.entries(headers)),
    authority: 'graph.microsoft.com',
  };
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(body);
  };
  expect((await proxy.sandbox.handle({ ...request, body: pieces() })).status).toBe(202);
  while (proxy.sandbox.staged > 0) await systemClock.delay(5);
}

/** Reads the log over a connection that signs in like this, and says how it went. */
function start(signIn: object, env: Readonly<Record<string, string>> = {}) {
  const { tenantId } = proxy.registration;
  const file = { kind: 'tenant', name: 'Contoso', endpoint: proxy.endpoint, tenantId, signIn };
  place.write('c.json', JSON.stringify(file));
  return place.start(['logs', '--connection', './c.json', '--format', 'json'], { ...proxy.env, ...HOSTILE, ...env });
}

async function logs(signIn: object, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return start(signIn, env).ended;
}

/** Expects that entries were printed and nothing else was said, and that nobody was asked but the tenant. */
function expectEntries({ code, out, err }: Ended, said = ''): void {
  expect({ code, err }).toEqual({ code: 0, err: said });
  expect(jsonLines(out).length).toBeGreaterThan(0);
  const hosts = new Set(proxy.ledger.entries.map((entry) => (entry.kind === 'tunnel' ? entry.target : entry.host)));
  for (const host of hosts) expect(host).toMatch(/^(login\.microsoftonline|graph\.microsoft)\.com(:443)?$/);
}

describe('logs of a tenant are read after signing in', () => {
  const ours = () => ({ clientId: proxy.registration.clientId });

  it('by a secret, from a variable or from a file that others should not be able to read', async () => {
    const { secret } = proxy.registration;
    const bySecret = (at: object, env = {}) => logs({ kind: 'clientSecret', ...ours(), secret: at }, env);
    expectEntries(await bySecret({ env: 'HR_SECRET' }, { HR_SECRET: secret }));
    expectEntries(await bySecret({ file: proxy.files.secret }));
    const open = join(place.path, place.write('open.txt', secret));
    chmodSync(open, 0o644);
    const warned = await bySecret({ file: open });
    const message = `Warning: other users of this machine can read ${open}. Run: chmod 600 ${open}`;
    expectEntries(warned, process.platform === 'win32' ? '' : `${JSON.stringify({ message })}\n`);
  });

  it('by a certificate: PEM, and PFX with its password', async () => {
    const { pem, pfx, pfxPasswordFile } = proxy.files;
    const byCertificate = (file: string, more = {}) =>
      logs({ kind: 'clientCertificate', ...ours(), certificate: { file }, ...more });
    expectEntries(await byCertificate(pem));
    expectEntries(await byCertificate(pfx, { password: { file: pfxPasswordFile } }));
  });

  it('by a workload identity', async () => {
    expectEntries(await logs({ kind: 'workloadIdentity', ...ours(), tokenFile: proxy.files.federatedToken }));
  });

  it.each([
    ['IDENTITY_ENDPOINT', () => ({ IDENTITY_ENDPOINT: `${endpoint}/msi/token`, IDENTITY_HEADER: 'a-header' })],
    ['MSI_ENDPOINT', () => ({ MSI_ENDPOINT: `${endpoint}/oauth2/token` })],
    ['AZURE_POD_IDENTITY_AUTHORITY_HOST', () => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: endpoint })],
  ])('by the managed identity that %s names, past the proxy', async (name, env) => {
    const isCloudShell = name === 'MSI_ENDPOINT';
    expectEntries(
      await logs(
        { kind: 'managedIdentity', ...(isCloudShell ? {} : { clientId: IDENTITY }) },
        {
          ...env(),
          HTTP_PROXY: proxy.url,
          http_proxy: proxy.url,
        },
      ),
    );
    expect(asked).toHaveLength(1);
    if (!isCloudShell) expect(asked[0]?.url).toContain(`client_id=${IDENTITY}`);
    expect(asked[0]?.headers.metadata ?? asked[0]?.headers['x-identity-header']).toBeDefined();
    expect(proxy.ledger.requests.filter(({ host }) => host.startsWith('login.'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('by az, which is on the PATH', async () => {
    const expires = Math.floor(Date.now() / 1000) + 3600;
    const token = JSON.stringify({ accessToken: proxy.issueToken('person'), expires_on: expires });
    const az = join(place.path, 'az');
    writeFileSync(az, `#!/bin/sh\necho "$@" > ${place.path}/words.txt\ncat <<'END'\n${token}\nEND\n`, { mode: 0o755 });
    const PATH = `${place.path}${delimiter}${process.env.PATH ?? ''}`;
    expectEntries(await logs({ kind: 'azureCli' }, { PATH }));
    expect(readFileSync(join(place.path, 'words.txt'), 'utf8').trim()).toBe(
      `account get-access-token --output json --resource https://graph.microsoft.com --tenant ${proxy.registration.tenantId}`,
    );
  });

  it('by a device code, which is shown with a warning', async () => {
    const ended = await logs({ kind: 'deviceCode', ...ours() });
    expect(ended.err).toMatch(
      /^\{"message":"To sign in, open https:\/\/microsoft\.com\/devicelogin and enter the code \w{9}\. Only do so if you started this sign-in yourself/,
    );
    expectEntries(ended, ended.err);
  });
});
