import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

const ACCOUNTS = 2500;

let proxy: EntraProxy;
const place = new Workplace();

beforeAll(async () => {
  proxy = await startEntraProxy();
  const value = Array.from({ length: ACCOUNTS }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    employeeId: String(index),
    userPrincipalName: `user${index}@contoso.com`,
    displayName: `Person ${index}`,
    mailNickname: `user${index}`,
    accountEnabled: true,
  }));
  proxy.sandbox.loadUsers(JSON.stringify({ value }), 'json');
  const { tenantId, clientId } = proxy.registration;
  const signIn = { kind: 'clientSecret', clientId, secret: { file: proxy.files.secret } };
  place.write(
    'c.json',
    JSON.stringify({ kind: 'tenant', name: 'Contoso', endpoint: proxy.endpoint, tenantId, signIn }),
  );
  place.write('m.scimmap', MAPPING);
  place.write('a.csv', extract(ACCOUNTS + 10));
});
afterAll(async () => {
  await place.remove();
  await proxy.close();
});

it('a plan over a real connection reads users, schema and domains, says what it does without, and sends nothing', async () => {
  proxy.switches.withheld = ['Domain.Read.All', 'Organization.Read.All'];
  const call = ['plan', 'a.csv', '--mapping', 'm.scimmap', '--connection', './c.json', '--format', 'json'];
  const { code, out, err } = await place.start(call, proxy.env).ended;
  expect({
    code,
    err: err
      .trim()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line) as object)),
  }).toEqual({
    code: 0,
    err: [['message'], ['message']],
  });
  expect(err).toContain('Grant the application Domain.Read.All, with administrator consent.');
  expect(JSON.parse(out)).toMatchObject({
    schema: 'connection',
    accounts: { count: ACCOUNTS, from: 'connection' },
    outcomes: { created: 11, unchanged: ACCOUNTS - 1 },
  });
  const calls = proxy.ledger.lines.filter((line) => line.includes('graph.microsoft.com'));
  const job = `/v1.0${new URL(proxy.endpoint).pathname.replace(/^\/v1\.0|\/bulkUpload$/g, '')}`;
  expect(calls).toEqual([
    `GET graph.microsoft.com${job}/schema 200`,
    ...Array<string>(3).fill('GET graph.microsoft.com/v1.0/users 200'),
    'GET graph.microsoft.com/v1.0/domains 403',
    'GET graph.microsoft.com/v1.0/organization 403',
  ]);
  expect(proxy.sandbox.staged).toBe(0);
});

it('sending is refused before the extract is read, and nobody is called', async () => {
  proxy.ledger.clear();
  const call = ['send', 'missing.csv', '--mapping', 'm.scimmap', '--connection', './c.json'];
  expect(await place.start(call, proxy.env).ended).toEqual({
    code: 3,
    out: '',
    err: 'This version cannot send to a tenant yet, so nothing was sent to "Contoso". Send to the sandbox: --connection sandbox.\n',
  });
  expect(proxy.ledger.entries).toEqual([]);
});
