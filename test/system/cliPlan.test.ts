import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/logs/outcome';
import { loggedOutcome } from '../../src/core/provisioning/cycle/change';
import type { ChangeOutcome } from '../../src/core/provisioning/cycle/change';
import type { Permission } from '../../src/sandbox/gate/permissions';
import { allPermissions } from '../../src/sandbox/gate/permissions';
import { systemSandboxClock } from '../../src/sandbox/clock';
import { createSandbox } from '../../src/sandbox/sandbox';
import { listen } from '../../src/sandbox/sandboxServer';
import { findScenario } from '../../src/sandbox/scenarios/table';
import type { Ended } from './support/runCli';
import { jsonLines, Workplace } from './support/runCli';
import { extract, HEADER, MAPPING, rows } from './support/samples';

interface Told {
  readonly plan: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly minutes: number;
  readonly schema: string | null;
  readonly accounts: { readonly count: number; readonly from: string } | null;
  readonly against: { readonly counts: object; readonly people: readonly object[] };
  readonly guards: readonly { readonly id: string; readonly decision: string }[];
  readonly outcomes: Readonly<Record<string, number>>;
  readonly people: readonly {
    readonly line: number;
    readonly externalId: string;
    readonly outcome: ChangeOutcome;
    readonly cause?: string;
    readonly attributes: readonly string[];
  }[];
}

const LEAVERS = `externalId = [Nr]
userName = [Login]
displayName = [Login]
active = Switch([Status], , "Active", "True", "Left", "False")
`;

const place = new Workplace();
place.write('m.scimmap', MAPPING);
afterAll(() => place.remove());

const plan = (content: string, ...more: string[]): Promise<Ended> => {
  place.write('a.csv', content);
  return place.run(['plan', 'a.csv', '--mapping', 'm.scimmap', ...more]);
};
function toldBy({ out }: Ended): Told {
  const [told, ...others] = jsonLines(out);
  expect(others).toEqual([]);
  return told as Told;
}

const user = (id: number, more: object = {}) => ({
  id: `id-${id}`,
  employeeId: String(id),
  userPrincipalName: `user${id}@contoso.com`,
  displayName: `Person ${id}`,
  mailNickname: `user${id}`,
  accountEnabled: true,
  ...more,
});

