import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json/jsonValue';
import { parseLogEntry } from '../../src/core/logs/logEntry';
import { entryOutcome } from '../../src/core/logs/outcome';
import type { Change } from '../../src/core/provisioning/cycle/change';
import { loggedOutcome } from '../../src/core/provisioning/cycle/change';
import { compileDefaultJob } from '../../src/core/provisioning/job/defaultJob';
import { createDirectory } from '../../src/core/provisioning/directory/directory';
import { createJobState } from '../../src/core/provisioning/cycle/jobState';
import { readUsers } from '../../src/core/provisioning/users/readUsers';
import { whatIf } from '../../src/core/provisioning/cycle/whatIf';
import { writeBulkRequest, writeOperation } from '../../src/core/scim/bulkRequest';
import { jsonLines, Workplace } from '../system/support/runCli';
import type { TenantCalls } from './tenantCalls';
import { createTenantCalls } from './tenantCalls';

const place = new Workplace();
let people: readonly JsonObject[];
beforeAll(async () => {
  const sample = (name: string) => place.write(name, readFileSync(`samples/contoso/${name}`));
  const { out } = await place.run(['convert', sample('contoso.csv'), '--mapping', sample('contoso.scimmap')]);
  const bodies = jsonLines(out) as readonly { readonly Operations: readonly { readonly data: JsonObject }[] }[];
  people = bodies.flatMap(({ Operations }) => Operations.map(({ data }) => data));
});
afterAll(() => place.remove());

/** Sends them all within one cycle's delay, and lets the cycle run. */
async function send(tenant: TenantCalls, resources: readonly JsonObject[]): Promise<void> {
  for (let start = 0; start < resources.length; start += 50) {
    const batch = resources.slice(start, start + 50);
    const body = writeBulkRequest(batch.map((data, index) => writeOperation(`${index}`, JSON.stringify(data))));
    const headers = { 'content-type': 'application/scim+json' };
    expect((await tenant.send('POST', `/v1.0${tenant.jobPath}`, headers, body)).status).toBe(202);
  }
  tenant.settle();
}

/** What would happen to these people, predicted from a file of the tenant's users and the job's schema alone. */
function predict(tenant: TenantCalls, resources: readonly JsonObject[]) {
  const users = readUsers(tenant.sandbox.writeUsers(), 'API2AAD').users;
  const context = {
    now: tenant.clock.now(),
    newId: (externalId: string) => `new ${externalId}`,
    defaultDomain: 'contoso.com',
    verifiedDomains: [],
  };
  return whatIf(resources, compileDefaultJob('API2AAD'), createJobState(createDirectory(users)), context);
}

/** What entry and prediction must agree on; ids of new accounts are chance. */
const told = (change: Change | undefined) =>
  change && [
    change.externalId,
    loggedOutcome(change.outcome),
    change.refusal?.code ?? '',
    change.modifiedProperties
      .map(({ name, oldValue, newValue }) => (name === 'manager' ? [name] : [name, oldValue, newValue]))
      .sort(),
  ];

/** Every entry of the log, page by page, the oldest first. */
async function logged(tenant: TenantCalls): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  let next: string | undefined = '/v1.0/auditLogs/provisioning?$orderby=activityDateTime%20asc';
  while (next !== undefined) {
    tenant.clock.advance(10_000);
    const page = await tenant.get(next);
    all.push(...(page.value as readonly unknown[]));
    const link = page['@odata.nextLink'];
    next = typeof link === 'string' ? link.slice(link.indexOf('/v1.0')) : undefined;
  }
  return all.map((value) => {
    const entry = parseLogEntry(value);
    if (entry === undefined) throw new Error('This is not an entry.');
    return [
      entry.sourceIdentity.id,
      entryOutcome(entry),
      entry.error?.code ?? '',
      entry.modifiedProperties
        .map(({ name, oldValue, newValue }) => (name === 'manager' ? [name] : [name, oldValue, newValue]))
        .sort(),
    ];
  });
}

describe('what is predicted', () => {
  it('is what happens to the whole sample company, and what the log tells: joining, again, changed and leaving', async () => {
    const tenant = createTenantCalls();
    const rounds: readonly (readonly JsonObject[])[] = [
      people,
      people,
      people.map((each, index) =>
        index % 3 === 0 ? { ...each, title: 'Changed' } : { ...each, active: index % 7 !== 0 },
      ),
    ];
    let compared = 0;
    let seen = 0;
    for (const round of rounds) {
      const predictions = predict(tenant, round);
      await send(tenant, round);
      const entries = (await logged(tenant)).slice(seen);
      seen += entries.length;
      const expected = [
        ...predictions.map(({ change }) => told(change)),
        ...predictions.flatMap(({ settled }) => (settled ? [told(settled)] : [])),
      ];
      const byText = (left: unknown, right: unknown) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
      expect([...entries].sort(byText)).toEqual([...expected].sort(byText));
      compared += predictions.length;
    }
    expect(compared).toBe(3 * people.length);
    expect(people.length).toBeGreaterThan(900);
    process.stdout.write(`Predicted and happened: ${compared} records of ${people.length} people, ${seen} entries.\n`);
  });
});
