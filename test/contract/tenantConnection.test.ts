import { readFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { signInEffects } from '../../src/cli/signInEffects';
import { parseConnectionFile } from '../../src/connections/connectionFile';
import { tenantConnection } from '../../src/connections/tenantConnection';
import type { TenantEffects } from '../../src/connections/tenantEffects';
import type { TenantConnectionFile } from '../../src/connections/tenantFile';
import { openTokens } from '../../src/signIn/openTokens';
import { systemClock } from '../../src/tenant/clock';
import type { CloudName } from '../../src/tenant/clouds';
import { cloudNames, clouds } from '../../src/tenant/clouds';
import { refuseUnverified } from '../../src/tenant/network/verification';
import { envProxies } from '../../src/transport/envProxies';
import { undiciTransport } from '../../src/transport/undiciTransport';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { clouds as knownClouds } from '../support/entraProxy/hosts';

/** One for each cloud: their keys take long to make. */
const proxies = new Map<CloudName, EntraProxy>();
afterEach(() => {
  for (const proxy of proxies.values()) {
    proxy.calm();
    proxy.ledger.clear();
  }
});
afterAll(async () => {
  for (const proxy of proxies.values()) await proxy.close();
});

async function start(cloud: CloudName): Promise<EntraProxy> {
  const proxy = proxies.get(cloud) ?? (await startEntraProxy({ cloud }));
  proxies.set(cloud, proxy);
  return proxy;
}

function fileOf(proxy: EntraProxy): TenantConnectionFile {
  const { tenantId, clientId } = proxy.registration;
  const signIn = { kind: 'clientSecret', clientId, secret: { file: proxy.files.secret } };
  const file = parseConnectionFile(
    JSON.stringify({ kind: 'tenant', name: 'Contoso', endpoint: proxy.endpoint, tenantId, signIn }),
  );
  if ('refusal' in file || file.kind !== 'tenant') throw new Error(JSON.stringify(file));
  return file;
}

/** What the command line does, with the authority given instead of taken from a variable of this process. */
function effectsOf(proxy: EntraProxy, more: Partial<TenantEffects> = {}): TenantEffects {
  const authorities = [readFileSync(proxy.files.authority, 'utf8')];
  return {
    clock: systemClock,
    openTransport: () => Promise.resolve(undiciTransport({ proxies: envProxies(proxy.env), authorities })),
    openTokens: (file, transport) =>
      Promise.resolve(
        openTokens(
          file,
          signInEffects(proxy.env, () => Promise.resolve(), transport),
        ),
      ),
    ...more,
  };
}

describe.each(cloudNames)('an opened connection to a tenant of the cloud %s', (cloud) => {
  it('reads, and calls the hosts of its cloud alone', async () => {
    const proxy = await start(cloud);
    const connection = tenantConnection(fileOf(proxy), effectsOf(proxy));
    const opened = await connection.open();
    const { tenantId } = proxy.registration;
    expect(await opened.target()).toMatchObject({ kind: 'tenant', cloud, graph: clouds[cloud].graph, tenantId });
    expect(JSON.parse(await opened.tenant.readSchema())).toHaveProperty('synchronizationRules');
    for await (const page of opened.tenant.readUsers(['userPrincipalName'])) expect(page).toHaveProperty('users');
    for await (const page of opened.tenant.readLog({})) expect(page).toEqual([]);
    await opened.tenant.readDomains();
    await opened.close();
    const { logins, graph } = knownClouds[cloud];
    const hosts = new Set(proxy.ledger.tunnels.map(({ target }) => target.replace(/:443$/, '')));
    expect([...hosts].filter((host) => host !== graph && !logins.includes(host))).toEqual([]);
    expect(hosts).toContain(graph);
    const { requests } = proxy.ledger;
    expect(requests.filter(({ way }) => way === 'plain')).toEqual([]);
    expect(requests.filter(({ host, method }) => host === graph && method !== 'GET')).toEqual([]);
    // A token goes to Graph and nowhere else
    expect(new Set(requests.filter(({ hasToken }) => hasToken).map(({ host }) => host))).toEqual(new Set([graph]));
  });

  it('gives no token to the Graph of another cloud', async () => {
    const proxy = await start(cloud);
    for (const other of cloudNames.filter((name) => name !== cloud)) {
      // The ids and the sign-in of one cloud, the address of another: as a file that somebody has mixed up
      const token = () => Promise.resolve(proxy.issueToken());
      const effects = effectsOf(proxy, { openTokens: () => Promise.resolve({ token }) });
      const opened = await tenantConnection({ ...fileOf(proxy), cloud: other }, effects).open();
      await expect(opened.tenant.readSchema()).rejects.toMatchObject({
        outcome: 'not-sent',
        message: 'The token is for another cloud than the tenant’s.',
      });
      await opened.close();
      expect(clouds[other].graph).not.toBe(clouds[cloud].graph);
    }
    expect(proxy.ledger.entries).toEqual([]);
  });
});

describe('opening a connection', () => {
  it('gives no sandbox’s token to a tenant', async () => {
    const proxy = await start('global');
    const token = () => Promise.resolve(proxy.sandbox.issueToken());
    const effects = effectsOf(proxy, { openTokens: () => Promise.resolve({ token }) });
    const opened = await tenantConnection(fileOf(proxy), effects).open();
    await expect(opened.tenant.readSchema()).rejects.toMatchObject({ outcome: 'not-sent' });
    await opened.close();
    expect(proxy.ledger.entries).toEqual([]);
  });

  it('ends before anybody signs in where certificates are not verified', async () => {
    const proxy = await start('global');
    const openTransport = async () => {
      refuseUnverified({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });
      return effectsOf(proxy).openTransport();
    };
    const opening = tenantConnection(fileOf(proxy), effectsOf(proxy, { openTransport })).open();
    await expect(opening).rejects.toMatchObject({ outcome: 'not-sent' });
    expect(proxy.ledger.entries).toEqual([]);
  });

  it.each(['self-signed', 'expired', 'wrong host', 'unknown authority'] as const)(
    'sends no secret to a sign-in host whose certificate is %s',
    async (fault) => {
      const proxy = await start('global');
      proxy.switches.certificate = { fault, of: 'login' };
      await expect(tenantConnection(fileOf(proxy), effectsOf(proxy)).open()).rejects.toMatchObject({
        outcome: 'not-sent',
      });
      expect(proxy.ledger.tunnels.every(({ bytes }) => bytes === 0)).toBe(true);
      expect(proxy.ledger.requests).toEqual([]);
    },
  );
});
