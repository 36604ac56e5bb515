import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '../../src/doctor/permissions';
import { reportJson } from '../../src/doctor/reportJson';
import { reportText } from '../../src/doctor/reportText';
import { checks } from '../../src/doctor/checks/table';
import { examineConnection } from '../../src/doctor/examineConnection';
import type { Permission } from '../../src/sandbox/gate/permissions';
import { allPermissions } from '../../src/sandbox/gate/permissions';
import type { Connection } from '../../src/connections/connection';
import { reachSandbox } from '../../src/connections/connectSandbox';
import type { SandboxConnectionFile } from '../../src/connections/file/sandboxFile';
import { openLoopbackLine } from '../../src/loopback/openLoopbackLine';
import { fastClock, systemSandboxClock } from '../../src/sandbox/clock';
import type { QuarantineReason } from '../../src/sandbox/job/quarantine';
import type { Effects } from '../../src/sandbox/scenarios/scenario';
import { findScenario, scenarios } from '../../src/sandbox/scenarios/table';
import { SignInRefusedError } from '../../src/tenant/errors';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { systemClock } from '../../src/tenant/clock';
import type { OpenLine } from '../../src/tenant/loopback/line';
import { createManualClock } from '../support/manualClock';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { PERSON } from '../support/entraProxy/login/accessTokens';
import { examine, idsIn, partOf, statesOf } from './doctorRig';

let proxy: EntraProxy;
/** Milliseconds that the tenant is ahead: the log is read 5 times in 10 seconds at the most, and each test reads it once. */
let ahead = 0;
beforeAll(async () => {
  const clock = { ...systemSandboxClock, now: () => systemSandboxClock.now() + ahead };
  proxy = await startEntraProxy({ sandbox: { clock } });
});
afterEach(() => {
  ahead += 10_000;
  proxy.calm();
  become('healthy');
  proxy.ledger.clear();
});
afterAll(() => proxy.close());

/** The checks of a connection that signs in by a secret. */
const ids = checks.filter(({ appliesTo }) => appliesTo === undefined).map(({ id }) => id);

const become = (name: string) => proxy.sandbox.setScenario(findScenario(name) ?? scenarios[0]);
const inQuarantine = (reason: QuarantineReason): Effects => ({
  job: { kind: 'quarantined', reason, error: { code: reason, message: 'Ada Lovelace has failed.' } },
});

/** A message that has these words. */
const saying = (words: string | RegExp): string => expect.stringMatching(words) as string;

describe('a connection that is ready', () => {
  it('passes every check, and nothing is sent', async () => {
    const report = await examine(proxy);
    expect(report.ready).toBe(true);
    expect(Object.keys(statesOf(report))).toEqual(ids);
    expect(idsIn(report, 'warning', 'failed', 'unknown')).toEqual([]);
    expect(reportText(report)[0]).toBe('Contoso: Ready to send.');
    const methods = proxy.ledger.requests.map(({ method }) => method);
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(proxy.sandbox.staged).toBe(0);
  });

  it('has the JSON that is promised, and no more', async () => {
    const json = reportJson(await examine(proxy));
    expect(Object.keys(json)).toEqual(['ready', 'checks']);
    for (const check of json.checks) expect(Object.keys(check)).toEqual(['id', 'state', 'message', 'remedy']);
    expect(json.checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        ...['address', 'proxy', 'tls', 'clock', 'sign-in', 'job', 'log'],
        ...['permission.upload', 'permission.log', 'permission.schema', 'permission.job'],
      ]),
    );
  });

  it('says the target, the way to sign in and where the application is in the admin center', async () => {
    const report = await examine(proxy);
    expect(partOf(report, 'address').message).toMatch(/^Cloud Global, .* provisions to Microsoft Entra ID\.$/);
    expect(partOf(report, 'sign-in').message).toContain(
      `Signed in as application ${proxy.registration.clientId} by client secret; the token is valid until 20`,
    );
    expect(report.portalLink).toContain(`https://entra.microsoft.com/#view/`);
    expect(report.portalLink).toContain(proxy.sandbox.application.servicePrincipalId);
  });
});

