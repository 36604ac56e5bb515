import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readUserFile } from '../../src/sandbox/storage/readUserFile';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { parseEndpoint } from '../../src/tenant/endpoint';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { proxyTokens, proxyTransport } from '../support/entraProxy/proxyTransport';
import type { Switches } from '../support/entraProxy/switches';
import { Workplace } from './support/runCli';

/** What is known of each person of the directory: a canary each. */
const FACTS = ['displayName', 'givenName', 'surname', 'jobTitle', 'mobilePhone', 'city', 'employeeId'] as const;
const PEOPLE = 5;
const canary = (person: number, fact: string) => `cNRy${person}${fact.toLowerCase()}x`;
const account = (person: number) => ({
  id: `00000000-0000-4000-8000-00000000000${person}`,
  userPrincipalName: `${canary(person, 'upn')}@contoso.com`,
  mail: `${canary(person, 'mail')}@contoso.com`,
  accountEnabled: true,
  ...Object.fromEntries(FACTS.map((fact) => [fact, canary(person, fact)])),
});
const WRONG_SECRET = 'cNRy0wrong8Q~secretx';

let proxy: EntraProxy;
let place: Workplace;
/** Everything that is secret: as it is, and the parts of it that a message could hold. */
let secrets: readonly string[];

beforeAll(async () => {
  const people = Array.from({ length: PEOPLE }, (_, index) => account(index + 1));
  const { users } = readUserFile(JSON.stringify({ value: people }), 'json', 'API2AAD', () => '');
  proxy = await startEntraProxy({ sandbox: { users, logLatency: 0, rules: { cycleDelay: 1 } } });
  const { registration, files, password } = proxy;
  place = new Workplace({
    ...proxy.env,
    ENTRA_CLIENT_SECRET: registration.secret,
    WRONG_SECRET,
    SECRET_ID: registration.secretId,
    WRONG_PASSWORD: 'cNRy0wrongpasswordx',
  });
  const keyLines = registration.certificate.key.split('\n').filter((line) => line.length > 40);
  const federated = readFileSync(files.federatedToken, 'utf8').trim().split('.');
  secrets = [
    registration.secret,
    registration.secretId,
    files.pfxPassword,
    password.split(':')[1] ?? '',
    ...keyLines.slice(0, 10),
    ...federated.slice(1),
  ];
  place.write('people.csv', `Id,Name\n${canary(6, 'employeeid')},${canary(6, 'displayname')}\n`);
  place.write(
    'people.scimmap',
    'externalId = [Id]\nuserName = Join("@", [Name], "contoso.com")\ndisplayName = [Name]\nactive = "True"\n',
  );
  await sendOnePerson();
});
afterEach(() => proxy.calm());
afterAll(async () => {
  await place.remove();
  await proxy.close();
});

/** One entry of the log, so that reading it reads somebody's data. */
async function sendOnePerson(): Promise<void> {
  const endpoint = parseEndpoint(proxy.endpoint);
  if ('refusal' in endpoint) throw new Error(endpoint.refusal);
  const way = proxyTransport(proxy);
  const tenant = createHttpTenant({ endpoint, name: 'Contoso', transport: way.transport, tokens: proxyTokens(proxy) });
  const person = { externalId: canary(1, 'employeeid'), userName: `${canary(1, 'upn')}@contoso.com`, active: true };
  const data = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], ...person };
  const operation = { method: 'POST', bulkId: 'b1', path: '/Users', data };
  await tenant.upload(
    JSON.stringify({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      failOnErrors: null,
      Operations: [operation],
    }),
  );
  await way.close();
}

const secret = (env: string) => ({ kind: 'clientSecret', secret: { env } });
const WAYS: Readonly<Record<string, () => object>> = {
  'the right secret': () => secret('ENTRA_CLIENT_SECRET'),
  'a wrong secret': () => secret('WRONG_SECRET'),
  'the id of the secret': () => secret('SECRET_ID'),
  'a certificate': () => ({ kind: 'clientCertificate', certificate: { file: proxy.files.pem } }),
  'a certificate with a password': () => ({
    kind: 'clientCertificate',
    certificate: { file: proxy.files.pfx },
    password: { file: proxy.files.pfxPasswordFile },
  }),
  'a wrong password': () => ({
    kind: 'clientCertificate',
    certificate: { file: proxy.files.pfx },
    password: { env: 'WRONG_PASSWORD' },
  }),
  'a federated token': () => ({ kind: 'workloadIdentity', tokenFile: proxy.files.federatedToken }),
};