describe('with files alone', () => {
  it('says what would be sent, how long it takes and how much of a day it is', async () => {
    const { code, out } = await plan(extract(120));
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'a.csv:',
        '  120 to send, in 3 requests',
        '  120 records in total',
        'Sending takes at least 1 second, at 8 requests a second.',
        'That is 0.1 % of the 2,000 requests that a tenant may send in 24 hours (more with Entra ID Governance).',
        '',
        'Guards:',
        '  8 guards pass.',
        '  14 more guards take a connection.',
        '',
      ].join('\n'),
    );
    const told = toldBy(await plan(extract(120), '--format', 'json'));
    expect(told).toMatchObject({
      requests: 3,
      minutes: expect.any(Number) as number,
      schema: null,
      accounts: null,
      outcomes: {},
      people: [],
    });
    expect(told.counts).toMatchObject({ records: 120, operations: 120, refused: 0 });
  });

  it('says what would happen to each person, and lists those first who need attention', async () => {
    const users = [user(1), user(2), user(3, { displayName: 'Another' }), user(8, { employeeId: 'x' })];
    place.write('users.json', JSON.stringify({ value: users }));
    const content = HEADER + rows(1, 1) + rows(2, 2, 'T') + rows(3, 4) + rows(8, 8);
    const { code, out } = await plan(content, '--directory', 'users.json');
    expect(code).toBe(0);
    expect(out).toContain('by the schema that a new job starts with (approximated) and the 4 accounts of the file:\n');
    expect(out).toContain('  1 refused by the service\n  1 disabled\n  1 created\n  1 updated\n  1 unchanged\n');
    expect(out).toMatch(
      /\nRefused by the service:\n {2}line 6, 8: .+\n {6}.+\n {6}.+\n\nDisabled:\n {2}line 3, 2\n\nGuards:/,
    );
    expect(out).not.toContain('Person');
  });

  it('names people and values only when it is asked to', async () => {
    place.write('users.json', JSON.stringify({ value: [user(3, { displayName: 'Another' })] }));
    const options = ['--directory', 'users.json'];
    const { out } = await plan(HEADER + rows(3, 3), ...options, '--show-values');
    expect(out).toContain('Updated:\n  line 2, 3 (Person 3)\n      displayName: Another → Person 3\n');
    const bare = await plan(HEADER + rows(3, 3), ...options, '--format', 'json');
    expect(toldBy(bare).people).toMatchObject([{ line: 2, externalId: '3', attributes: ['displayName'] }]);
    expect(bare.out).not.toContain('Another');
    const shown = await plan(HEADER + rows(3, 3), ...options, '--format', 'json', '--show-values');
    expect(toldBy(shown).people).toMatchObject([
      { changes: [{ name: 'displayName', oldValue: 'Another', newValue: 'Person 3' }] },
    ]);
  });

  it('goes by the schema of a file, and by the domains that are named', async () => {
    const { defaultJobSchema } = await import('../../src/core/jobSchema/defaultJobSchema');
    const schema = JSON.stringify(defaultJobSchema('API2AAD')).replace('"Add,Update,Delete"', '"Update"');
    place.write('schema.json', schema);
    place.write('users.json', JSON.stringify({ value: [] }));
    const files = ['--directory', 'users.json', '--schema', 'schema.json', '--domain', 'contoso.com'];
    expect(toldBy(await plan(extract(2), ...files, '--format', 'json'))).toMatchObject({
      schema: 'file',
      outcomes: { skipped: 2 },
    });
    const unknown = await plan(extract(2), ...files.slice(0, 2));
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('--domain');
  });

  it.each([
    [
      'users.json',
      '{ "value": [\n { "id": "1" },\n { "id": 2 } ] }',
      /^users\.json:3:\d+: error: .+ \[users\.refused\]$/m,
    ],
    ['users.json', '{ "value": [\n', /^users\.json:1:12: error: .+ \[json\.syntax\]$/m],
    ['schema.json', '{ "directories": [],\n "synchronizationRules": 1 }', /^schema\.json:2:\d+: error: .+ \[/m],
  ])('says what is wrong with %s and where, and does nothing else', async (name, text, words) => {
    place.write('users.json', '{ "value": [] }');
    place.write(name, text);
    const schema = name === 'schema.json' ? ['--schema', name] : [];
    const { code, out, err } = await plan(extract(2), '--directory', 'users.json', ...schema);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(words);
  });

  it('passes over what it does not understand of users, and says where', async () => {
    place.write('users.json', JSON.stringify({ value: [user(1, { identities: [{}] })] }));
    const { code, err } = await plan(extract(1), '--directory', 'users.json');
    expect(code).toBe(0);
    expect(err).toMatch(/^users\.json:1:\d+: warning: .+ \[users\.passed-over\]$/m);
  });

  it('counts joiners, movers, leavers and unchanged people against an older extract', async () => {
    place.write('old.csv', HEADER + rows(1, 4) + rows(9, 9, 'T') + rows(5, 6));
    const content = HEADER + rows(1, 3).replace('Person 2', 'Another') + rows(4, 4, 'T') + rows(9, 9) + rows(7, 8);
    const { code, out } = await plan(content, '--against', 'old.csv');
    expect(code).toBe(0);
    expect(out).toContain('\nAgainst old.csv:\n  2 joiners\n  1 mover\n  3 leavers\n  1 rehire\n  2 unchanged\n');
    const { against } = toldBy(await plan(content, '--against', 'old.csv', '--format', 'json'));
    expect(against.counts).toEqual({ joiners: 2, movers: 1, leavers: 3, rehires: 1, unchanged: 2 });
    expect(against.people).toContainEqual({
      externalId: '2',
      class: 'mover',
      line: 3,
      oldLine: 3,
      changes: [{ name: 'displayName' }],
    });
    expect(against.people).toContainEqual({ externalId: '5', class: 'leaver', oldLine: 7, changes: [] });
    expect(await plan(content, '--against', 'missing.csv')).toMatchObject({ code: 1, out: '' });
  });

  it('stops at ids that repeat, and counts what is refused as a problem', async () => {
    const repeated = await plan(HEADER + rows(1, 2) + rows(2, 2));
    expect(repeated.code).toBe(4);
    expect(repeated.out).toContain('  3 stopped by a guard, in 1 request\n');
    expect(repeated.out).toContain('  stop G8  1 record repeats the id of an earlier one, in lines 3 and 4.');
    expect(repeated.out).toMatch(/\nNothing would be sent: .+\n$/);
    expect((await plan(HEADER + rows(1, 2, '?'))).code).toBe(1);
  });

  it('refuses options that say nothing by themselves', async () => {
    for (const options of [
      ['--schema', 's.json'],
      ['--domain', 'x.example'],
    ])
      expect((await plan(extract(1), ...options)).code).toBe(2);
  });
});