/** Which checks name a permission that is taken away, and what cannot be checked then. */
const LACKS: readonly (readonly [
  withheld: readonly Permission[],
  named: readonly string[],
  unknown: readonly string[],
])[] = [
  [['SynchronizationData-User.Upload'], ['permission.upload'], []],
  [['ProvisioningLog.Read.All'], ['permission.log'], ['log']],
  [['Synchronization.Read.All'], [], []],
  [['Synchronization.ReadWrite.All'], ['permission.control'], []],
  [
    ['Synchronization.Read.All', 'Synchronization.ReadWrite.All'],
    ['permission.schema', 'permission.job', 'permission.control'],
    ['job', 'schema'],
  ],
  [['User.Read.All'], ['permission.users'], []],
  [['Domain.Read.All'], [], []],
  [['Organization.Read.All'], [], []],
  [['Domain.Read.All', 'Organization.Read.All'], ['permission.domains'], []],
  [['Application.Read.All'], ['permission.applications'], []],
];

describe('each permission taken away', () => {
  it.each(LACKS)('%j is named by %j', async (withheld, named, unknown) => {
    proxy.switches.withheld = withheld;
    const report = await examine(proxy);
    expect(idsIn(report, 'failed', 'warning')).toEqual(named);
    expect(idsIn(report, 'unknown')).toEqual(unknown);
    expect(report.ready).toBe(!withheld.includes('SynchronizationData-User.Upload'));
    for (const id of named) {
      const { message, remedy, grant } = partOf(report, id);
      const missing = withheld.filter((each) => message.startsWith(`${each} is not granted.`));
      expect(missing).toHaveLength(1);
      expect(remedy).toContain('with administrator consent');
      expect(remedy).toContain('Then check again.');
      const appRole = Object.values(permissions).find(({ name }) => name === missing[0])?.appRole ?? 'none';
      expect(grant?.powerShell).toContain(appRole);
      expect(grant?.azureCli).toContain(appRole);
      expect(grant?.portal.join(' ')).toContain(missing[0] ?? 'none');
    }
  });

  it('is seen as soon as it is granted, even while an older token lacks it', async () => {
    const before = proxy.issueToken('application', ['Synchronization.Read.All']);
    const tokens = { token: ({ renew = false } = {}) => Promise.resolve(renew ? proxy.issueToken() : before) };
    expect((await examine(proxy, { tokens })).ready).toBe(true);
  });

  it('is granted once where several checks lack it', async () => {
    proxy.switches.withheld = ['Synchronization.Read.All', 'Synchronization.ReadWrite.All'];
    const text = reportText(await examine(proxy)).join('\n');
    expect(text.split(permissions.readSynchronization.appRole ?? '')).toHaveLength(3);
    expect(text.indexOf('Connect-MgGraph')).toBeLessThan(text.indexOf('Checks ('));
  });

  it.each([
    ['AuditLog.Read.All', 'ProvisioningLog.Read.All', 'permission.log'],
    ['Synchronization.ReadWrite.All', 'Synchronization.Read.All', 'permission.schema'],
  ] as const)('is not missed where %s includes it', async (stronger, least, id) => {
    const held = [...allPermissions.filter((each) => each !== least), stronger];
    const report = await examine(proxy, {
      tokens: { token: () => Promise.resolve(proxy.issueToken('application', held)) },
    });
    expect(partOf(report, id)).toMatchObject({
      state: 'ok',
      message: saying(`${stronger} is granted`),
    });
  });

  it('is doubted where it is for own applications alone', async () => {
    const held = ['SynchronizationData-User.Upload.OwnedBy', 'ProvisioningLog.Read.All'];
    const report = await examine(proxy, {
      tokens: { token: () => Promise.resolve(proxy.issueToken('application', held)) },
    });
    expect(partOf(report, 'permission.upload')).toMatchObject({ state: 'warning' });
    expect(partOf(report, 'permission.upload').message).toContain('owns the provisioning application');
  });
});

describe('a person', () => {
  const byBrowser = () =>
    examine(proxy, {
      signIn: { kind: 'browser', clientId: proxy.registration.clientId },
      tokens: { token: () => Promise.resolve(proxy.issueToken('person')) },
    });

  it('is not named', async () => {
    const report = await byBrowser();
    expect(report.ready).toBe(true);
    expect(partOf(report, 'sign-in').message).toMatch(/^Signed in as a person, through application .* by browser/);
    const text = JSON.stringify(report) + reportText(report).join('\n');
    for (const one of Object.values(PERSON)) expect(text).not.toContain(one);
  });

  it('who lacks a scope is reminded of the directory role', async () => {
    proxy.switches.withheld = ['SynchronizationData-User.Upload'];
    const { grant, remedy, state } = partOf(await byBrowser(), 'permission.upload');
    expect({ state, remedy }).toMatchObject({ state: 'failed', remedy: saying('directory role') });
    expect(grant?.azureCli).toContain(`${permissions.upload.scope ?? ''}=Scope`);
    expect(grant?.portal.join(' ')).toContain('Delegated permissions');
  });

  it('who signs in by Azure CLI is sent elsewhere: its application cannot be granted anything', async () => {
    proxy.switches.withheld = ['SynchronizationData-User.Upload'];
    const report = await examine(proxy, {
      signIn: { kind: 'azureCli' },
      tokens: { token: () => Promise.resolve(proxy.issueToken('person')) },
    });
    expect(partOf(report, 'permission.upload')).toMatchObject({
      state: 'failed',
      remedy: saying('another way'),
    });
    expect(partOf(report, 'permission.upload').grant).toBeUndefined();
  });
});

