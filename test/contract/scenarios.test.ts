import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/sandbox';
import type { Scenario } from '../../src/sandbox/scenarios/scenario';
import { findScenario, scenarios } from '../../src/sandbox/scenarios/table';
import { bulkBody, person } from '../support/people';
import type { TenantCalls } from './tenantCalls';
import { createTenantCalls } from './tenantCalls';

const LOG = '/v1.0/auditLogs/provisioning';

function scenario(name: string): Scenario {
  const found = findScenario(name);
  if (found === undefined) throw new Error(`There is no scenario ${name}.`);
  return found;
}

function tenantIn(name: string, options: Partial<SandboxOptions> = {}): TenantCalls {
  return createTenantCalls({ scenario: scenario(name), ...options });
}

/** The statuses of that many uploads, half a second apart. */
async function uploads(tenant: TenantCalls, count: number): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) {
    statuses.push((await tenant.upload(person(String(index)))).status);
    tenant.clock.advance(500);
  }
  return statuses;
}

const signIn = (tenant: TenantCalls) =>
  tenant.send(
    'POST',
    `/${tenant.sandbox.tenantId}/oauth2/v2.0/token`,
    { authorization: undefined, 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: tenant.sandbox.clientId,
      client_secret: tenant.sandbox.clientSecret,
      scope: 'http://127.0.0.1:40400/.default',
    }).toString(),
  );