describe('with a connection', () => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });

  /** A sandbox of this process, and the calls that it saw; its connection is the file `c.json`. */
  async function sandboxThatTells(permissions: readonly Permission[] = allPermissions) {
    const sandbox = createSandbox({ clock: systemSandboxClock, random: randomBytes, permissions });
    const seen: string[] = [];
    const telling: typeof sandbox = Object.create(sandbox, {
      handle: {
        value: (request: Parameters<typeof sandbox.handle>[0]) => {
          seen.push(`${request.method} ${request.target.replace(/\?.*$/, '').replace(/^.*\//, '')}`);
          return sandbox.handle(request);
        },
      },
    }) as typeof sandbox;
    const server = await listen(telling, { port: 0, onFault: undefined, onRequest: () => undefined });
    open.push(async () => {
      await server.close();
      sandbox.dispose();
    });
    const { clientId, clientSecret, tenantId, application } = sandbox;
    const graph = `http://${server.authority}`;
    const endpoint = `${graph}/v1.0/servicePrincipals/${application.servicePrincipalId}/synchronization/jobs/${application.jobId}/bulkUpload`;
    const tokenEndpoint = `${graph}/${tenantId}/oauth2/v2.0/token`;
    place.write('c.json', JSON.stringify({ kind: 'sandbox', endpoint, tokenEndpoint, clientId, clientSecret }));
    return { sandbox, seen };
  }

  it('reads what it needs from there, and sends nothing', async () => {
    const { sandbox, seen } = await sandboxThatTells();
    sandbox.loadUsers(JSON.stringify({ value: [user(1), user(2, { displayName: 'Another' })] }), 'json');
    const ended = await plan(extract(3), '--connection', 'c.json', '--format', 'json');
    expect(ended.code).toBe(0);
    expect(toldBy(ended)).toMatchObject({
      schema: 'connection',
      accounts: { count: 2, from: 'connection' },
      outcomes: { created: 1, updated: 1, unchanged: 1 },
    });
    const job = `GET ${sandbox.application.jobId}`;
    expect(seen.filter((call) => call !== 'GET sandbox-proof')).toEqual([
      ...['POST token', 'GET schema', 'GET users', 'GET domains', job],
    ]);
    expect([sandbox.staged, sandbox.directory.size]).toEqual([0, 2]);
  });

  it('does with the rest where something is not permitted, and says which permission it takes', async () => {
    const { sandbox } = await sandboxThatTells(['User.Read.All']);
    sandbox.loadUsers(JSON.stringify({ value: [user(1)] }), 'json');
    const partly = await plan(extract(2), '--connection', 'c.json', '--format', 'json');
    // A guard that cannot read the job asks
    expect(partly.code).toBe(4);
    expect(toldBy(partly).guards.filter(({ decision }) => decision !== 'pass')).toMatchObject([
      { id: 'G11', decision: 'ask' },
    ]);
    expect(toldBy(partly)).toMatchObject({ schema: 'default', outcomes: { created: 1, unchanged: 1 } });
    expect(partly.err).toContain('Synchronization.Read.All');
    expect(partly.err).toContain('Domain.Read.All');

    await sandboxThatTells([]);
    const none = await plan(extract(2), '--connection', 'c.json');
    expect(none.code).toBe(4);
    expect(none.err).toContain('User.Read.All');
    expect(none.out).toContain('2 to send, in 1 request\n');
    expect(none.out).not.toContain('What would become');
  });

  it('is sent by its hash although its mapping reads the clock and draws by chance', async () => {
    const { sandbox } = await sandboxThatTells();
    const drawn = 'nickName = Join("-", Now(), RandomString(8, 0, 0, 0, 0, ""))\n';
    place.write('m.scimmap', `${MAPPING}${drawn}`);
    try {
      const first = toldBy(await plan(extract(3), '--connection', 'c.json', '--format', 'json'));
      const second = toldBy(await plan(extract(3), '--connection', 'c.json', '--format', 'json'));
      expect(second.plan).not.toBe(first.plan);
      const words = ['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', 'c.json', '--confirm'];
      const another = await place.run([...words, 'a1'.repeat(32)]);
      expect(another).toMatchObject({ code: 4, out: '' });
      expect(another.err).toContain('--confirm has the hash of another plan. The current plan has the hash ');
      const sent = await place.run([...words, first.plan ?? '', '--format', 'json']);
      expect(sent.code).toBe(0);
      expect(JSON.parse(sent.out)).toMatchObject({ plan: first.plan, counts: { waiting: 3 } });
      expect(sandbox.staged).toBe(3);
    } finally {
      place.write('m.scimmap', MAPPING);
    }
  });

  it('counts leavers whom the filter hides by their accounts', async () => {
    const { sandbox } = await sandboxThatTells();
    sandbox.loadUsers(JSON.stringify({ value: [user(1), user(2)] }), 'json');
    place.write('gone.scimmap', `where [Status] <> "Left"\n${LEAVERS}`);
    place.write('gone.csv', 'Nr,Login,Status\n1,user1@contoso.com,Active\n2,user2@contoso.com,Left\n');
    const { out } = await place.run([
      ...['plan', 'gone.csv', '--mapping', 'gone.scimmap', '--connection', 'c.json', '--format', 'json'],
    ]);
    const [told] = jsonLines(out) as [Told];
    expect(told.guards.find(({ id }) => id === 'G19')).toMatchObject({ decision: 'ask', value: 1 });
  });

  it('goes by the domains that the tenant has', async () => {
    const { sandbox } = await sandboxThatTells();
    const scenario = findScenario('unverified-domain');
    if (scenario === undefined) throw new Error('There is no such scenario.');
    sandbox.setScenario(scenario);
    const told = toldBy(await plan(extract(2), '--connection', 'c.json', '--format', 'json', '--show-values'));
    const predicted = sandbox.predict([
      { externalId: '1', userName: 'user1@contoso.com', displayName: 'Person 1', active: true },
    ]);
    expect(told.people[0]?.outcome).toBe(predicted[0]?.outcome);
    expect(told.people[0]).toMatchObject({ changes: predicted[0]?.change.modifiedProperties });
  });

  it('ends with 3 when the service is out of reach', async () => {
    await sandboxThatTells();
    for (const close of open.splice(0)) await close();
    expect(await plan(extract(2), '--connection', 'c.json')).toMatchObject({ code: 3, out: '' });
  });
});

