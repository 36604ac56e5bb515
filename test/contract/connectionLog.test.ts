import { afterEach, describe, expect, it } from 'vitest';
import type { Connection, OpenOptions } from '../../src/connections/connection';
import { ConnectionLog } from '../../src/connections/log/connectionLog';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { ReadPatience } from '../../src/tenant/reading/readPatience';
import { createSpacing } from '../../src/tenant/reading/spacing';
import { LOG_READ_SPACING } from '../../src/tenant/limits';
import { createSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { SANDBOX_TOKEN_PREFIX } from '../../src/tenant/signIn/tokenPrefix';
import { findScenario } from '../../src/sandbox/scenarios/table';
import type { Transport } from '../../src/tenant/transport';
import type { LogServer } from '../support/logServer';
import { startLogServer } from '../support/logServer';
import type { ManualClock } from '../support/manualClock';
import { createManualClock } from '../support/manualClock';
import { bulkBody, person } from '../support/people';
import { createSeededBytes } from '../support/seededRandom';
import { AUTHORITY, sandboxTransport } from './sandboxTransport';

const SP = '7e2b1c9a-0d4f-4b8e-9a1c-3f5d7b9e1a2c';
const JOB = 'API2AAD.4f6a2b';

/** Nothing but a sandbox's token goes to an address of this machine. */
const TOKEN = `${SANDBOX_TOKEN_PREFIX}1`;

let server: LogServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Way {
  readonly origin: string;
  readonly transport: Transport;
  readonly token: () => string;
  readonly servicePrincipalId?: string;
  readonly jobId?: string;
}

/** A connection over that way, whose clock makes time pass at once. */
function connectionTo(way: Way, clock: ManualClock): Connection {
  const { origin, transport, token, servicePrincipalId = SP, jobId = JOB } = way;
  const endpoint = { kind: 'sandbox', origin, version: 'v1.0', servicePrincipalId, jobId } as const;
  const logSpacing = createSpacing(clock, LOG_READ_SPACING);
  const open = ({ onWait }: OpenOptions = {}) => {
    const patience = new ReadPatience({ clock, random: () => 0, ...(onWait && { onWait }) });
    const tokens = { token: () => Promise.resolve(token()) };
    return Promise.resolve({
      tenant: createHttpTenant({ endpoint, name: 'Contoso', transport, tokens, patience, logSpacing }),
      target: () => Promise.resolve({ kind: 'sandbox' as const, tenantId: 't', servicePrincipalId, jobId }),
      clock,
      logPace: () => ({ interval: 3000, longestInterval: 6000, deadline: 1, doubtDeadline: 1, outage: 60_000 }),
      close: () => Promise.resolve(),
    });
  };
  const reach = (): Promise<never> => Promise.reject(new Error('Nobody reaches it otherwise.'));
  return { kind: 'sandbox', name: 'Contoso', endpoint: undefined, open, reach };
}

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

/** Over a socket of this machine. */
const overHttp: Transport = (url, { method, headers, signal }) =>
  fetch(url, { method, headers, ...(signal && { signal }) });

/** The most calls in any ten seconds. */
function busiest(calls: readonly number[]): number {
  return Math.max(...calls.map((at) => calls.filter((other) => other >= at && other < at + 10_000).length));
}

describe('a long log', () => {
  it('of 400 pages and 20,000 entries is read inside the limit, its first rows there long before its last', async () => {
    const clock = createManualClock();
    server = await startLogServer({ pages: 400, perPage: 50, now: () => clock.now() });
    const way = { origin: server.origin, transport: overHttp, token: () => TOKEN };
    const { log, sizes, faults } = watched(connectionTo(way, clock), clock);
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
    const { log, waits } = watched(
      connectionTo({ origin: server.origin, transport: overHttp, token: () => TOKEN }, clock),
      clock,
    );
    await log.read();
    expect([log.state.kind, log.book.size, log.waiting]).toEqual(['read', 50, undefined]);
    expect([...waits]).toEqual(['The service asks to wait 40 seconds.']);
    const [, , third = 0, fourth = 0] = server.calls;
    expect(fourth - third).toBeGreaterThanOrEqual(40_000);
  });

  it('is asked for what the service can filter, and read anew only when that changes', async () => {
    const clock = createManualClock();
    server = await startLogServer({ pages: 1, perPage: 10, now: () => clock.now() });
    const { log } = watched(
      connectionTo({ origin: server.origin, transport: overHttp, token: () => TOKEN }, clock),
      clock,
    );
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
    const { log } = watched(
      connectionTo({ origin: server.origin, transport: overHttp, token: () => TOKEN }, clock),
      clock,
    );
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
    const { log, faults } = watched(
      connectionTo({ origin: server.origin, transport: overHttp, token: () => TOKEN }, clock),
      clock,
    );
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
  const connection = connectionTo({ origin: 'http://127.0.0.1:1', transport: overHttp, token: () => TOKEN }, clock);
  const { log, faults } = watched({ ...connection, open: () => Promise.reject(fault) }, clock);
  await log.read();
  expect([log.state.kind, faults]).toEqual(['stopped', [fault]]);
});

/** The log of a sandbox that takes its time from this clock. */
function overSandbox(sandbox: Sandbox, clock: ManualClock): Connection {
  const { servicePrincipalId, jobId } = sandbox.application;
  const transport = sandboxTransport(sandbox);
  const token = () => sandbox.issueToken();
  return connectionTo({ origin: `http://${AUTHORITY}`, transport, token, servicePrincipalId, jobId }, clock);
}

describe('the log of a job', () => {
  it.each([
    ['calm', /^The job has never run\./],
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
