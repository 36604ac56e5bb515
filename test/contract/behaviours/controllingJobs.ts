import { expect } from 'vitest';
import type { SandboxOptions } from '../../../src/sandbox/sandbox';
import { person } from '../../support/people';
import type { Behaviour } from './behaviour';

const HOUR = 3_600_000;

export const controllingJobs: readonly Behaviour[] = [
  {
    behaviour: 'a job that has not run yet is NotRun, afterwards Active',
    reference: 'Graph: resource type synchronizationStatus',
    holds: async (tenant) => {
      expect((await tenant.job()).status.code).toBe('NotRun');
      await tenant.upload(person('1'));
      tenant.settle();
      expect((await tenant.job()).status.code).toBe('Active');
    },
  },
  {
    behaviour: 'a cycle comes every 40 minutes',
    reference: 'Entra: inbound provisioning FAQ',
    options: { rules: { cycleDelay: undefined } },
    holds: async (tenant) => {
      expect((await tenant.job()).schedule).toMatchObject({ interval: 'PT40M' });
      await tenant.upload(person('1'));
      const start = tenant.clock.now();
      tenant.clock.advance(2 * HOUR);
      expect(((tenant.sandbox.changes(1)[0]?.at ?? 0) - start) / 60_000).toBeLessThanOrEqual(40);
      const minutes = new Date(tenant.sandbox.changes(1)[0]?.at ?? 0).getUTCMinutes();
      expect(minutes % 20).toBe(0);
    },
  },
  {
    behaviour: 'pause: uploads are still accepted, and wait; start goes on with them',
    reference: 'Graph: synchronizationJob: pause, start; Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      expect((await tenant.ofJob('POST', '/pause')).status).toBe(204);
      expect((await tenant.job()).schedule.state).toBe('Paused');
      expect((await tenant.upload(person('1'))).status).toBe(202);
      tenant.settle();
      expect(tenant.sandbox.staged).toBe(1);
      expect((await tenant.ofJob('POST', '/start')).status).toBe(204);
      tenant.settle();
      expect(tenant.sandbox.staged).toBe(0);
      expect(tenant.sandbox.directory.size).toBe(1);
    },
  },
  {
    behaviour: 'restart of a job that runs: what is staged is processed',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      expect((await tenant.ofJob('POST', '/restart', { criteria: { resetScope: '' } })).status).toBe(204);
      tenant.settle();
      expect(tenant.sandbox.directory.size).toBe(1);
    },
  },
  {
    behaviour: 'restart of a job that does not run: what is staged is deleted, and the job runs',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.ofJob('POST', '/pause');
      await tenant.upload(person('1'));
      await tenant.ofJob('POST', '/restart');
      tenant.settle();
      expect([tenant.sandbox.staged, tenant.sandbox.directory.size]).toEqual([0, 0]);
      expect((await tenant.job()).schedule.state).toBe('Active');
    },
  },
  {
    behaviour: 'resetScope is one text of names; an unknown one is refused',
    reference: 'Graph: resource type synchronizationJobRestartCriteria',
    holds: async (tenant) => {
      const restart = async (resetScope: string) =>
        (await tenant.ofJob('POST', '/restart', { criteria: { resetScope } })).status;
      expect(await restart('Watermark, Escrows, QuarantineState')).toBe(204);
      expect(await restart('full')).toBe(204);
      expect(await restart('Everything')).toBe(400);
    },
  },
  {
    behaviour: 'clearing the escrows ends the attempts at failed records; other scopes do not',
    reference: 'Graph: resource type synchronizationJobRestartCriteria',
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }));
      tenant.settle();
      await tenant.ofJob('POST', '/restart', { criteria: { resetScope: 'Watermark' } });
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(1);
      await tenant.ofJob('POST', '/restart', { criteria: { resetScope: 'Escrows' } });
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(0);
    },
  },
  {
    behaviour: 'a cycle with failures ends as EntryLevelErrors, with its counts',
    reference: 'Graph: resource type synchronizationTaskExecution',
    holds: async (tenant) => {
      await tenant.upload(person('1'), person('2', { userName: 'ö' }));
      tenant.settle();
      expect((await tenant.job()).status.lastExecution).toMatchObject({
        state: 'EntryLevelErrors',
        countImported: 2,
        countExported: 1,
        countExports: 2,
        countEscrowed: 1,
        error: null,
      });
    },
  },
  {
    behaviour: 'more than 40 % failed of at least 5,000: quarantine; fewer than 5,000 are not looked at',
    reference: 'Entra: quarantine status of application provisioning',
    holds: async (tenant) => {
      const failing = async (from: number, count: number) => {
        for (let start = from; start < from + count; start += 50) {
          const batch = Array.from({ length: 50 }, (_, index) => person(String(start + index), { userName: 'ö' }));
          await tenant.upload(...batch);
          tenant.clock.advance(200);
        }
        tenant.clock.advance(60_000);
      };
      await failing(0, 4950);
      expect((await tenant.job()).status.code).toBe('Active');
      await failing(4950, 50);
      expect((await tenant.job()).status).toMatchObject({
        code: 'Quarantine',
        quarantine: { reason: 'EncounteredEscrowProportionThreshold', seriesCount: 1 },
      });
    },
  },
  {
    behaviour: 'in quarantine a cycle comes once a day; start ends the quarantine',
    reference: 'Entra: quarantine status of application provisioning; Graph: synchronizationJob: start',
    options: { rules: quarantineAt(2) },
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }), person('2', { userName: 'ä' }));
      tenant.settle();
      expect((await tenant.job()).status.code).toBe('Quarantine');
      await tenant.upload(person('3'));
      tenant.clock.advance(22 * HOUR);
      expect(tenant.sandbox.staged).toBe(1);
      tenant.clock.advance(2 * HOUR);
      expect(tenant.sandbox.staged).toBe(0);
      await tenant.ofJob('POST', '/start');
      expect(tenant.sandbox.jobs()[0]?.code).toBe('Active');
    },
  },
  {
    behaviour: 'after four weeks in quarantine the job is disabled',
    reference: 'Entra: quarantine status of application provisioning',
    options: { rules: quarantineAt(1) },
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }));
      tenant.clock.advance(27 * 24 * HOUR);
      expect(tenant.sandbox.jobs()[0]).toMatchObject({ code: 'Quarantine', schedule: 'Active' });
      tenant.clock.advance(2 * 24 * HOUR);
      expect(tenant.sandbox.jobs()[0]).toMatchObject({ code: 'Quarantine', schedule: 'Disabled' });
    },
  },
];

function quarantineAt(evaluatedFrom: number): NonNullable<SandboxOptions['rules']> {
  const day = 24 * HOUR;
  return {
    quarantine: {
      evaluatedFrom,
      proportion: 0.4,
      failures: 40_000,
      failuresWithReferences: 60_000,
      interval: day,
      disabledAfter: 28 * day,
    },
  };
}
