import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenedConnection } from '../../src/connections/connection';
import { planPayload, sendingOf } from '../../src/core/run/planPayload';
import { Run } from '../../src/core/run/run';
import { hashBody } from '../../src/extract/hashBody';
import { followRun } from '../../src/host/runs/followRun';
import { tellTrouble } from '../../src/host/tellTrouble';
import { refused } from '../../src/sandbox/message';
import { calm } from '../../src/sandbox/scenarios/calm';
import { parseEndpoint } from '../../src/tenant/endpoint';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { ReadPatience } from '../../src/tenant/reading/readPatience';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { proxyTokens, proxyTransport } from '../support/entraProxy/proxyTransport';
import { createManualClock } from '../support/manualClock';
import { bulkBody, person } from '../support/people';

const clock = createManualClock();
let proxy: EntraProxy;
let way: ReturnType<typeof proxyTransport>;

beforeAll(async () => {
  proxy = await startEntraProxy({ sandbox: { clock } });
  way = proxyTransport(proxy);
});
afterAll(async () => {
  await way.close();
  await proxy.close();
});

/** As a connection to a tenant opens, without its lock on uploads. */
function open(): OpenedConnection {
  const endpoint = parseEndpoint(proxy.endpoint);
  if ('refusal' in endpoint) throw new Error(endpoint.refusal);
  const patience = new ReadPatience({ clock, wallClock: () => clock.now() });
  const tokens = proxyTokens(proxy);
  const { origin: graph, servicePrincipalId, jobId } = endpoint;
  const { tenantId } = proxy.registration;
  return {
    tenant: createHttpTenant({ endpoint, name: 'Contoso', transport: way.transport, tokens, patience }),
    target: () => Promise.resolve({ kind: 'tenant', graph, tenantId, servicePrincipalId, jobId }),
    clock,
    logPace: () => ({ interval: 5000, deadline: 600_000, doubtDeadline: 60_000, outage: 0 }),
    close: () => Promise.resolve(),
  };
}

it('a run of the editor is followed over a real connection until the log answers everybody', async () => {
  const body = bulkBody(person('1'), person('2'), person('3', { userName: 'ö' }));
  const { planned } = planPayload(body, hashBody);
  if (planned === undefined) throw new Error('The payload can be sent.');
  const { plan, bodies } = sendingOf(planned);
  const run = new Run(plan, new Date(clock.now()).toISOString());
  // The first reads of the log are throttled, then one is lost
  proxy.sandbox.setScenario({
    ...calm,
    name: 'trouble',
    effects: {
      fault: ({ operation, ordinal }) => {
        if (operation !== 'log' || ordinal > 3) return undefined;
        return ordinal === 3
          ? { isAnswerLost: true }
          : { answer: refused(429, 'TooManyRequests', 'Too many.', { 'Retry-After': '12' }) };
      },
    },
  });
  const phases: string[] = [];
  const runs = {
    update: (_: string, { phase, status }: { phase: string; status: string }) => phases.push(`${phase}: ${status}`),
  };
  const trouble = await followRun(
    open(),
    { id: 'run-1', run },
    bodies,
    runs,
    () => undefined,
    new AbortController().signal,
  );
  expect(tellTrouble(run.account, trouble)).toBeUndefined();
  expect(run.account.counts).toMatchObject({ created: 2, failed: 1, waiting: 0 });
  expect(phases.at(0)).toBe('following: request 1 of 1 accepted');
  expect(phases.at(-1)).toBe('following: log: 3 of 3 answered');
});
