import type { Connection, OpenedConnection } from '../../../src/connections/connection';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import type { Clock } from '../../../src/tenant/clock';
import { createHttpTenant } from '../../../src/tenant/httpTenant';
import type { Tenant } from '../../../src/tenant/tenant';
import type { Transport } from '../../../src/tenant/transport';
import { logEntry } from '../logEntries';
import type { Demand } from './demands';
import { demandOf } from './demands';
import type { FaultyTenant } from './faultyTenant';
import { SENDER } from './faultyTenant';

const ORIGIN = 'https://graph.microsoft.com';
const APPLICATION = '11111111-2222-4333-8444-555555555555';
const TENANT = '99999999-2222-4333-8444-555555555555';
const JOB = 'API2AAD.0123456789abcdef0123456789abcdef.99999999-2222-4333-8444-555555555555';
/** Real milliseconds: what stalls, stalls for so long and no longer. */
const TIMEOUTS = { headers: 200, body: 100, attempt: 400 };
/** Milliseconds that an answer is on its way at most, by the client's clock. */
const MAX_WAY = 400;

export interface FaultyLine {
  readonly tenant: FaultyTenant;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: () => number;
  /** Counts the requests that are under way. */
  readonly busy: { count: number };
  /** Called with the host and port of each request. */
  readonly onCall: (host: string) => void;
  /** Called once the client has heard that nobody may call for a while. */
  readonly onDemand: (demand: Demand) => void;
}

/** The connection, which is opened by {@link openFaulty} alone. */
export function faultyConnection(): Connection {
  const refuse = (): Promise<never> => Promise.reject(new Error('Nobody opens it otherwise.'));
  return { kind: 'tenant', name: 'Contoso', endpoint: undefined, open: refuse, reach: refuse };
}

/**
 * A connection to a real job, as the product knows it, whose requests go to a server that does them harm.
 * @param sender the id of the run that sends over it
 */
export function openFaulty(line: FaultyLine, sender: () => string): OpenedConnection {
  const { tenant, clock } = line;
  const wallClock = (): number => Math.floor(clock.now());
  const made = createHttpTenant({
    endpoint: { kind: 'real', origin: ORIGIN, version: 'v1.0', servicePrincipalId: APPLICATION, jobId: JOB },
    name: 'Contoso',
    transport: transportOver(line, sender),
    tokens: { token: () => Promise.resolve('token') },
    wallClock,
    timeouts: TIMEOUTS,
  });
  const faulty: Tenant = {
    ...made,
    readLog: (_query, _signal, turn) => readLog(tenant, turn),
    readTime: () => Promise.resolve(new Date(clock.now()).toISOString()),
  };
  const target = {
    kind: 'tenant',
    cloud: 'global',
    graph: ORIGIN,
    tenantId: TENANT,
    servicePrincipalId: APPLICATION,
    jobId: JOB,
  } as const;
  return {
    tenant: faulty,
    target: () => Promise.resolve(target),
    clock,
    logPace: () => ({ interval: 3000, longestInterval: 3000, deadline: 120_000, doubtDeadline: 15_000, outage: 0 }),
    close: () => Promise.resolve(),
  };
}

function transportOver(line: FaultyLine, sender: () => string): Transport {
  const { tenant, clock, busy, random } = line;
  return async (url, request) => {
    const there = url.replace(ORIGIN, `http://127.0.0.1:${tenant.port}`);
    line.onCall(new URL(there).host);
    busy.count++;
    let wait = 0;
    try {
      const answer = await line.transport(there, { ...request, headers: { ...request.headers, [SENDER]: sender() } });
      wait = demandOf(answer);
      return answer;
    } finally {
      busy.count--;
      const until = clock.now() + wait;
      await clock.delay(1 + random() * (MAX_WAY - 1));
      if (wait > 0) line.onDemand({ from: clock.now(), until });
    }
  };
}

/** An entry for each operation that was kept, ten minutes later. */
async function* readLog(
  { staged }: FaultyTenant,
  turn: (() => Promise<void>) | undefined,
): AsyncGenerator<readonly LogEntry[]> {
  await turn?.();
  yield staged.flatMap(({ hash, ids, at }) =>
    ids.map((id, place) =>
      logEntry(`${hash}-${place}-${at}`, id, { jobId: JOB, time: new Date(at + 600_000).toISOString() }),
    ),
  );
}
