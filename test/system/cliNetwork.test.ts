import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

let proxy: EntraProxy;
let place: Workplace;
beforeAll(async () => {
  proxy = await startEntraProxy();
  place = new Workplace({ ...proxy.env, ENTRA_CLIENT_SECRET: proxy.registration.secret });
  const { tenantId, clientId } = proxy.registration;
  const signIn = { kind: 'clientSecret', clientId, secret: { env: 'ENTRA_CLIENT_SECRET' } };
  place.write(
    'c.json',
    JSON.stringify({ kind: 'tenant', name: 'Contoso', endpoint: proxy.endpoint, tenantId, signIn }),
  );
  place.write('m.scimmap', MAPPING);
  place.write('a.csv', extract(3));
});
afterAll(async () => {
  await place.remove();
  await proxy.close();
});

describe('the command line after a proxy, by environment variables alone', () => {
  it('plans with what it reads of the tenant, and calls nobody else', async () => {
    const planned = await place.run([
      'plan',
      'a.csv',
      '--mapping',
      'm.scimmap',
      '--connection',
      './c.json',
      '--format',
      'json',
    ]);
    // A first upload to a tenant wants its name typed, with a proxy too
    expect(planned.code).toBe(4);
    expect(planned.out).toContain('"outcomes"');
    const hosts = new Set(proxy.ledger.tunnels.map(({ target }) => target));
    expect(hosts).toEqual(new Set(['login.microsoftonline.com:443', 'graph.microsoft.com:443']));
    expect(proxy.ledger.lines.filter((line) => line.startsWith('POST graph'))).toEqual([]);
  });

  it('says what is wrong with the way to the tenant, and sends nothing', async () => {
    const logs = (env: Record<string, string>) => place.start(['logs', '--connection', './c.json'], env).ended;
    proxy.ledger.clear();
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [
        { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' },
        'the environment variable NODE_TLS_REJECT_UNAUTHORIZED is 0',
      ],
      [{ HTTPS_PROXY: 'proxy.contoso.com:8080' }, 'HTTPS_PROXY does not contain the address of an HTTP proxy'],
    ];
    for (const [env, said] of cases)
      expect(await logs(env)).toMatchObject({ code: 3, out: '', err: expect.stringContaining(said) as string });
    expect(proxy.ledger.entries).toEqual([]);
    const untrusted = await logs({ NODE_EXTRA_CA_CERTS: '' });
    expect(untrusted).toMatchObject({ code: 3, err: expect.stringContaining('NODE_EXTRA_CA_CERTS') as string });
    proxy.switches.tunnel = 'refuse';
    expect(await logs({})).toMatchObject({
      code: 3,
      err: expect.stringContaining(`${proxy.url} (HTTPS_PROXY) refuses`) as string,
    });
    expect(proxy.ledger.requests).toEqual([]);
    expect(proxy.ledger.tunnels.every(({ bytes }) => bytes === 0)).toBe(true);
  });
});
