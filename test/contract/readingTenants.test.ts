import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PredictedPeople } from '../../src/connections/predictedPeople';
import { tenantConnection } from '../../src/connections/tenantConnection';
import type { TenantConnectionFile } from '../../src/connections/tenantFile';
import type { JsonObject } from '../../src/core/json/jsonValue';
import { modifiedIn } from '../../src/core/provisioning/prediction/modifiedIn';
import type { Prediction } from '../../src/core/provisioning/cycle/whatIf';
import type { Permission } from '../../src/sandbox/gate/permissions';
import { systemClock } from '../../src/tenant/clock';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { proxyTokens, proxyTransport } from '../support/entraProxy/proxyTransport';
import { person, reportingTo } from '../support/people';

const ACCOUNTS = 2500;

let proxy: EntraProxy;
let way: ReturnType<typeof proxyTransport>;

beforeAll(async () => {
  proxy = await startEntraProxy();
  way = proxyTransport(proxy);
});
afterAll(async () => {
  await way.close();
  await proxy.close();
});
beforeEach(() => {
  const users = Array.from({ length: ACCOUNTS }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    employeeId: String(index),
    userPrincipalName: `user.${index}@contoso.com`,
    displayName: `Person ${index}`,
    accountEnabled: true,
  }));
  proxy.sandbox.reset();
  proxy.sandbox.loadUsers(JSON.stringify({ value: users }), 'json');
});
afterEach(() => {
  proxy.calm();
  proxy.ledger.clear();
});

function connect() {
  const { tenantId } = proxy.registration;
  const { servicePrincipalId, jobId } = proxy.sandbox.application;
  const file: TenantConnectionFile = {
    kind: 'tenant',
    name: 'Contoso',
    cloud: 'global',
    tenantId,
    servicePrincipalId,
    jobId,
    production: true,
    signIn: { kind: 'azureCli' },
  };
  const tokens = proxyTokens(proxy);
  const connection = tenantConnection(file, {
    clock: systemClock,
    openTransport: () => Promise.resolve({ transport: way.transport, close: () => Promise.resolve() }),
    openTokens: () => Promise.resolve(tokens),
  });
  return { connection, tokens };
}

const predict = async (people: readonly JsonObject[], signal?: AbortSignal): Promise<PredictedPeople> => {
  const predicted = await connect().connection.predict?.(people, signal === undefined ? {} : { signal });
  if (predicted === undefined) throw new Error('A tenant predicts.');
  return predicted;
};
/** What matters of predictions: new accounts have ids of their own. */
const told = (predictions: readonly Prediction[]) =>
  predictions.map((each) => [each.externalId, each.outcome, modifiedIn(each).map(({ name }) => name)]);
const requests = (path: string): readonly string[] =>
  proxy.ledger.requests.map((each) => decodeURIComponent(each.path)).filter((each) => each.startsWith(`/v1.0/${path}`));

describe('what Entra would do, over a real connection', () => {
  it('is what the sandbox there predicts, and for a few people reads only what decides', async () => {
    const people = [
      person('7'),
      person('8', { displayName: 'Another' }),
      person('9', { active: false }),
      person('new', reportingTo('7')),
      person('taken', { userName: 'USER.10@contoso.com' }),
      person('elsewhere', { userName: 'x@fabrikam.example' }),
      ...Array.from({ length: 30 }, (_, index) => person(String(100 + index), { displayName: 'Moved' })),
    ];
    const { predictions, accounts, notes } = await predict(people);
    expect(told(predictions)).toEqual(told(proxy.sandbox.predict(people)));
    expect(new Set(predictions.map(({ outcome }) => outcome)).size).toBeGreaterThan(3);
    expect(notes).toEqual([]);
    const asked = requests('users');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(10);
    expect(asked.filter((path) => !path.includes(' in ('))).toEqual([]);
    expect(accounts).toBeLessThan(50);
  });

  it('reads all users in pages of 999 for many people', async () => {
    const people = Array.from({ length: 200 }, (_, index) => person(String(index)));
    const { predictions, accounts } = await predict(people);
    expect(told(predictions)).toEqual(told(proxy.sandbox.predict(people)));
    expect(accounts).toBe(ACCOUNTS);
    expect(requests('users')).toHaveLength(3);
    expect(requests('users').filter((path) => !path.includes('$top=999'))).toEqual([]);
  });

  it.each<[string, readonly Permission[], number]>([
    ['Synchronization.Read.All', ['Synchronization.Read.All', 'Synchronization.ReadWrite.All'], 1],
    ['Domain.Read.All', ['Domain.Read.All', 'Organization.Read.All'], 1],
    ['User.Read.All', ['User.Read.All'], 0],
  ])('says which permission is missing: %s', async (name, withheld, count) => {
    proxy.switches.withheld = withheld;
    const { predictions, notes = [] } = await predict([person('7', { displayName: 'Another' })]);
    expect(predictions).toHaveLength(count);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`Grant the application ${name}, with administrator consent.`);
  });

  it('needs no more for domains than the organization', async () => {
    proxy.switches.withheld = ['Domain.Read.All'];
    expect((await predict([person('7')])).notes).toEqual([]);
  });

  it('signs in once, and reads schema and domains once, for any number of questions', async () => {
    const { connection, tokens } = connect();
    expect(connection.predictsAtOnce).toBe(false);
    await Promise.all([connection.predict?.([person('7')]), connection.predict?.([person('8')])]);
    await connection.predict?.([person('9')]);
    expect(connection.predictsAtOnce).toBe(true);
    expect([tokens.issued, requests('domains').length]).toEqual([1, 1]);
  });

  it('asks for texts that are not ids without harm', async () => {
    const hostile = [
      "x' or 'a' eq 'a",
      "') or (employeeId ne '",
      'a&$filter=id ne null',
      'a#b?c=d/../../groups',
      'a\r\nX-Injected: 1',
      '\ud800',
      'ü'.repeat(119),
      '1'.repeat(5000),
      '%27',
    ];
    const people = hostile.map((id, index) => person(id, { userName: `hostile.${index}@contoso.com` }));
    const { predictions, accounts } = await predict(people);
    expect(told(predictions)).toEqual(told(proxy.sandbox.predict(people)));
    expect(accounts).toBe(0);
    expect(proxy.ledger.requests.filter(({ status }) => status !== 200)).toEqual([]);
    expect(Math.max(...proxy.ledger.requests.map(({ path }) => path.length))).toBeLessThan(2048);
  });

  it('ends when it is cancelled', async () => {
    await expect(predict([person('7')], AbortSignal.abort())).rejects.toMatchObject({ outcome: 'not-sent' });
    expect(requests('users')).toEqual([]);
  });
});
