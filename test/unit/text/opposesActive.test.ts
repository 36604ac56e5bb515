import { describe, expect, it } from 'vitest';
import { opposesActive } from '../../../src/core/text/opposesActive';

describe('the opposite of active', () => {
  it.each([
    'IsTerminated',
    'is_terminated',
    'Terminated',
    'Terminated?',
    'TERMINATED_FLAG',
    'isterminated',
    'Inactive',
    'InactiveFlag',
    'IsSoftDeleted',
    'softdeleted',
    'Deleted (Y/N)',
    'Account Disabled',
    'accountdisabled',
    'Not Active',
    'Ausgeschieden',
    'Ist ausgetreten',
    'Gelöscht',
    'Inaktiv (J/N)',
    'Désactivé',
    'De baja',
    'Uit dienst',
    'Desligado',
    'Cessato',
    'Slutat',
    'Slettet',
    '退職フラグ',
  ])('is what %s asks', (header) => {
    expect(opposesActive(header)).toBe(true);
  });

  it.each([
    'Active',
    'IsActive',
    'Aktiv',
    'Employment Status',
    'Termination Date',
    'Terminated On Date',
    'Termination Reason',
    'Reason for Leaving',
    'Left Hand',
    'Locker',
    'Deletion Date',
    'Kündigungsfrist',
    'Archive Number',
    'Days Inactive',
    'Island',
    'Former Name',
    'Status',
    '',
  ])('is not what %s asks', (header) => {
    expect(opposesActive(header)).toBe(false);
  });
});