describe('the job', () => {
  it.each<[string, Effects, RegExp, RegExp]>([
    ['paused', { job: { kind: 'paused' } }, /paused/, /Start it .* deletes the people that it was sent/],
    ...(
      [
        ['EncounteredBaseEscrowThreshold', /too many people failed \(EncounteredBase.*In quarantine since 20/, /log/],
        ['EncounteredTotalEscrowThreshold', /references such as managers/, /log/],
        ['EncounteredEscrowProportionThreshold', /too large a share/, /log/],
        ['EncounteredQuarantineException', /prevents the whole job from working/, /notification email/],
        ['QuarantinedOnDemand', /an administrator or Microsoft/, /Find out who/],
        ['TooManyDeletes', /accidental deletions/, /allow or reject the deletions there/],
      ] as const
    ).map(([reason, message, remedy]): [string, Effects, RegExp, RegExp] => [
      reason,
      inQuarantine(reason),
      message,
      remedy,
    ]),
  ])('in the state %s is said in plain words, and in none of the service', async (name, effects, message, remedy) => {
    proxy.sandbox.setScenario({ name, title: name, summary: '', description: '', effects });
    const report = await examine(proxy);
    expect(report.ready).toBe(false);
    expect(idsIn(report, 'failed')).toEqual(['job']);
    const part = partOf(report, 'job');
    expect(part.message).toMatch(message);
    expect(part.remedy).toMatch(remedy);
    expect(JSON.stringify(report)).not.toContain('Lovelace');
  });

  it('to Active Directory is one, too', async () => {
    become('agent-down');
    const { servicePrincipalId, jobId } = proxy.sandbox.application;
    const report = await examine(proxy, { file: { servicePrincipalId, jobId } });
    expect(partOf(report, 'job')).toMatchObject({ state: 'ok', message: saying('Active Directory') });
  });

  it('is not there: the id of the job, or of the service principal, is wrong', async () => {
    const other = await examine(proxy, { file: { jobId: 'API2AAD.0123456789abcdef' } });
    expect(idsIn(other, 'failed')).toEqual(['job']);
    expect(idsIn(other, 'unknown')).toEqual(['schema']);
    expect(partOf(other, 'job')).toMatchObject({
      message: saying('no job with this id'),
      remedy: saying(proxy.sandbox.application.jobId),
    });
    const stranger = await examine(proxy, { file: { servicePrincipalId: proxy.registration.tenantId } });
    expect(partOf(stranger, 'job')).toMatchObject({
      state: 'failed',
      message: saying('no service principal'),
      remedy: saying('not its application id'),
    });
  });
});

describe('the clock', () => {
  it.each([
    [30_000, 'ok', /agrees/],
    [100_000, 'warning', /100 seconds slow|99 seconds slow/],
    [-200_000, 'warning', /3 minutes fast/],
    [600_000, 'failed', /10 minutes slow/],
    [-3_600_000, 'failed', /60 minutes fast/],
  ] as const)('differs by %i ms: %s', async (skew, state, message) => {
    // The tokens are those of now: only the service's clock is another
    const token = proxy.issueToken();
    proxy.switches.clockSkew = skew;
    const report = await examine(proxy, { tokens: { token: () => Promise.resolve(token) } });
    expect(partOf(report, 'clock')).toMatchObject({ state, message: saying(message) });
    expect(idsIn(report, 'failed')).not.toContain('sign-in');
  });
});

it('finds the clock of a sandbox right, however fast it goes', async () => {
  const ahead = createManualClock();
  const sandbox = await startSandbox({ clock: fastClock(ahead, 60) });
  try {
    ahead.advance(1_320_000);
    const { endpoint, tokenEndpoint, clientId, clientSecret } = sandbox;
    const file: SandboxConnectionFile = {
      kind: 'sandbox',
      name: 'fast',
      endpoint,
      tokenEndpoint,
      clientId,
      clientSecret,
    };
    const openLine: OpenLine = (origin) => Promise.resolve(openLoopbackLine(origin));
    const close = (): Promise<void> => Promise.resolve();
    const connection: Connection = {
      kind: 'sandbox',
      name: 'fast',
      endpoint,
      open: () => Promise.reject(new Error('doctor opens nothing')),
      reach: () => Promise.resolve({ ...reachSandbox(file, { openLine, clock: systemClock }), close }),
    };
    const report = await examineConnection(connection, { wallClock: () => ahead.now() });
    expect(report.ready).toBe(true);
    expect(partOf(report, 'clock')).toMatchObject({ state: 'ok', message: saying('22 hours fast') });
  } finally {
    await sandbox.close();
  }
});

describe('what cannot be reached', () => {
  it.each(['refuse', 'ask for a password', 'drop'] as const)(
    'the proxy may %s: nothing after it is checked',
    async (tunnel) => {
      proxy.switches.tunnel = tunnel;
      const report = await examine(proxy);
      expect(report.ready).toBe(false);
      expect(idsIn(report, 'failed')).toEqual(['proxy']);
      expect(idsIn(report, 'unknown')).toEqual(ids.slice(2));
      expect(partOf(report, 'proxy').remedy).not.toBe('');
    },
  );

  it.each(['self-signed', 'expired', 'wrong host', 'unknown authority'] as const)(
    'a certificate is %s',
    async (fault) => {
      proxy.switches.certificate = { fault };
      const report = await examine(proxy);
      expect(idsIn(report, 'failed')).toEqual(['tls']);
      expect(idsIn(report, 'unknown')).toEqual(ids.slice(3));
      expect(proxy.ledger.requests).toEqual([]);
    },
  );

  it('the log is read too often: that says nothing about it', async () => {
    for (let count = 0; count < 5; count++) await examine(proxy);
    const report = await examine(proxy);
    expect(idsIn(report, 'unknown', 'failed')).toEqual(['log']);
    expect(partOf(report, 'log')).toMatchObject({
      state: 'unknown',
      remedy: saying('again'),
    });
  });

  it('a page of the network answers instead', async () => {
    become('captive-portal');
    const report = await examine(proxy);
    // The stand-in of Graph refuses a call without a token before its scenario is asked
    expect(report.ready).toBe(false);
    expect(partOf(report, 'job')).toMatchObject({
      state: 'failed',
      message: saying('Something between'),
    });
  });

  it('sign-in is refused: the reason, what to do, and nothing after it', async () => {
    const refusal = new SignInRefusedError('Signing in was refused.', { remedy: 'Renew the secret.' });
    const report = await examine(proxy, { tokens: { token: () => Promise.reject(refusal) } });
    expect(idsIn(report, 'failed')).toEqual(['sign-in']);
    expect(partOf(report, 'sign-in')).toMatchObject({
      message: 'Signing in was refused.',
      remedy: 'Renew the secret.',
    });
    expect(idsIn(report, 'unknown')).toEqual(ids.slice(5));
  });

  it('ends at once when it is cancelled', async () => {
    const stop = new AbortController();
    const never = { token: () => new Promise<string>(() => stop.abort(new Error('stopped'))) };
    await expect(examine(proxy, { tokens: never, signal: stop.signal })).rejects.toThrow('stopped');
  });
});

describe('a token that cannot be read', () => {
  const opaque = () => ({ token: () => Promise.resolve(proxy.issueOpaqueToken()) });

  it('is checked by calls; what needs an upload stays unknown', async () => {
    const report = await examine(proxy, { tokens: opaque() });
    expect(idsIn(report, 'unknown')).toEqual([
      'permission.upload',
      'permission.control',
      'permission.users',
      'permission.applications',
    ]);
    expect(idsIn(report, 'failed', 'warning')).toEqual([]);
    expect(report.ready).toBe(true);
    expect(reportText(report)[0]).toContain('as far as can be checked');
  });

  it('lacks what the service refuses', async () => {
    proxy.switches.withheld = ['ProvisioningLog.Read.All', 'Domain.Read.All', 'Organization.Read.All'];
    const report = await examine(proxy, { tokens: opaque() });
    expect(idsIn(report, 'failed', 'warning')).toEqual(['permission.log', 'permission.domains']);
    expect(partOf(report, 'permission.log').grant?.powerShell).toContain(permissions.readLog.appRole);
  });
});