describe('a plan of a filter that leaves out leavers', () => {
  it('says so once, by the guard, with the lines', async () => {
    place.write('gone.scimmap', `where [Status] <> "Left"\n${LEAVERS}`);
    place.write('gone.csv', 'Nr,Login,Status\n1,ana@contoso.com,Active\n2,bo@contoso.com,Left\n');
    const { code, out, err } = await place.run(['plan', 'gone.csv', '--mapping', 'gone.scimmap']);
    expect({ code, err }).toEqual({ code: 4, err: '' });
    expect(out).toMatch(/ask {2}G19 The filter leaves out 1 person[^]* Line 3\./);
  });

  it.each([
    ['is disabled already', { accountEnabled: false }, 'pass', 0],
    ['is enabled', {}, 'ask', 1],
    ['does not exist', { employeeId: '77', userPrincipalName: 'other@contoso.com' }, 'pass', 0],
    [
      'is known by the sign-in name of somebody else',
      { employeeId: '77', userPrincipalName: 'bo@contoso.com' },
      'pass',
      0,
    ],
  ])(
    'counts only those whose account is enabled, where the accounts are known: it %s',
    async (_, more, decision, count) => {
      place.write('gone.scimmap', `where [Status] <> "Left"\n${LEAVERS}`);
      place.write('gone.csv', 'Nr,Login,Status\n1,ana@contoso.com,Active\n2,bo@contoso.com,Left\n');
      place.write('users.json', JSON.stringify([user(1, { userPrincipalName: 'ana@contoso.com' }), user(2, more)]));
      const { out } = await place.run([
        ...['plan', 'gone.csv', '--mapping', 'gone.scimmap', '--directory', 'users.json', '--format', 'json'],
      ]);
      const [told] = jsonLines(out) as [Told];
      expect(told.guards.find(({ id }) => id === 'G19')).toMatchObject({ decision, value: count });
    },
  );

  it('calls a constant id that', async () => {
    place.write('same.scimmap', LEAVERS.replace('[Nr]', '"1"'));
    place.write('same.csv', 'Nr,Login,Status\n1,ana@contoso.com,Active\n');
    const { out } = await place.run(['plan', 'same.csv', '--mapping', 'same.scimmap']);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'G22 externalId would be the same for everybody, because its rule is a constant.',
    );
  });
});

