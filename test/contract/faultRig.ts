import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { JournalEvent } from '../../src/core/journal/journalEvent';
import type { PlannedBody } from '../../src/core/run/plannedBody';
import type { Clock } from '../../src/tenant/clock';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { sendBatches } from '../../src/tenant/sending/sendBatches';
import type { SendEvent } from '../../src/tenant/sending/sendEvent';
import { createPace } from '../../src/tenant/sending/throttle';
import type { TokenSource } from '../../src/tenant/signIn/tokenSource';
import type { OpenedTransport } from '../../src/tenant/transport';
import type { FaultScript, FaultServer } from '../support/faultServer/faultServer';
import { startFaultServer } from '../support/faultServer/faultServer';
import type { Way } from './transportRig';

/** How many times as fast as the machine's the client's clock runs: waits of minutes are over in a blink. */
const HASTE = 400;
/** Milliseconds in which a part of an answer must come: so long that no machine is so slow, or so short that a test waits for it. */
const TIMEOUT = { usual: 20_000, short: 600 };

export interface FaultRun {
  readonly open: (way: Way) => OpenedTransport;
  readonly script: FaultScript;
  readonly batches?: number;
  /** Instead of the address of the fault server. */
  readonly origin?: string;
  readonly authority?: string;
  readonly tokens?: TokenSource;
  /** As many requests under way as the pace needs; one after the other unless it is said. */
  readonly inParallel?: boolean;
  /** The server lets a request wait: that is given up soon. */
  readonly isStalling?: boolean;
  readonly seed?: number;
}

export interface FaultOutcome {
  /** Of each batch, by number from 1: what is said of it in the end. */
  readonly states: readonly string[];
  readonly last: SendEvent | undefined;
  readonly events: readonly SendEvent[];
  readonly server: FaultServer;
  /** How often the server has received each batch whole. */
  readonly received: readonly number[];
  readonly starts: readonly number[];
}

const bodyOf = (number: number): string => JSON.stringify({ number, people: `person ${number} `.repeat(200) });

/** Sends a plan to a fault server over a real transport, and holds everything that is said against what the server received. */
export async function sendFaulty(run: FaultRun): Promise<FaultOutcome> {
  const { batches = 3, inParallel = false } = run;
  const server = await startFaultServer({ script: run.script, ...(run.seed !== undefined && { seed: run.seed }) });
  const opened = run.open({ proxyUrl: undefined, authority: run.authority ?? '', connectTimeout: 1000 });
  const origin = run.origin ?? server.origin;
  const timeout = run.isStalling === true ? TIMEOUT.short : TIMEOUT.usual;
  const tenant = createHttpTenant({
    endpoint: { kind: 'real', origin, version: 'v1.0', servicePrincipalId: 'sp', jobId: 'job' },
    name: 'Fault',
    transport: opened.transport,
    tokens: run.tokens ?? { token: () => Promise.resolve('token1') },
    timeouts: { headers: timeout, body: timeout, attempt: 2 * TIMEOUT.usual },
  });
  const bodies = Array.from({ length: batches }, (_, index): PlannedBody => {
    return { kind: 'body', number: index + 1, operations: 1, body: bodyOf(index + 1) };
  });
  const hashes = bodies.map(({ body }) => createHash('sha256').update(body).digest('hex'));
  const lines: JournalEvent[] = [];
  const events: SendEvent[] = [];
  const clock = hasty();
  const pace = createPace({ clock });
  try {
    for await (const event of sendBatches(tenant, bodies, {
      clock,
      batches: hashes.map((hash) => ({ hash })),
      journal: { append: (event) => Promise.resolve(void lines.push(event)) },
      beforeCall: () => Promise.resolve(),
      // However slow the machine is, one request is as many as such a pace needs
      pace: inParallel ? pace : { ...pace, spacing: Infinity },
      random: () => 0.5,
    }))
      events.push(event);
  } finally {
    await opened.close();
    await server.close();
  }
  return hold(events, lines, hashes, server);
}

/** The books must agree: what was planned, what was written down and said, and what the server has. */
function hold(
  events: readonly SendEvent[],
  lines: readonly JournalEvent[],
  hashes: readonly string[],
  server: FaultServer,
): FaultOutcome {
  const states = hashes.map((_, index) => stateOf(events, index + 1));
  const received = hashes.map((hash) => server.received.filter((body) => body.hash === hash).length);
  const starts = hashes.map((_, index) => countStarts(lines, index + 1));
  // Every body that arrived is one of the plan, byte by byte
  expect(server.received.filter(({ hash }) => !hashes.includes(hash))).toEqual([]);
  for (const [index, state] of states.entries()) {
    const times = received[index] ?? 0;
    const attempts = starts[index] ?? 0;
    const context = `batch ${index + 1} is ${state}, received ${times} times, begun ${attempts} times`;
    if (state.startsWith('accepted') && times === 0) expect.fail(context);
    if (/^(not-sent|planned)/.test(state) && times > 0) expect.fail(context);
    const taken = server.received.filter(({ hash, answered }) => hash === hashes[index] && !isRefusal(answered)).length;
    if (taken > 1 && !/maybe twice|unknown|given-up/.test(state)) expect.fail(context);
    if (state.includes('maybe twice') && attempts < 2) expect.fail(context);
    if (attempts > 5 + 1) expect.fail(context);
    const ends = lines.filter((line) => line.type === 'attempt-end' && line.batch === index + 1).length;
    if (ends !== attempts) expect.fail(`${context}, ended ${ends} times`);
  }
  return { states, last: events.at(-1), events, server, received, starts };
}

/** An answer that says for certain that the service has not taken the body. */
function isRefusal(status: number | undefined): boolean {
  return status === 401 || status === 429;
}

function countStarts(lines: readonly JournalEvent[], batch: number): number {
  return lines.filter((line) => line.type === 'attempt-start' && line.batch === batch).length;
}

function stateOf(events: readonly SendEvent[], batch: number): string {
  const last = events.findLast((event) => 'operations' in event && event.batch === batch);
  if (last === undefined) return 'planned';
  switch (last.type) {
    case 'accepted':
      return last.maybeTwice ? 'accepted, maybe twice' : 'accepted';
    case 'waiting':
    case 'failed':
      return last.maybeTaken ? 'unknown' : last.error.outcome;
    default:
      return last.type;
  }
}

/** Runs after the machine's clock, many times as fast. */
function hasty(): Clock {
  return {
    now: () => performance.now() * HASTE,
    delay: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms / HASTE);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}
