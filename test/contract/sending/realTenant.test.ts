import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInEffects } from '../../../src/cli/signInEffects';
import type { Connection } from '../../../src/connections/connection';
import { parseConnectionFile } from '../../../src/connections/connectionFile';
import { tenantConnection } from '../../../src/connections/tenantConnection';
import { openTokens } from '../../../src/signIn/openTokens';
import { startRun } from '../../../src/sending/startRun';
import { envProxies } from '../../../src/transport/envProxies';
import type { Transport } from '../../../src/tenant/transport';
import { undiciTransport } from '../../../src/transport/undiciTransport';
import type { EntraProxy } from '../../support/entraProxy/entraProxy';
import { startEntraProxy } from '../../support/entraProxy/entraProxy';
import { countsOf, paused } from '../../support/sending/runsOf';
import { extract, SendingRig } from '../../support/sending/sendingRig';

// The proxy's answers say the time of this machine, which must not be later than what the tenant writes in its log
const rig = new SendingRig({ kind: 'real', startsAt: Date.now() + 3_600_000 });
let proxy: EntraProxy;
beforeAll(async () => {
  proxy = await startEntraProxy({ sandbox: { clock: rig.clock } });
});
afterAll(async () => {
  rig.close();
  await proxy.close();
});

/** As the command line opens a connection file, with the authority given instead of taken from a variable of this process. */
function connection(): Connection {
  const { registration, files, endpoint, env } = proxy;
  const { tenantId, clientId } = registration;
  const signIn = { kind: 'clientSecret', clientId, secret: { file: files.secret } };
  const text = JSON.stringify({ kind: 'tenant', name: 'Contoso', endpoint, tenantId, signIn });
  const file = parseConnectionFile(text);
  if ('refusal' in file || file.kind !== 'tenant') throw new Error(text);
  const authorities = [readFileSync(files.authority, 'utf8')];
  return tenantConnection(file, {
    clock: rig.clock,
    openTransport: () => {
      const carrier = undiciTransport({ proxies: envProxies(env), authorities });
      const transport: Transport = (url, request) => rig.clock.standing(carrier.transport(url, request));
      return Promise.resolve({ ...carrier, transport, close: () => carrier.close() });
    },
    openTokens: (of, transport) =>
      Promise.resolve(
        openTokens(
          of,
          signInEffects(env, () => Promise.resolve(), transport),
        ),
      ),
  });
}

it('a plan for a real tenant wants its name typed, sends a few people first, and ends with an account of everybody', async () => {
  const over = connection();
  const opened = await over.open();
  const prepared = await rig.prepare(extract(1, 60), { connection: over, opened, predicts: true });
  const { file, findings, facts } = prepared;
  expect(file.target).toMatchObject({ kind: 'tenant', cloud: 'global', tenantId: proxy.registration.tenantId });
  expect(facts).toMatchObject({ job: { known: { isInbound: true } }, effects: { known: { created: { count: 60 } } } });
  expect(findings.find(({ id }) => id === 'G1')).toMatchObject({ decision: 'type', typed: 'Contoso' });
  expect(file.batches.map(({ operations }) => operations)).toEqual([5, 50, 5]);
  const confirmation = { plan: file.plan, by: 'typed', typed: ['Contoso', '60'] } as const;
  const active = await rig.during(startRun(rig.context, prepared, confirmation, { follows: true }));
  await rig.during(paused(active));
  expect(active.status.pause?.cause).toBe('The first 5 people were sent alone: 5 created.');
  const uploads = () => proxy.ledger.lines.filter((line) => line.endsWith('/bulkUpload 202'));
  expect(uploads()).toHaveLength(1);
  active.resume();
  expect(await rig.during(active.ended)).toMatchObject({ phase: 'complete', accepted: 3 });
  expect(countsOf(active.run)).toEqual({ created: 60 });
  expect(uploads()).toHaveLength(3);
  const posted = proxy.ledger.requests.filter(({ method, host }) => method === 'POST' && host.includes('graph'));
  expect(posted.map(({ host, hasToken }) => [host, hasToken])).toEqual(Array(3).fill(['graph.microsoft.com', true]));
  expect(await rig.store.ledger(file.target).count()).toBe(3);
  await opened.close();
});