describe('the sample company', () => {
  beforeAll(async () => {
    await place.start(['sandbox']).line('out', /./);
    // All contractors leave in this test
    writeFileSync(join(place.state, 'limits.json'), JSON.stringify({ 'disable.stop.percent': 50 }));
  });

  /** What the log says of each person first, since that time. */
  async function logged(since: string): Promise<ReadonlyMap<string, Outcome>> {
    const { out } = await place.run(['logs', '--connection', 'sandbox', '--since', since, '--format', 'json']);
    const entries = jsonLines(out) as readonly {
      readonly outcome: Outcome;
      readonly entry: { readonly activityDateTime: string; readonly sourceIdentity: { readonly id: string } };
    }[];
    const byTime = entries.toSorted((a, b) => (a.entry.activityDateTime > b.entry.activityDateTime ? -1 : 1));
    return new Map(byTime.map(({ outcome, entry }) => [entry.sourceIdentity.id, outcome]));
  }

  it('meets with what is predicted: joining, again, and changed', async () => {
    const mapping = place.write('contoso.scimmap', readFileSync('samples/contoso/contoso.scimmap'));
    const before = readFileSync('samples/contoso/contoso.csv', 'utf8');
    const changed = before
      .replaceAll(';Product Marketing Manager;', ';Marketing Lead;')
      .replaceAll(';Active;Contractor;', ';Terminated;Contractor;');
    let compared = 0;
    const seen = new Set<string>();
    for (const content of [before, before, changed]) {
      const csv = place.write('contoso.csv', content);
      const common = [csv, '--mapping', mapping, '--connection', 'sandbox', '--format', 'json'];
      const { people } = toldBy(await place.run(['plan', ...common]));
      const since = new Date().toISOString();
      const sent = await place.run(['send', ...common, '--wait', '--yes']);
      expect([0, 1], sent.err).toContain(sent.code);
      const log = await logged(since);
      expect(people.map(({ externalId }) => [externalId, log.get(externalId)])).toEqual(
        people.map(({ externalId, outcome }) => [externalId, loggedOutcome(outcome)]),
      );
      compared += people.length;
      for (const { outcome } of people) seen.add(outcome);
    }
    expect(compared).toBeGreaterThan(2700);
    expect([...seen]).toEqual(expect.arrayContaining(['created', 'updated', 'disabled', 'unchanged', 'failed']));
    process.stdout.write(`Planned and logged alike: ${compared} records (${[...seen].sort().join(', ')}).\n`);
  }, 180_000);
});
