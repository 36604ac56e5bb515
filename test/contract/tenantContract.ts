import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/core/logs/logEntry';
import { entryOutcome } from '../../src/core/logs/outcome';
import { setsReferenceAlone } from '../../src/core/logs/setsReferenceAlone';
import type { PlannedBody } from '../../src/core/run/plannedBody';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { allPermissions } from '../../src/sandbox/gate/permissions';
import { healthy } from '../../src/sandbox/scenarios/healthy';
import { findScenario } from '../../src/sandbox/scenarios/table';
import {
  InterceptedError,
  NotSentError,
  RejectedError,
  TenantError,
  ThrottledError,
  UnknownOutcomeError,
} from '../../src/tenant/errors';
import type { FollowEvent } from '../../src/tenant/sending/followLog';
import { followLog } from '../../src/tenant/sending/followLog';
import type { SendEvent } from '../../src/tenant/sending/sendEvent';
import { sendBatches } from '../../src/tenant/sending/sendBatches';
import type { Tenant } from '../../src/tenant/tenant';
import type { ManualClock } from '../support/manualClock';
import { bulkBody, person, reportingTo } from '../support/people';
import { nameEvent, sendingOptions } from '../support/sendingOptions';

/** A tenant to try, and the sandbox that plays it. Its cycle comes after 2 s, its log 1 s later. */
export interface Rig {
  readonly tenant: Tenant;
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  /** The same job in a tenant whose job id is wrong. */
  readonly stranger: Tenant;
  close(): Promise<void>;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function collect<T>(events: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const event of events) list.push(event);
  return list;
}

async function failureOf(promise: Promise<unknown>): Promise<TenantError> {
  const failure: unknown = await promise.then(
    () => new Error('It did not fail.'),
    (error: unknown) => error,
  );
  if (failure instanceof TenantError) return failure;
  throw failure;
}

