import { expect } from 'vitest';
import { person } from '../../support/people';
import type { TenantCalls } from '../tenantCalls';
import type { Behaviour } from './behaviour';

const options = { rules: { deletesThreshold: 2 } };

/** Three people, and then all three leave at once. */
async function threeLeave(tenant: TenantCalls): Promise<void> {
  await tenant.upload(person('1'), person('2'), person('3'));
  tenant.settle();
  const gone = { active: false };
  await tenant.upload(person('1', gone), person('2', gone), person('3', gone));
  tenant.settle();
}

const enabled = (tenant: TenantCalls): number => tenant.sandbox.users().filter(({ isEnabled }) => isEnabled).length;

export const preventingDeletes: readonly Behaviour[] = [
  {
    behaviour: 'the threshold is one of the settings of the job',
    reference: 'Entra: configure provisioning with Microsoft Graph',
    options,
    holds: async (tenant) => {
      expect(await tenant.job()).toMatchObject({
        synchronizationJobSettings: [{ name: 'QuarantineTooManyDeletesThreshold', value: '2' }],
      });
    },
  },
  {
    behaviour: 'more disables in a cycle than the threshold: stagedDelete in the log, and quarantine TooManyDeletes',
    reference: 'Entra: prevent accidental deletions',
    options,
    holds: async (tenant) => {
      await threeLeave(tenant);
      expect(enabled(tenant)).toBe(3);
      expect((await tenant.entries()).slice(3).map((entry) => entry.provisioningAction)).toEqual([
        'stagedDelete',
        'stagedDelete',
        'stagedDelete',
      ]);
      expect((await tenant.job()).status).toMatchObject({
        code: 'Quarantine',
        quarantine: { reason: 'TooManyDeletes' },
      });
    },
  },
  {
    behaviour: 'restart with ForceDeletes carries out what was held back',
    reference: 'Graph: resource type synchronizationJobRestartCriteria; Entra: prevent accidental deletions',
    options,
    holds: async (tenant) => {
      await threeLeave(tenant);
      await tenant.ofJob('POST', '/restart', { criteria: { resetScope: 'ForceDeletes, QuarantineState' } });
      expect(enabled(tenant)).toBe(0);
      expect((await tenant.job()).status.code).toBe('Active');
    },
  },
  {
    behaviour: 'restart without it leaves the accounts as they are',
    reference: 'Entra: prevent accidental deletions',
    options,
    holds: async (tenant) => {
      await threeLeave(tenant);
      await tenant.ofJob('POST', '/restart');
      tenant.settle();
      expect(enabled(tenant)).toBe(3);
      expect((await tenant.job()).status.code).toBe('Active');
    },
  },
];
