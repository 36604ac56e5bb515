import { afterEach, describe, expect, it } from 'vitest';
import { LocalSandbox } from '../../src/connections/localSandbox';
import { localSandboxConnection } from '../../src/connections/localSandboxConnection';
import { jobKey } from '../../src/core/run/target';
import { openLoopbackLine } from '../../src/loopback/openLoopbackLine';
import { findScenario } from '../../src/sandbox/scenarios/table';
import { systemClock } from '../../src/tenant/clock';
import { TenantError } from '../../src/tenant/errors';
import type { OpenLine } from '../../src/tenant/loopback/line';
import { bulkBody, person } from '../support/people';

const openLine: OpenLine = (origin) => Promise.resolve(openLoopbackLine(origin));
const effects = { openLine, clock: systemClock };
let sandbox = new LocalSandbox();
afterEach(async () => {
  await sandbox.stop();
  sandbox = new LocalSandbox();
});

async function choose(name: string): Promise<void> {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
  (await sandbox.start()).sandbox.setScenario(scenario);
}

describe('the sandbox of this process, as a connection', () => {
  it('starts when it is opened, and goes on when it is closed', async () => {
    const heard: string[] = [];
    sandbox.onDidChange((change) => heard.push(change));
    const connection = localSandboxConnection(sandbox, effects, { name: 'Mine' });
    expect([connection.name, connection.endpoint, sandbox.running]).toEqual(['Mine', undefined, undefined]);
    const [first, second] = await Promise.all([connection.open(), connection.open()]);
    expect(heard).toEqual(['started']);
    expect(first.tenant.name).toBe('Mine');
    expect(connection.endpoint).toBe(sandbox.running?.endpoint);
    await first.tenant.upload(bulkBody(person('1')));
    expect(sandbox.running?.sandbox.staged).toBe(1);
    await first.close();
    expect(await second.tenant.readDomains()).toMatchObject({ defaultDomain: 'contoso.com' });
    await sandbox.stop();
    expect(heard.at(-1)).toBe('stopped');
    expect(connection.endpoint).toBeUndefined();
    await expect(second.tenant.readDomains()).rejects.toThrow(TenantError);
  });

  it('stops when it is closed, if it was started for that alone', async () => {
    const opened = await localSandboxConnection(sandbox, effects, { stopsWhenClosed: true }).open();
    expect(opened.tenant.name).toBe('Sandbox tenant');
    await opened.close();
    expect(sandbox.running).toBeUndefined();
  });

  it('leads to another sandbox after a reset or a restart', async () => {
    const connection = localSandboxConnection(sandbox, effects);
    const opened = await connection.open();
    const target = await opened.target();
    expect(target).toEqual(await opened.target());
    sandbox.running?.sandbox.reset();
    const reset = await opened.target();
    expect([reset.tenantId, reset.jobId]).toEqual([target.tenantId, target.jobId]);
    expect(jobKey(reset)).not.toBe(jobKey(target));
    await sandbox.stop();
    await expect(opened.target()).rejects.toThrow(TenantError);
    const restarted = await (await connection.open()).target();
    expect(new Set([target, reset, restarted].map(jobKey)).size).toBe(3);
  });

  it('predicts what happens to people: with its accounts while it runs, otherwise with none', async () => {
    const connection = localSandboxConnection(sandbox, effects);
    const before = await connection.predict?.([person('1')]);
    expect([before?.accounts, before?.predictions.map(({ outcome }) => outcome)]).toEqual([0, ['created']]);
    expect(sandbox.running).toBeUndefined();
    expect(connection.jobSchema?.()).toBeUndefined();
    const { powers } = await connection.open();
    const { sandbox: tenant } = (await powers?.start()) ?? {};
    tenant?.loadUsers(
      JSON.stringify({ value: [{ id: '1', employeeId: '1', userPrincipalName: 'x@contoso.com' }] }),
      'json',
    );
    const after = await connection.predict?.([person('1')]);
    expect([after?.accounts, after?.predictions.map(({ outcome }) => outcome)]).toEqual([1, ['updated']]);
    expect(JSON.parse(connection.jobSchema?.() ?? '')).toEqual(tenant?.jobSchema());
  });

  it('says why nothing happens, from when a scenario stops the job until another lets it go on', async () => {
    const opened = await localSandboxConnection(sandbox, effects).open();
    const heard: (string | undefined)[] = [];
    const watching = opened.job?.onDidChange(() => heard.push(opened.job?.whyStuck()?.cause));
    await choose('paused-job');
    await choose('healthy');
    watching?.dispose();
    await choose('paused-job');
    expect(heard).toEqual([expect.stringContaining('paused'), undefined]);
    expect(opened.powers?.trouble?.name).toBe('paused-job');
  });

  it('is waited for as long as its log takes', async () => {
    const opened = await localSandboxConnection(sandbox, effects).open();
    const calm = opened.logPace();
    await choose('slow-log');
    expect(opened.logPace().deadline).toBe(calm.deadline + (findScenario('slow-log')?.effects.logLatency ?? NaN));
    expect(opened.logPace().interval).toBe(calm.interval);
  });

  it('can be started again after a start that failed', async () => {
    let port = -1;
    const moody = new LocalSandbox(() => ({ port }));
    await expect(moody.start()).rejects.toThrow();
    expect(moody.running).toBeUndefined();
    port = 0;
    expect((await moody.start()).graph).toMatch(/^http:\/\/127\.0\.0\.1:/);
    moody.dispose();
  });
});