/** What every `Tenant` promises, as tests. */
export function describeTenant(name: string, start: () => Promise<Rig>): void {
  describe(`a tenant ${name}`, () => {
    let rig: Rig;
    beforeEach(async () => {
      rig = await start();
    });
    afterEach(() => rig.close());

    const since = (): string => new Date(rig.clock.now()).toISOString();
    const read = async (from?: string): Promise<readonly LogEntry[]> =>
      (await collect(rig.tenant.readLog(from === undefined ? {} : { since: from }))).flat();

    it('gives a receipt for what it staged, and nothing more', async () => {
      const receipt = await rig.tenant.upload(bulkBody(person('1'), person('2')));
      expect(receipt.requestId).toMatch(GUID);
      expect(receipt.clientRequestId).toMatch(GUID);
      expect(receipt.acceptedAt).toBe(since());
      expect(receipt.location).toContain(`/auditLogs/provisioning/?$filter=jobid%20eq%20'${rig.tenant.jobId}'`);
      expect(rig.sandbox.staged).toBe(2);
      expect(rig.sandbox.directory.size).toBe(0);
      expect(await read()).toEqual([]);
    });

    it('shows in the log what became of each person, after the cycle and the latency of the log', async () => {
      const from = since();
      await rig.tenant.upload(bulkBody(person('1', reportingTo('2')), person('2'), person('3', { userName: 'ö' })));
      rig.clock.advance(2999);
      expect(await read()).toEqual([]);
      rig.clock.advance(1);
      const entries = (await read(from)).toReversed();
      const of = (id: string) => entries.filter(({ sourceIdentity }) => sourceIdentity.id === id);
      expect(['1', '2', '3'].map((id) => of(id).map(entryOutcome))).toEqual([
        ['created', 'updated'],
        ['created'],
        ['failed'],
      ]);
      expect(of('1').map(setsReferenceAlone)).toEqual([false, true]);
      expect(entries).toHaveLength(4);
      const [failed] = of('3');
      expect(failed).toMatchObject({
        jobId: rig.tenant.jobId,
        error: { code: 'AzureActiveDirectoryInvalidUserPrincipalName' },
      });
      expect(failed?.id).toMatch(GUID);
    });

    it('refuses a body that breaks the contract, whole', async () => {
      const error = await failureOf(rig.tenant.upload('{"schemas":[]}'));
      expect(error).toBeInstanceOf(RejectedError);
      expect(error).toMatchObject({ status: 400, outcome: 'rejected' });
      expect(error.message).toContain('Invalid Data Format');
      expect(error.requestId).toMatch(GUID);
      expect(rig.sandbox.staged).toBe(0);
    });

    it('gets a fresh token for the next upload when the last is refused, and makes none by itself', async () => {
      await rig.tenant.upload(bulkBody(person('1')));
      rig.sandbox.dispose();
      expect(await failureOf(rig.tenant.upload(bulkBody(person('2'))))).toMatchObject({ status: 401 });
      expect(rig.sandbox.staged).toBe(0);
      await rig.tenant.upload(bulkBody(person('2')));
      expect(rig.sandbox.staged).toBe(1);
    });

    it('says that nothing was sent when it was cancelled before', async () => {
      expect(await failureOf(rig.tenant.upload(bulkBody(person('1')), AbortSignal.abort()))).toBeInstanceOf(
        NotSentError,
      );
      expect(rig.sandbox.staged).toBe(0);
    });

    it('refuses a job that it does not know', async () => {
      expect(await failureOf(rig.stranger.upload(bulkBody(person('1'))))).toMatchObject({
        status: 404,
        code: 'itemNotFound',
      });
      expect(rig.sandbox.staged).toBe(0);
    });

    it('takes 40 uploads in 5 s and throttles the 41st without saying for how long', async () => {
      for (let count = 0; count < 40; count++) await rig.tenant.upload(bulkBody(person(String(count))));
      const error = await failureOf(rig.tenant.upload(bulkBody(person('40'))));
      expect(error).toBeInstanceOf(ThrottledError);
      expect(error).toMatchObject({ status: 429, retryAfterMs: undefined });
      expect(rig.sandbox.staged).toBe(40);
      rig.clock.advance(5000);
      await rig.tenant.upload(bulkBody(person('41')));
    });

    it('reads a log of several pages, from an instant on', async () => {
      const people = Array.from({ length: 130 }, (_, index) => person(`p${index}`));
      for (const start of [0, 50, 100]) await rig.tenant.upload(bulkBody(...people.slice(start, start + 50)));
      rig.clock.advance(60_000);
      const later = since();
      await rig.tenant.upload(bulkBody(person('late')));
      rig.clock.advance(60_000);
      const pages = await collect(rig.tenant.readLog({}));
      expect(pages.map((page) => page.length)).toEqual([100, 31]);
      expect(new Set(pages.flat().map((entry) => entry.sourceIdentity.id)).size).toBe(131);
      expect((await read(later)).map((entry) => entry.sourceIdentity.id)).toEqual(['late']);
    });

    it('throttles the sixth read of the log in 10 s', async () => {
      for (let count = 0; count < 5; count++) await read();
      expect(await failureOf(read())).toBeInstanceOf(ThrottledError);
      rig.clock.advance(10_000);
      expect(await read()).toEqual([]);
    });

    describe('tells of itself', () => {
      const PROPERTIES = ['accountEnabled', 'employeeId', 'id', 'manager', 'userPrincipalName'];
      const users = async () => (await collect(rig.tenant.readUsers(PROPERTIES))).flatMap((page) => page.users);
      const withhold = (name: string): void => {
        rig.sandbox.setScenario({ ...healthy, name, effects: { withheld: [...allPermissions] } });
      };

      it('its users, page by page, with their managers and what was asked for', async () => {
        const everybody = Array.from({ length: 1100 }, (_, index) => ({
          id: `id-${index}`,
          employeeId: String(index),
          userPrincipalName: `user.${index}@contoso.com`,
          accountEnabled: index > 0,
          city: 'Berlin',
          ...(index > 0 && { manager: { id: 'id-0' } }),
        }));
        rig.sandbox.loadUsers(JSON.stringify({ value: everybody }), 'json');
        const read = await users();
        expect(read).toHaveLength(1100);
        expect([...(read[0]?.values ?? [])].sort()).toEqual([
          ['accountEnabled', false],
          ['employeeId', '0'],
          ['userPrincipalName', 'user.0@contoso.com'],
        ]);
        expect(read[1099]?.values.get('manager')).toBe('id-0');
        expect((await collect(rig.tenant.readUsers(['id'])))[0]?.users[1]?.values.size).toBe(0);
      });

      it('the schema of its job, and its domains', async () => {
        const schema = JSON.parse(await rig.tenant.readSchema()) as { readonly id: string };
        expect(schema.id).toBe(rig.tenant.jobId);
        expect(await rig.tenant.readDomains()).toEqual({
          defaultDomain: 'contoso.com',
          verifiedDomains: ['contoso.com'],
        });
      });

      it('its domains as those of the organization where only that is permitted', async () => {
        const effects = { withheld: ['Domain.Read.All'] } as const;
        rig.sandbox.setScenario({ ...healthy, name: 'no domains', effects });
        expect(await rig.tenant.readDomains()).toEqual({
          defaultDomain: 'contoso.com',
          verifiedDomains: ['contoso.com'],
        });
      });

      it('fails as what it is when the permission is missing, and says which', async () => {
        withhold('nothing');
        for (const [call, permission] of [
          [users, 'User.Read.All'],
          [() => rig.tenant.readSchema(), 'Synchronization.Read.All'],
          [() => rig.tenant.readDomains(), 'Domain.Read.All'],
        ] as const) {
          const error = await failureOf(call());
          expect(error).toBeInstanceOf(RejectedError);
          expect(error).toMatchObject({ status: 403, code: 'Authorization_RequestDenied' });
          expect(error.remedy).toContain(permission);
        }
      });

      it.each([
        ['captive-portal', InterceptedError, { status: 200 }],
        // Rejected by the first call; the others make none, because signing in is refused
        ['expired-sign-in', TenantError, { status: 401 }],
      ] as const)('fails as what it is in the scenario %s', async (name, kind, facts) => {
        await users();
        enter(name);
        for (const call of [users, () => rig.tenant.readSchema(), () => rig.tenant.readDomains()]) {
          const error = await failureOf(call());
          expect(error).toBeInstanceOf(kind);
          expect(error).toMatchObject(facts);
        }
      });
    });

    const enter = (name: string): void => {
      const scenario = findScenario(name);
      if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
      rig.sandbox.setScenario(scenario);
    };

    it.each([
      ['expired-sign-in', 1, RejectedError, { status: 401 }],
      ['missing-permission', 1, RejectedError, { status: 403, code: 'Authorization_RequestDenied' }],
      ['throttled', 1, ThrottledError, { status: 429 }],
      ['quota-used-up', 4, ThrottledError, { status: 429 }],
      ['half-fail', 2, UnknownOutcomeError, { status: 500 }],
      ['lost-answers', 2, UnknownOutcomeError, {}],
      ['captive-portal', 1, InterceptedError, { status: 200 }],
    ] as const)('in the scenario %s fails as what it is, at upload %i', async (name, place, kind, facts) => {
      // Signs in while that works
      await rig.tenant.upload(bulkBody(person('0')));
      enter(name);
      for (let count = 1; count < place; count++) await rig.tenant.upload(bulkBody(person(String(count))));
      const before = rig.sandbox.staged;
      const error = await failureOf(rig.tenant.upload(bulkBody(person('last'))));
      expect(error).toBeInstanceOf(kind);
      expect(error).toMatchObject(facts);
      expect(rig.sandbox.staged - before).toBe(name === 'lost-answers' ? 1 : 0);
    });

    it.each([
      ['unreadable-log', RejectedError, { status: 403, code: 'Authentication_MSGraphPermissionMissing' }],
      ['captive-portal', InterceptedError, { status: 200 }],
    ] as const)('in the scenario %s cannot read the log, and says why', async (name, kind, facts) => {
      await read();
      enter(name);
      const error = await failureOf(read());
      expect(error).toBeInstanceOf(kind);
      expect(error).toMatchObject(facts);
    });

    it('takes records in while the job is paused, and tells of them when it runs again', async () => {
      enter('paused-job');
      await rig.tenant.upload(bulkBody(person('1')));
      rig.clock.advance(60_000);
      expect([await read(), rig.sandbox.staged]).toEqual([[], 1]);
      enter('healthy');
      rig.clock.advance(60_000);
      expect((await read()).map(entryOutcome)).toEqual(['created']);
    });

    it('tells of every person whose answer was lost', async () => {
      enter('lost-answers');
      const people = ['1', '2', '3', '4'].map((id) => person(id));
      const ends: string[] = [];
      for (const each of people)
        ends.push(
          await rig.tenant.upload(bulkBody(each)).then(
            () => 'accepted',
            () => 'unknown',
          ),
        );
      expect(ends).toEqual(['accepted', 'unknown', 'accepted', 'unknown']);
      rig.clock.advance(60_000);
      expect((await read()).map((entry) => entry.sourceIdentity.id).sort()).toEqual(['1', '2', '3', '4']);
    });

    it('finds no entries since it sent when its clock is an hour ahead, unless it asks by the clock of the tenant', async () => {
      enter('wrong-clock');
      const from = since();
      const time = (await rig.tenant.readTime?.()) ?? '';
      expect(Date.parse(from) - Date.parse(time)).toBe(3_600_000);
      const { tenantTime } = await rig.tenant.upload(bulkBody(person('1')));
      expect(tenantTime).toBe(time);
      rig.clock.advance(60_000);
      expect(await read(from)).toEqual([]);
      expect(await read(time)).toHaveLength(1);
    });

    it('gives its time even with a refusal, and believes nobody else', async () => {
      enter('missing-permission');
      expect(await rig.tenant.readTime?.()).toBe(since());
      enter('captive-portal');
      expect(await rig.tenant.readTime?.()).toBeUndefined();
    });

    it('takes a plan from the first batch to the last entry', async () => {
      const from = since();
      const batches = [1, 2, 3].map((number): PlannedBody => ({
        kind: 'body',
        number,
        operations: 1,
        body: bulkBody(person(`p${number}`)),
      }));
      const sent: readonly SendEvent[] = await collect(sendBatches(rig.tenant, batches, sendingOptions(rig.clock, 3)));
      expect(sent.map(nameEvent)).toEqual([
        'batch-start 1',
        'accepted 1',
        'batch-start 2',
        'accepted 2',
        'batch-start 3',
        'accepted 3',
      ]);
      const expected = ['p1', 'p2', 'p3'];
      const followed: readonly FollowEvent[] = await collect(
        followLog(rig.tenant, expected, { clock: rig.clock, since: from, interval: 5000, deadline: 60_000 }),
      );
      expect(followed.at(-1)).toEqual({ type: 'ended', why: 'settled', missing: [] });
      const entries = followed.flatMap((event) => (event.type === 'entries' ? event.entries : []));
      expect(entries.map(entryOutcome)).toEqual(['created', 'created', 'created']);
      expect(rig.sandbox.directory.size).toBe(3);
    });
  });
}
