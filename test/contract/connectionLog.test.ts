import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/connections/connection';
import { ConnectionLog } from '../../src/connections/log/connectionLog';
import { createSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { findScenario } from '../../src/sandbox/scenarios/table';
import { logConnection } from '../support/logConnection';
import type { LogServer } from '../support/logServer';
import { startLogServer } from '../support/logServer';
import type { ManualClock } from '../support/manualClock';
import { createManualClock } from '../support/manualClock';
import { bulkBody, person } from '../support/people';
import { createSeededBytes } from '../support/seededRandom';
import { AUTHORITY, sandboxTransport } from './sandboxTransport';

let server: LogServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** What it has shown on the way: how many entries there were at each change, and what it waited for. */
function watched(connection: Connection, clock: ManualClock) {
  const faults: unknown[] = [];
  const log = new ConnectionLog(connection, {
    wallClock: () => clock.now(),
    random: () => 0,
    onFault: (e) => faults.push(e),
  });
  const sizes: number[] = [];
  const waits = new Set<string>();
  log.onDidChange(() => {
    sizes.push(log.book.size);
    if (log.waiting !== undefined) waits.add(log.waiting);
  });
  return { log, sizes, waits, faults };
}

/** The most calls in any ten seconds. */
function busiest(calls: readonly number[]): number {
  return Math.max(...calls.map((at) => calls.filter((other) => other >= at && other < at + 10_000).length));
}

describe('a long log', () => {
  it('of 400 pages and 20,000 entries is read inside the limit, its first rows there long before its last', async () => {
    const clock = createManualClock();
    server = await startLogServer({ pages: 400, perPage: 50, now: () => clock.now() });
    const way = { origin: server.origin };
    const { log, sizes, faults } = watched(logConnection(way, clock), clock);
    const callsAtFirstRows: number[] = [];
    log.onDidChange(({ length }) => length > 0 && callsAtFirstRows.push(server?.calls.length ?? 0));
    await log.read();
    expect([faults, log.state.kind, server.calls.length, log.book.size]).toEqual([[], 'read', 400, 20_000]);
    expect(callsAtFirstRows[0]).toBe(1);
    expect(sizes.filter((size) => size > 0 && size < 20_000).length).toBeGreaterThanOrEqual(399);
    expect(busiest(server.calls)).toBeLessThanOrEqual(4);
    expect(log.book.cycles.map(({ changes }) => changes)).toEqual(Array(40).fill(500));
  });

  it('waits for as long as the service asks, and says so meanwhile', async () => {
    const clock = createManualClock();
    const refuse = (call: number) => (call === 3 ? { status: 429, headers: { 'Retry-After': '40' } } : undefined);
    server = await startLogServer({ pages: 5, perPage: 10, now: () => clock.now(), refuse });
    const { log, waits } = watched(logConnection({ origin: server.origin }, clock), clock);
    await log.read();
    expect([log.state.kind, log.book.size, log.waiting]).toEqual(['read', 50, undefined]);
    expect([...waits]).toEqual(['The service asks to wait 40 seconds.']);
    const [, , third = 0, fourth = 0] = server.calls;
    expect(fourth - third).toBeGreaterThanOrEqual(40_000);
  });

  it('is filtered by the service where possible, and re-read only when that filter changes', async () => {
    const clock = createManualClock();
    server = await startLogServer({ pages: 1, perPage: 10, now: () => clock.now() });
    const { log } = watched(logConnection({ origin: server.origin }, clock), clock);
    await log.read();
    await log.narrow({ statuses: ['failure'] });
    expect([server.calls.length, log.book.size, log.book.shown]).toEqual([1, 10, 1]);
    await log.narrow({ statuses: ['failure'], person: 'W-000003', since: '2026-11-30T00:00:00Z' });
    expect(server.asked.at(-1)).toContain(
      "activityDateTime ge 2026-11-30T00:00:00.000Z and sourceIdentity/id eq 'W-000003'",
    );
    // The server does not filter: what it gives beside is held back
    expect([server.calls.length, log.book.shown]).toEqual([2, 1]);
    await log.narrow({});
    expect([server.calls.length, log.book.size, log.book.shown]).toEqual([3, 10, 10]);
  });

  it('is read again from an hour before its newest entry', async () => {
    const clock = createManualClock(Date.UTC(2026, 10, 30, 12));
    server = await startLogServer({ pages: 1, perPage: 10, now: () => clock.now() });
    const { log } = watched(logConnection({ origin: server.origin }, clock), clock);
    await log.read();
    await log.read();
    expect(server.asked.map((query) => /activityDateTime ge (\S+)/.exec(query)?.[1]?.slice(0, 20))).toEqual([
      undefined,
      '2026-11-30T07:00:00.',
    ]);
  });

  it.each([
    [401, /signed in|token|sign/i],
    [403, /ProvisioningLog\.Read\.All/],
    [404, /./],
  ])('that is refused with %i is a failure with what to do, and can be read again', async (status, remedy) => {
    const clock = createManualClock();
    let isRefusing = true;
    const refuse = () => (isRefusing ? { status } : undefined);
    server = await startLogServer({ pages: 1, perPage: 10, now: () => clock.now(), refuse });
    const { log, faults } = watched(logConnection({ origin: server.origin }, clock), clock);
    await log.read();
    expect(faults).toEqual([]);
    expect(log.follows).toBe(false);
    expect(log.state.kind === 'failed' && `${log.state.error.message} ${log.state.error.remedy}`).toMatch(remedy);
    isRefusing = false;
    await log.read();
    expect([log.state.kind, log.book.size]).toEqual(['read', 10]);
  });
});

it('that cannot be opened because of a fault of ours is stopped, and the fault is handed on', async () => {
  const clock = createManualClock();
  const fault = new Error('A mistake.');
  const connection = logConnection({ origin: 'http://127.0.0.1:1' }, clock);
  const { log, faults } = watched({ ...connection, open: () => Promise.reject(fault) }, clock);
  await log.read();
  expect([log.state.kind, faults]).toEqual(['stopped', [fault]]);
});

/** The log of a sandbox that takes its time from this clock. */
function overSandbox(sandbox: Sandbox, clock: ManualClock): Connection {
  const { servicePrincipalId, jobId } = sandbox.application;
  const transport = sandboxTransport(sandbox);
  const token = () => sandbox.issueToken();
  return logConnection({ origin: `http://${AUTHORITY}`, transport, token, servicePrincipalId, jobId }, clock);
}

describe('the log of a job', () => {
  it.each([
    ['healthy', /^The job has never run\./],
    ['paused-job', /^The job is paused/],
    ['quarantined-job', /^The job is in quarantine/],
  ])('that is empty in the scenario %s is explained by its state', async (name, expected) => {
    const clock = createManualClock();
    const scenario = findScenario(name);
    const sandbox = createSandbox({ clock, random: createSeededBytes(), ...(scenario && { scenario }) });
    const { log, faults } = watched(overSandbox(sandbox, clock), clock);
    await log.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect([faults, log.state.kind]).toEqual([[], 'read']);
    expect(log.whyEmpty?.cause).toMatch(expected);
    expect(log.whyEmpty?.remedy).not.toBe('');
  });

  it('is followed as entries come, until nobody follows it', async () => {
    const clock = createManualClock();
    const sandbox = createSandbox({ clock, random: createSeededBytes() });
    const connection = overSandbox(sandbox, clock);
    const { log, faults } = watched(connection, clock);
    const { tenant } = await connection.open();
    const seen = new Promise<void>((resolve) => {
      let sent = 0;
      log.onDidChange((fresh) => {
        if (sent === 0 && log.state.kind === 'read') {
          sent++;
          void tenant.upload(bulkBody(person('1'), person('2')));
        }
        if (fresh.length > 0 && log.book.size >= 2) resolve();
      });
    });
    const following = log.follow(true);
    await seen;
    expect([log.follows, log.whyEmpty]).toEqual([true, undefined]);
    await log.follow(false);
    await following;
    expect([log.follows, faults, log.state.kind]).toEqual([false, [], 'read']);
    expect(new Set([...log.book.all()].map(({ person: id }) => id))).toEqual(new Set(['1', '2']));
  });
});
