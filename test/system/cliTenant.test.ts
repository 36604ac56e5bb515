import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    code: 4,
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
    `GET graph.microsoft.com${job} 200`,
  ]);
  expect(proxy.sandbox.staged).toBe(0);
});

describe('a send to a real tenant', () => {
  const PEOPLE = 1000;
  const HASH = /^[0-9a-f]{64}$/;
  const call = (...words: readonly string[]) => place.run(words, '', proxy.env);
  const words = ['b.csv', '--mapping', 'm.scimmap', '--connection', './c.json', '--no-pilot'];
  const uploads = () => proxy.ledger.lines.filter((line) => line.includes('bulkUpload')).length;
  let hash = '';

  beforeAll(() => {
    // New people, besides those of the directory
    place.write('b.csv', extract(ACCOUNTS + PEOPLE).replace(/^(?:.*\n){2501}/, 'Id,User,Name,Status\n'));
  });

  it('is planned with a hash, and every guard says what it decides', async () => {
    const { code, out } = await call('plan', ...words, '--format', 'json');
    const told = JSON.parse(out) as {
      readonly plan: string;
      readonly guards: readonly { readonly id: string; readonly decision: string; readonly message: string }[];
    };
    expect(code).toBe(4);
    expect(told.plan).toMatch(HASH);
    const ids = told.guards.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Array.from({ length: 17 }, (_, index) => `G${index + 1}`)));
    expect(new Set(ids).size).toBe(ids.length);
    for (const guard of told.guards) {
      expect(Object.keys(guard)).toEqual(expect.arrayContaining(['id', 'decision', 'message', 'value', 'limit']));
      expect(guard.message).not.toBe('');
    }
    const decisions = Object.fromEntries(told.guards.map(({ id, decision }) => [id, decision]));
    expect(decisions).toMatchObject({ G1: 'type', G5: 'type', G8: 'pass', G10: 'pass' });
    expect(uploads()).toBe(0);
    hash = told.plan;
  });

  it('is passed by --yes as little as by no word, and says the line that passes it', async () => {
    for (const consent of [
      [],
      ['--yes'],
      ['--yes', '--confirm', hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))],
    ]) {
      const { code, out, err } = await call('send', ...words, ...consent);
      expect([code, out]).toEqual([4, '']);
      expect(err).toContain(hash);
      if (!consent.includes('--confirm'))
        expect(err).toContain(`run: entra-inbound send ${words.join(' ')} --confirm ${hash}\n`);
      else expect(err).toContain('--confirm has the hash of another plan.');
    }
    expect(uploads()).toBe(0);
  });

  it('is not passed by its hash where nobody knows what was printed of it', async () => {
    const [plans, aside] = [join(place.state, 'plans'), join(place.state, 'aside')];
    renameSync(plans, aside);
    try {
      const { code, out, err } = await call('send', ...words, '--yes', '--confirm', hash);
      expect([code, out]).toEqual([4, '']);
      expect(err).toContain('what guards demanded when this plan was printed is unknown.');
      expect(err).toContain(`run: entra-inbound plan ${words.join(' ')}\n`);
      expect(uploads()).toBe(0);
    } finally {
      renameSync(aside, plans);
    }
  });

  it('is sent by the hash of its plan, killed half-way, and finished with an exact account', async () => {
    const killed = place.start(['send', ...words, '--confirm', hash], proxy.env);
    await killed.line('err', /Request 10 of 20 accepted/);
    killed.process.kill('SIGKILL');
    await killed.ended;
    const resumed = await call('runs', 'resume', 'last', '--connection', './c.json', '--format', 'json');
    const account = JSON.parse(resumed.out) as {
      readonly plan: string;
      readonly counts: Readonly<Record<string, number>>;
      readonly batches: readonly { readonly state: string; readonly attempts: number }[];
    };
    expect([resumed.code, account.plan, account.counts.waiting]).toEqual([0, hash, PEOPLE]);
    expect(account.batches.map(({ state }) => state)).toEqual(Array(20).fill('accepted'));
    expect(uploads()).toBe(account.batches.reduce((sum, { attempts }) => sum + attempts, 0));
  });

  it('asks less the second time, about the very same requests', async () => {
    const { code, out } = await call('plan', ...words, '--format', 'json');
    const { guards } = JSON.parse(out) as {
      readonly guards: readonly { readonly id: string; readonly decision: string }[];
    };
    const struck = guards.filter(({ decision }) => decision !== 'pass').map(({ id }) => id);
    expect(code).toBe(4);
    expect(struck).toContain('G13');
    expect(struck).not.toContain('G1');
    const changes = await call('plan', ...words, '--only-changes', '--format', 'json');
    expect(JSON.parse(changes.out)).toMatchObject({ requests: 0, counts: { operations: 0, unchanged: PEOPLE } });
  });
});
