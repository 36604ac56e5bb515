import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LogEntry } from '../../src/core/logs/logEntry';
import { healthy } from '../../src/sandbox/scenarios/healthy';
import type { Effects } from '../../src/sandbox/scenarios/scenario';
import { refused } from '../../src/sandbox/message';
import { parseEndpoint } from '../../src/tenant/endpoint';
import { RejectedError } from '../../src/tenant/errors';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { describeWait } from '../../src/tenant/reading/describeWait';
import { readEntries } from '../../src/tenant/reading/readEntries';
import { ReadPatience } from '../../src/tenant/reading/readPatience';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { proxyTokens, proxyTransport } from '../support/entraProxy/proxyTransport';
import type { ManualClock } from '../support/manualClock';
import { createManualClock } from '../support/manualClock';
import { bulkBody, person } from '../support/people';

/** Of the sandbox and of who reads it: nobody waits. The tunnels and the tokens are of this time. */
let clock: ManualClock;
let proxy: EntraProxy;
let way: ReturnType<typeof proxyTransport>;

beforeAll(async () => {
  clock = createManualClock();
  proxy = await startEntraProxy({ sandbox: { clock } });
  way = proxyTransport(proxy);
});
afterAll(async () => {
  await way.close();
  await proxy.close();
});

/** Every call of the log until there were so many goes wrong in this way. */
function troubled(calls: number, fault: ReturnType<NonNullable<Effects['fault']>>): void {
  const effects: Effects = {
    fault: ({ operation, ordinal }) => (operation === 'log' && ordinal <= calls ? fault : undefined),
  };
  proxy.sandbox.setScenario({ ...healthy, name: 'trouble', effects });
}

it('following a log outlasts tokens, throttling, lost connections and late entries, and gives each entry once', async () => {
  const endpoint = parseEndpoint(proxy.endpoint);
  if ('refusal' in endpoint) throw new Error(endpoint.refusal);
  const tokens = proxyTokens(proxy);
  const said: string[] = [];
  const onWait = (wait: Parameters<typeof describeWait>[0]) => said.push(describeWait(wait));
  const patience = new ReadPatience({ clock, onWait, random: () => 0, wallClock: () => clock.now() });
  const tenant = createHttpTenant({ endpoint, name: 'Contoso', transport: way.transport, tokens, patience });
  const send = async (...ids: readonly string[]): Promise<void> => {
    const body = bulkBody(...ids.map((id) => person(id)));
    // A token that has expired is asked for again by the next call, which is the sender's to make
    await tenant.upload(body).catch((error: unknown) => {
      if (!(error instanceof RejectedError) || error.status !== 401) throw error;
      return tenant.upload(body);
    });
  };
  const stop = new AbortController();
  const looks = readEntries(tenant, {
    clock,
    signal: stop.signal,
    follow: { interval: 3000, outage: 3_600_000, onWait },
    random: () => 1,
    wallClock: () => clock.now(),
  });
  const seen: LogEntry[] = [];
  /** Follows until so many entries were given. */
  const untilSeen = async (count: number): Promise<void> => {
    while (seen.length < count) {
      const page = await looks.next();
      if (page.done === true) throw new Error('Following has ended.');
      seen.push(...page.value);
    }
  };

  // More than one page of the sandbox
  for (const start of [0, 50, 100]) await send(...Array.from({ length: 50 }, (_, index) => `p${start + index}`));
  await untilSeen(150);
  expect([tokens.issued, said]).toEqual([1, []]);

  // The token is over: the services' clock says so
  proxy.switches.clockSkew = 7_200_000;
  await send('renewed');
  await untilSeen(151);
  expect([tokens.issued, said]).toEqual([2, []]);

  troubled(2, { answer: refused(429, 'TooManyRequests', 'Too many.', { 'Retry-After': '12' }) });
  await send('throttled');
  await untilSeen(152);
  expect(said.splice(0)).toEqual(Array(2).fill('The service asks to wait 12 seconds.'));

  troubled(1, { isAnswerLost: true });
  await send('lost');
  await untilSeen(153);
  expect(said.splice(0)).toEqual([expect.stringMatching(/^The connection failed \(UND_ERR_SOCKET\) .* Trying again/)]);

  // An outage that is longer than a single read is tried for
  troubled(6, { answer: refused(503, 'ServiceNotAvailable', 'Later.') });
  await send('outage');
  await untilSeen(154);
  expect(said.splice(0)).toHaveLength(6);

  // An entry that becomes readable only after others that happened later
  proxy.sandbox.setScenario({ ...healthy, name: 'slow', effects: { logLatency: 900_000 } });
  await send('late');
  clock.advance(5000);
  proxy.sandbox.setScenario(healthy);
  await untilSeen(155);

  stop.abort();
  expect(await looks.next()).toMatchObject({ done: true });
  expect(new Set(seen.map(({ id }) => id)).size).toBe(155);
  expect(new Set(seen.map(({ sourceIdentity }) => sourceIdentity.id)).size).toBe(155);
  const asked = proxy.ledger.requests.map(({ path }) => decodeURIComponent(path));
  expect(asked.filter((path) => path.includes('activityDateTime ge')).length).toBeGreaterThan(5);
});