/** Runs a call over a connection that signs in in a way, and gives all that it printed. */
async function said(way: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { tenantId, clientId } = proxy.registration;
  const name = `${way.replaceAll(' ', '-')}.json`;
  const signIn = { clientId, ...WAYS[way]?.() };
  place.write(name, JSON.stringify({ kind: 'tenant', name: way, endpoint: proxy.endpoint, tenantId, signIn }));
  const { code, out, err } = await place.run([...words, '--connection', `./${name}`], '', env);
  return { code, text: out + err };
}

/** Secrets, tokens and people in a text. */
function found(text: string): readonly string[] {
  const tokens = text.match(/eyJ[\w-]{20,}(?:\.[\w-]+)*/g) ?? [];
  return [
    ...secrets.filter((each) => each !== '' && text.includes(each)),
    ...tokens,
    ...(text.match(/cNRy[\w~]+x/gi) ?? []),
  ];
}

it('the canaries are more than thirty, and are seen', () => {
  expect(secrets.length + PEOPLE * (FACTS.length + 2)).toBeGreaterThan(30);
  expect(secrets.every((each) => each.length > 8)).toBe(true);
  expect(found(`a ${secrets[0]} b ${canary(1, 'mail')} c ${proxy.issueToken()}`)).toHaveLength(3);
});

it.each(Object.keys(WAYS))('doctor says nothing of them with %s', async (way) => {
  for (const format of way === 'the right secret' ? ['text', 'json'] : ['text']) {
    const { code, text } = await said(way, ['doctor', '--format', format]);
    expect({ code, found: found(text) }).toEqual({
      code: way.includes('wrong') || way.includes('id of') ? 3 : 0,
      found: [],
    });
  }
});

const TROUBLE: readonly Partial<Switches>[] = [
  { refusal: 53003 },
  { refusal: 7000222 },
  { tunnel: 'refuse' },
  { tunnel: 'ask for a password' },
  { certificate: { fault: 'unknown authority' } },
  { withheld: ['SynchronizationData-User.Upload'] },
];
it.each(TROUBLE)('doctor says nothing of them when there is trouble: %j', async (trouble) => {
  Object.assign(proxy.switches, trouble);
  const { code, text } = await said('the right secret', ['doctor']);
  expect({ code, found: found(text) }).toEqual({ code: 3, found: [] });
});

it('neither does it with a proxy that has a wrong password', async () => {
  proxy.switches.tunnel = 'ask for a password';
  const wrong = proxy.url.replace('//', '//contoso:cNRy0proxypasswordx@');
  const { code, text } = await said('the right secret', ['doctor'], { HTTPS_PROXY: wrong, https_proxy: wrong });
  expect({ code, found: found(text) }).toEqual({ code: 3, found: [] });
});

it('plan and logs print people where they are asked for, and no secret', async () => {
  const plan = await said('the right secret', ['plan', 'people.csv', '--mapping', 'people.scimmap']);
  const logs = await said('a certificate', ['logs', '--format', 'json']);
  expect([plan.code, logs.code]).toEqual([expect.any(Number), 0]);
  expect(found(plan.text).filter((each) => !each.endsWith('employeeidx'))).toEqual([]);
  expect(found(logs.text)).toContain(canary(1, 'employeeid'));
  expect(found(logs.text).filter((each) => !each.startsWith('cNRy'))).toEqual([]);
});

it('nothing of them is written to a file', async () => {
  const { tenantId, clientId } = proxy.registration;
  const signIn = { clientId, ...secret('ENTRA_CLIENT_SECRET') };
  place.write(
    'kept.json',
    JSON.stringify({ kind: 'tenant', name: 'Kept', endpoint: proxy.endpoint, tenantId, signIn }),
  );
  expect((await place.run(['connections', 'add', 'kept.json'])).code).toBe(0);
  expect((await place.run(['doctor', '--connection', 'Kept'])).code).toBe(0);
  const files = readdirSync(place.state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const { parentPath, name } of files) expect(found(readFileSync(join(parentPath, name), 'latin1'))).toEqual([]);
});