/** What a user sees in each scenario. A scenario without a row here fails the last test. */
const sights: Readonly<Record<string, (tenant: TenantCalls) => Promise<void>>> = {
  healthy: async (tenant) => {
    expect(await uploads(tenant, 10)).toEqual(Array.from({ length: 10 }, () => 202));
    tenant.settle();
    expect(await tenant.entries()).toHaveLength(10);
  },
  throttled: async (tenant) => {
    expect(await uploads(tenant, 6)).toEqual([429, 429, 202, 429, 429, 202]);
    expect((await tenant.send('GET', LOG)).status).toBe(200);
  },
  'quota-used-up': async (tenant) => {
    expect(await uploads(tenant, 5)).toEqual([202, 202, 202, 429, 429]);
    tenant.clock.advance(24 * 3_600_000);
    expect(await uploads(tenant, 1)).toEqual([202]);
  },
  'paused-job': async (tenant) => {
    expect(await uploads(tenant, 2)).toEqual([202, 202]);
    tenant.settle();
    expect(await tenant.entries()).toEqual([]);
    expect(await tenant.job()).toMatchObject({ schedule: { state: 'Paused' }, status: { code: 'Paused' } });
    await tenant.ofJob('POST', '/start');
    tenant.settle();
    expect(await tenant.entries()).toHaveLength(2);
  },
  'quarantined-job': async (tenant) => {
    expect(await uploads(tenant, 2)).toEqual([202, 202]);
    tenant.settle();
    expect((await tenant.job()).status).toMatchObject({
      code: 'Quarantine',
      quarantine: { reason: 'EncounteredQuarantineException', error: { tenantActionable: true } },
    });
    expect(tenant.sandbox.staged).toBe(2);
    await tenant.ofJob('POST', '/restart');
    expect(tenant.sandbox.staged).toBe(0);
    expect((await tenant.job()).schedule.state).toBe('Active');
  },
  'expired-sign-in': async (tenant) => {
    expect(tenant.refusal(await tenant.upload(person('1')))).toMatchObject({
      status: 401,
      code: 'InvalidAuthenticationToken',
    });
    const answer = await signIn(tenant);
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({ error: 'invalid_client', error_codes: [7000222] });
    expect(tenant.sandbox.staged).toBe(0);
  },
  'missing-permission': async (tenant) => {
    expect(await uploads(tenant, 1)).toEqual([403]);
    expect((await tenant.send('GET', LOG)).status).toBe(200);
    expect((await tenant.ofJob('GET', '')).status).toBe(200);
  },
  'unreadable-log': async (tenant) => {
    expect(await uploads(tenant, 1)).toEqual([202]);
    expect((await tenant.send('GET', LOG)).status).toBe(403);
  },
  'slow-log': async (tenant) => {
    await uploads(tenant, 1);
    tenant.clock.advance(9 * 60_000);
    expect(await tenant.entries()).toEqual([]);
    tenant.clock.advance(60_000);
    expect(await tenant.entries()).toHaveLength(1);
  },
  'late-log': async (tenant) => {
    await uploads(tenant, 1);
    tenant.clock.advance(23 * 3_600_000);
    expect(await tenant.entries()).toEqual([]);
    tenant.clock.advance(3_600_000);
    expect(await tenant.entries()).toHaveLength(1);
  },
  'messy-log': async (tenant) => {
    await uploads(tenant, 2);
    tenant.settle();
    const entries = await tenant.entries();
    expect(entries).toHaveLength(6);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
    expect(await tenant.entries()).toEqual(entries);
    expect((await tenant.send('GET', LOG)).isLost).toBe(true);
  },
  'restarted-job': async (tenant) => {
    expect(await uploads(tenant, 2)).toEqual([202, 202]);
    tenant.settle();
    expect([await tenant.entries(), tenant.sandbox.staged]).toEqual([[], 0]);
    expect((await tenant.job()).status).toMatchObject({ code: 'Active', lastExecution: { state: 'Succeeded' } });
  },
  'deleted-job': async (tenant) => {
    expect(await uploads(tenant, 1)).toEqual([404]);
    expect((await tenant.ofJob('GET', '')).status).toBe(404);
    expect(await tenant.entries()).toEqual([]);
  },
  'accidental-deletions': async (tenant) => {
    const people = (active: boolean) => ['1', '2', '3'].map((id) => person(id, { active }));
    await tenant.upload(...people(true));
    tenant.settle();
    await tenant.upload(...people(false));
    tenant.settle();
    const held = (await tenant.entries()).filter(({ provisioningAction }) => provisioningAction === 'stagedDelete');
    expect(held).toHaveLength(3);
    expect((await tenant.job()).status).toMatchObject({ quarantine: { reason: 'TooManyDeletes' } });
  },
  'agent-down': async (tenant) => {
    expect(tenant.sandbox.application.flavour).toBe('API2AD');
    expect(tenant.jobPath).toContain(tenant.sandbox.application.jobId);
    expect(await uploads(tenant, 2)).toEqual([202, 202]);
    tenant.settle();
    expect(await tenant.entries()).toEqual([]);
    expect((await tenant.job()).status).toMatchObject({
      code: 'Quarantine',
      countSuccessiveCompleteFailures: 1,
      lastExecution: { state: 'Failed', error: { code: 'HybridIdentityServiceNoActiveAgents' } },
    });
    expect(tenant.sandbox.staged).toBe(2);
  },
  'taken-names': async (tenant) => {
    await tenant.upload(...['1', '2', '3', '4', '5', '6', '7'].map((id) => person(id)));
    tenant.settle();
    const failed = (await tenant.entries()).filter((entry) => entry.provisioningStatusInfo.status === 'failure');
    expect(failed.map((entry) => entry.sourceIdentity.id)).toEqual(['1', '4', '7']);
    expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(3);
  },
  'unverified-domain': async (tenant) => {
    await tenant.upload(person('1'), person('2', { userName: 'two@contoso.onmicrosoft.com' }));
    tenant.settle();
    const [failed, created] = await tenant.entries();
    expect(failed?.provisioningStatusInfo.errorInformation?.errorCode).toBe('InvalidDomain');
    expect(created?.provisioningStatusInfo.status).toBe('success');
  },
  'lost-answers': async (tenant) => {
    const answers = [await tenant.upload(person('1')), await tenant.upload(person('2'))];
    expect(answers.map(({ isLost }) => isLost)).toEqual([undefined, true]);
    expect(tenant.sandbox.staged).toBe(2);
  },
  'half-fail': async (tenant) => {
    expect(await uploads(tenant, 4)).toEqual([202, 500, 202, 500]);
    tenant.settle();
    expect(tenant.sandbox.directory.size).toBe(2);
    expect((await signIn(tenant)).status).toBe(200);
    expect((await signIn(tenant)).status).toBe(200);
  },
  'captive-portal': async (tenant) => {
    for (const answer of [await tenant.upload(person('1')), await signIn(tenant), await tenant.send('GET', LOG)]) {
      expect(answer.status).toBe(200);
      expect(answer.headers['Content-Type']).toContain('text/html');
      expect(answer.headers).not.toHaveProperty('request-id');
    }
    expect(tenant.sandbox.staged).toBe(0);
  },
  'wrong-clock': async (tenant) => {
    const sent = tenant.clock.now();
    const answer = await tenant.upload(person('1'));
    expect(Date.parse(answer.headers.Date ?? '')).toBe(sent - 3_600_000);
    tenant.settle();
    const since = encodeURIComponent(`activityDateTime ge ${new Date(sent).toISOString()}`);
    expect((await tenant.get(`${LOG}?$filter=${since}`)).value).toEqual([]);
    expect(await tenant.entries()).toHaveLength(1);
  },
};

