import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fastClock } from '../../src/sandbox/clock';
import type { RunningSandbox, StartOptions } from '../../src/sandbox/startSandbox';
import { SavedTenantError, startSandbox } from '../../src/sandbox/startSandbox';
import type { JsonObject } from '../../src/core/json/jsonValue';
import { bulkBody, person, reportingTo } from '../support/people';
import type { ManualClock } from '../support/manualClock';
import { createManualClock } from '../support/manualClock';
import { sandboxTransport } from './sandboxTransport';

let folder: string;
let clock: ManualClock;
let running: RunningSandbox | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  clock = createManualClock();
});
afterEach(async () => {
  await running?.close();
  await rm(folder, { recursive: true });
});

async function start(options: StartOptions = {}): Promise<RunningSandbox> {
  running = await startSandbox({ clock, folder, ...options });
  return running;
}

async function upload({ sandbox, endpoint }: RunningSandbox, ...people: readonly JsonObject[]) {
  const url = endpoint.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:40400');
  const headers = { authorization: `Bearer ${sandbox.issueToken()}`, 'content-type': 'application/scim+json' };
  const body = bulkBody(...people);
  const answer = await sandboxTransport(sandbox)(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
  });
  expect(answer.status).toBe(202);
}

describe('a tenant with a folder', () => {
  it('goes on where it stopped: ids, people, whom they wait for, the log, failures, and what is staged', async () => {
    const first = await start();
    await upload(first, person('1', reportingTo('2')), person('3', { userName: 'ö' }));
    clock.advance(60_000);
    await upload(first, person('2'));
    const { endpoint, clientSecret } = first;
    const before = { users: first.sandbox.users(), jobs: first.sandbox.jobs(), changes: first.sandbox.changes(9) };
    await first.close();

    const second = await start();
    const { sandbox } = second;
    expect(second.endpoint.replace(/:\d+\//, '')).toBe(endpoint.replace(/:\d+\//, ''));
    expect(second.clientSecret).toBe(clientSecret);
    expect({ users: sandbox.users(), jobs: sandbox.jobs(), changes: sandbox.changes(9) }).toEqual(before);
    expect(sandbox.staged).toBe(1);
    clock.advance(60_000);
    expect(sandbox.changes(2).map((change) => [change.externalId, change.outcome])).toEqual([
      ['1', 'updated'],
      ['2', 'created'],
    ]);
  });

  it('goes on at the time at which it stopped, where its clock was fast, and not before its last upload', async () => {
    const first = await start({ clock: fastClock(clock, 60) });
    clock.advance(600_000);
    await upload(first, person('1'));
    clock.advance(60_000);
    await first.close();
    const fastest = clock.now() + 59 * 660_000;

    const second = await start();
    await upload(second, person('2'));
    clock.advance(60_000);
    const times = second.sandbox.changes(2).map(({ at }) => at);
    expect(times[0]).toBeGreaterThan(times[1] ?? Infinity);
    expect(times[0]).toBeGreaterThanOrEqual(fastest);
    await second.close();

    // Long afterwards the machine's clock is the later one
    clock.advance(100 * 660_000);
    const third = await start();
    await upload(third, person('3'));
    const before = clock.now();
    clock.advance(60_000);
    const [last] = third.sandbox.changes(1);
    expect(last?.at).toBeGreaterThanOrEqual(before);
    expect(last?.at).toBeLessThanOrEqual(clock.now());
  });

  it('saves after every cycle, whole, and for this user alone', async () => {
    const first = await start();
    const { sandbox } = first;
    await upload(first, person('1'));
    clock.advance(60_000);
    await first.close();
    const path = join(folder, 'sandbox-tenant.json');
    expect(await readdir(folder)).toEqual(['sandbox-tenant.json']);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toContain('Person 1');
    expect(sandbox.users()).toEqual([]);
  });

  it('does not keep what a scenario did to the job', async () => {
    const { scenarios } = await import('../../src/sandbox/startSandbox');
    const paused = scenarios.find(({ name }) => name === 'paused-job');
    await (await start(paused && { scenario: paused })).close();
    expect((await start()).sandbox.jobs()[0]?.schedule).toBe('Active');
  });

  it.each([
    ['is not a tenant', () => '{}'],
    ['is not JSON', () => 'x'],
    ['was changed by hand', (text: string) => text.replace('Person 1', 'Person 2')],
    ['is cut off', (text: string) => text.slice(0, -10)],
  ])('is not started from a file that %s', async (_, damage) => {
    const first = await start();
    await upload(first, person('1'));
    clock.advance(60_000);
    await first.close();
    const path = join(folder, 'sandbox-tenant.json');
    await writeFile(path, damage(await readFile(path, 'utf8')));
    await expect(start()).rejects.toBeInstanceOf(SavedTenantError);
  });
});

describe('a tenant without a folder', () => {
  it('stops by itself when nobody has called it for long, and forgets everybody', async () => {
    const callersClock = createManualClock();
    const sandbox = await startSandbox({ clock, callersClock, idleStop: 3_600_000 });
    await upload(sandbox, person('1'));
    clock.advance(60_000);
    callersClock.advance(3_599_999);
    expect(sandbox.sandbox.users()).toHaveLength(1);
    callersClock.advance(1);
    expect(await sandbox.stopped).toBe('idle');
    expect(sandbox.sandbox.users()).toEqual([]);
  });

  it('counts idleness from the last call of somebody who was let in', async () => {
    const callersClock = createManualClock();
    const sandbox = await startSandbox({ clock, callersClock, idleStop: 1000 });
    callersClock.advance(900);
    await fetch(`${sandbox.graph}/v1.0/users`, { headers: { Authorization: `Bearer ${sandbox.token}` } });
    callersClock.advance(900);
    await fetch(`${sandbox.graph}/v1.0/users`);
    expect(sandbox.sandbox.application.flavour).toBe('API2AAD');
    callersClock.advance(100);
    expect(await sandbox.stopped).toBe('idle');
  });
});
