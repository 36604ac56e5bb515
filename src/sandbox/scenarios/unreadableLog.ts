import type { Scenario } from './scenario';

export const unreadableLog: Scenario = {
  name: 'unreadable-log',
  title: 'Missing Permission for the Log',
  summary: 'The application may send, and cannot read what became of anybody.',
  description:
    'The application may send but has no permission for the provisioning log: people are provisioned, and you cannot see what became of them.',
  effects: { withheld: ['ProvisioningLog.Read.All', 'AuditLog.Read.All'] },
};