describe('a scenario', () => {
  it.each(scenarios)('"$title" is as described', async ({ name }) => {
    const look = sights[name];
    expect(look, `a test of ${name}`).toBeDefined();
    await look?.(tenantIn(name));
  });

  it.each(scenarios)('"$title" has a name, and one sentence', ({ name, title, description }) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).toMatch(/^[A-Z0-9]/);
    expect(description).toMatch(/^[A-Z](?!.*\. ).*\.$/);
  });

  it('can be chosen while the tenant runs; what the last one did to the job ends, what was staged is processed', async () => {
    const tenant = tenantIn('paused-job');
    const seen: string[] = [];
    tenant.sandbox.onChange((event) => seen.push(event));
    await uploads(tenant, 2);
    tenant.sandbox.setScenario(scenario('healthy'));
    tenant.settle();
    expect(tenant.sandbox.directory.size).toBe(2);
    expect((await tenant.job()).status.code).toBe('Active');
    expect(seen).toEqual(['request', 'request', 'scenario', 'cycle']);
  });

  it('is found by the earlier name of the healthy one, too', () => {
    expect(findScenario('calm')).toBe(scenario('healthy'));
  });

  it('counts its calls from when it was chosen', async () => {
    const tenant = tenantIn('healthy');
    await uploads(tenant, 3);
    tenant.sandbox.setScenario(scenario('half-fail'));
    expect(await uploads(tenant, 2)).toEqual([202, 500]);
  });

  it('leaves a job alone that a client has started or paused since', async () => {
    const tenant = tenantIn('paused-job');
    await tenant.ofJob('POST', '/pause');
    tenant.sandbox.setScenario(scenario('healthy'));
    expect((await tenant.job()).status.code).toBe('Paused');
  });

  it('with a slow log keeps entries back no longer than until it is left', async () => {
    const tenant = tenantIn('slow-log');
    await uploads(tenant, 1);
    tenant.settle();
    expect(await tenant.entries()).toEqual([]);
    tenant.sandbox.setScenario(scenario('healthy'));
    expect(await tenant.entries()).toHaveLength(1);
  });

  it('lets nobody in who would not be let in otherwise', async () => {
    for (const { name } of scenarios) {
      const tenant = tenantIn(name);
      const refused = [
        { host: 'evil.example' },
        { origin: 'https://evil.example' },
        { authorization: undefined },
        { authorization: 'Bearer eyJhbGciOi.real.looking' },
      ];
      for (const headers of refused) {
        const all = { 'content-type': 'application/scim+json', ...headers };
        const { status } = await tenant.send('POST', `/v1.0${tenant.jobPath}`, all, bulkBody(person('1')));
        expect([name, headers, [401, 403].includes(status)]).toEqual([name, headers, true]);
      }
    }
  });

  it('is summarised in one line of a list', () => {
    expect(scenarios.filter(({ summary }) => summary.length > 82 || !summary.endsWith('.'))).toEqual([]);
  });

  it('has a test of what is seen', () => {
    expect(Object.keys(sights).sort()).toEqual(scenarios.map(({ name }) => name).sort());
  });
});
