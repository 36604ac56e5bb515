import { expect } from 'vitest';
import { person, reportingTo } from '../../support/people';
import type { Behaviour } from './behaviour';

const HOUR = 3_600_000;

export const processing: readonly Behaviour[] = [
  {
    behaviour: 'no account with the externalId as employeeId: created; with it: updated where something differs',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.settle();
      await tenant.upload(person('1', { displayName: 'New' }));
      tenant.settle();
      const [first, second] = await tenant.entries();
      expect([first?.provisioningAction, second?.provisioningAction]).toEqual(['create', 'update']);
      expect(second?.modifiedProperties).toEqual([
        { displayName: 'displayName', oldValue: 'Person 1', newValue: 'New' },
      ]);
      expect(second?.targetIdentity.id).toBe(first?.targetIdentity.id);
    },
  },
  {
    behaviour: 'nothing to change: skipped, RedundantExport',
    reference: 'Entra: analyze provisioning logs',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.settle();
      await tenant.upload(person('1'));
      tenant.settle();
      expect((await tenant.entries())[1]?.provisioningStatusInfo).toMatchObject({
        status: 'skipped',
        errorInformation: { errorCode: 'RedundantExport' },
      });
    },
  },
  {
    behaviour: 'active false disables the account',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.upload(person('1'));
      tenant.settle();
      await tenant.upload(person('1', { active: false }));
      tenant.settle();
      expect((await tenant.entries())[1]?.provisioningAction).toBe('disable');
      expect(tenant.sandbox.users()[0]?.isEnabled).toBe(false);
    },
  },
  {
    behaviour: 'a manager who comes in a later request is set then, as a change of its own',
    reference: 'Graph: synchronizationJob: bulkUpload; Entra: HR manager update issues',
    holds: async (tenant) => {
      await tenant.upload(person('1', reportingTo('2')));
      tenant.settle();
      await tenant.upload(person('2'));
      tenant.settle();
      const entries = await tenant.entries();
      expect(entries.map((entry) => [entry.sourceIdentity.id, entry.provisioningAction])).toEqual([
        ['1', 'create'],
        ['2', 'create'],
        ['1', 'update'],
      ]);
      expect(entries[2]?.modifiedProperties.map((property) => property.displayName)).toEqual(['manager']);
    },
  },
  {
    behaviour: 'a record without a matching value is ImportSkipped',
    reference: 'Entra: analyze provisioning logs',
    holds: async (tenant) => {
      await tenant.upload(person('1', { externalId: undefined }));
      tenant.settle();
      expect((await tenant.entries())[0]?.provisioningStatusInfo).toMatchObject({
        status: 'skipped',
        errorInformation: { errorCode: 'ImportSkipped' },
      });
    },
  },
  {
    behaviour: 'a sign-in name that is taken fails the record',
    reference: 'Entra: inbound provisioning FAQ; troubleshoot inbound provisioning API',
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'same' }), person('2', { userName: 'same' }));
      tenant.settle();
      expect((await tenant.entries())[1]?.provisioningStatusInfo.errorInformation?.errorCode).toBe(
        'AzureActiveDirectoryInvalidUserPrincipalName',
      );
    },
  },
  {
    behaviour: 'absence is never a deletion',
    reference: 'Entra: inbound provisioning FAQ',
    holds: async (tenant) => {
      await tenant.upload(person('1'), person('2'));
      tenant.settle();
      await tenant.upload(person('2'));
      tenant.settle();
      expect(tenant.sandbox.directory.size).toBe(2);
    },
  },
  {
    behaviour: 'only elements of type "work" are processed',
    reference: 'Entra: troubleshoot inbound provisioning API',
    holds: async (tenant) => {
      const numbers = [
        { type: 'home', value: '1' },
        { type: 'work', value: '2' },
      ];
      await tenant.upload(person('1', { phoneNumbers: numbers }));
      tenant.settle();
      const page = await tenant.get('/v1.0/users');
      expect(page.value).toMatchObject([{ businessPhones: ['2'] }]);
    },
  },
  {
    behaviour: 'a failed record is tried again after 6, 12 and 24 hours, then daily, for 28 days',
    reference: 'Entra: quarantine status of application provisioning',
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }));
      tenant.settle();
      const start = tenant.clock.now();
      tenant.clock.advance(40 * 24 * HOUR);
      const hours = tenant.sandbox.changes(100).map(({ at }) => Math.floor((at - start) / HOUR + 1));
      expect(hours.reverse().slice(0, 6)).toEqual([0, 6, 18, 42, 66, 90]);
      expect(Math.max(...hours)).toBe(27 * 24 + 18);
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(0);
    },
  },
  {
    behaviour: 'a failed record that is sent again, corrected, is not tried again',
    reference: 'Entra: inbound provisioning concepts',
    holds: async (tenant) => {
      await tenant.upload(person('1', { userName: 'ö' }));
      tenant.settle();
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(1);
      await tenant.upload(person('1'));
      tenant.settle();
      expect(tenant.sandbox.jobs()[0]?.escrowed).toBe(0);
    },
  },
];
