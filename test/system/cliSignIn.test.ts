import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { Workplace } from './support/runCli';

/** Variables that steer the sign-in library where what they name is left out, all of them towards nobody. */
const HOSTILE = {
  AZURE_AUTHORITY_HOST: 'https://login.example.com',
  AZURE_REGIONAL_AUTHORITY_NAME: 'example.com/',
  AZURE_TENANT_ID: '99999999-1111-2222-3333-444444444444',
  AZURE_CLIENT_ID: '99999999-1111-2222-3333-444444444444',
  AZURE_CLIENT_SECRET: 'of-somebody-else',
};

let proxy: EntraProxy;
let place: Workplace;
beforeAll(async () => {
  proxy = await startEntraProxy();
  place = new Workplace({ ...proxy.env, ...HOSTILE, ENTRA_CLIENT_SECRET: proxy.registration.secret });
});
afterEach(() => {
  proxy.calm();
  proxy.ledger.clear();
});
afterAll(async () => {
  await place.remove();
  await proxy.close();
});

/** Reads the log over a connection that signs in like this. */
function logs(signIn: object): ReturnType<Workplace['run']> {
  const { tenantId, clientId } = proxy.registration;
  const ids = ['azureCli', 'managedIdentity'].includes((signIn as { kind: string }).kind) ? {} : { clientId };
  place.write(
    'c.json',
    JSON.stringify({
      kind: 'tenant',
      name: 'Contoso',
      endpoint: proxy.endpoint,
      tenantId,
      signIn: { ...ids, ...signIn },
    }),
  );
  return place.run(['logs', '--connection', './c.json', '--format', 'json']);
}

describe('logs of a tenant', () => {
  it('are read after signing in by a secret, from a variable or a file', async () => {
    for (const secret of [{ env: 'ENTRA_CLIENT_SECRET' }, { file: proxy.files.secret }]) {
      expect(await logs({ kind: 'clientSecret', secret })).toEqual({ code: 0, out: '', err: '' });
      expect(proxy.ledger.lines.at(-1)).toMatch(/^GET graph\.microsoft\.com\/.* 200$/);
    }
  });
});
